package io.github.rossumext.testkit.internal.api;

/** All resources, with their routes. */
public final class Resources {
  private static final long API_USER = 1;
  private static final long TOKEN_OWNER = 2;

  private final Organization organization;
  private final Tokens tokens;
  private final Router router;
  private final Lists lists;
  private final Annotations annotations;
  private final Documents documents;
  private final Uploads uploads;
  private final Hooks hooks;
  private final Emails emails;
  private final Pages pages;
  private final DataStorage dataStorage;

  Resources(Organization organization, Tokens tokens, Router router) {
    this.organization = organization;
    this.tokens = tokens;
    this.router = router;
    this.lists = new Lists(organization);
    Crud.Base base = new Crud.Base(organization, lists, new Filters(organization), router);
    Directory.add(base);
    this.documents = new Documents(base);
    this.pages = new Pages(base);
    this.annotations = new Annotations(base, documents);
    new AnnotationActions(base, annotations).add();
    new ContentPaths(base, annotations, pages).add();
    new AnnotationSearch(base, annotations).add();
    new EditPages(base, annotations).add();
    this.uploads = new Uploads(base, annotations, documents);
    this.emails = new Emails(base, annotations, uploads);
    Links.add(base, annotations);
    Configuration.add(base);
    this.hooks = new Hooks(base, annotations);
    hooks.add();
    new Export(base, annotations).add();
    this.dataStorage = new DataStorage(base);
    new MasterData(base, dataStorage, uploads);
    new Auth(organization, tokens, router).add();
  }

  /** Takes in what the simulator got since. */
  void sync() {
    annotations.sync();
    hooks.sync();
  }

  /** Returns the user whose tokens the hooks get. */
  Caller tokenOwner() {
    return new Caller(TOKEN_OWNER, false);
  }

  /** Returns the objects. */
  Organization organization() {
    return organization;
  }

  /** Returns the user of the tokens that tests take. */
  Caller user(boolean isReader) {
    return new Caller(API_USER, isReader);
  }

  Tokens tokens() {
    return tokens;
  }

  Router router() {
    return router;
  }

  Lists lists() {
    return lists;
  }

  Annotations annotations() {
    return annotations;
  }

  Documents documents() {
    return documents;
  }

  Uploads uploads() {
    return uploads;
  }

  Emails emails() {
    return emails;
  }

  Pages pages() {
    return pages;
  }

  DataStorage dataStorage() {
    return dataStorage;
  }
}
