package io.github.rossumext.client;

import io.github.rossumext.HookContext;
import io.github.rossumext.LossyWriteException;
import io.github.rossumext.content.DatapointTree;
import io.github.rossumext.internal.help.Access;
import io.github.rossumext.payload.Annotation;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.response.Operation;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Annotations: their content, their status and their pages. A method takes the id or the URL of an
 * annotation. Each call throws a {@link RossumApiException} if it does not succeed, such as {@link
 * RossumApiException.NotFound}. Immutable and thread-safe.
 */
public final class Annotations extends Resources<Annotation> {
  private final Supplier<HookContext> context;

  Annotations(Api api, Supplier<HookContext> context) {
    super(api, "annotations", Access.way(RawJson.class, Annotation.class));
    this.context = context;
  }

  /**
   * Returns the annotations that pass a filter. Pages are fetched when the stream needs them.
   *
   * {@snippet class="io.github.rossumext.snippets.ClientSnippetsTest" region="list"}
   */
  public Stream<Annotation> list(Consumer<AnnotationQuery> filter) {
    AnnotationQuery query = new AnnotationQuery();
    filter.accept(query);
    return list(query.parameters());
  }

  /**
   * Returns the annotations that a query of Rossum's search finds. The index is some seconds
   * behind.
   *
   * @param query your record or map, or {@link RawJson}, such as <code>{"$and": […]}</code>
   */
  public Stream<Annotation> search(Object query) {
    return searchBy(Map.of("query", query));
  }

  /** Returns the annotations that have this text; see {@link #search(Object)}. */
  public Stream<Annotation> searchText(String text) {
    return searchBy(Map.of("query_string", Map.of("string", text)));
  }

  private Stream<Annotation> searchBy(Map<String, ?> body) {
    // Written now, because the body must stay the same from page to page.
    RawJson json = RawJson.of(Bodies.json(body));
    return api().listByPost(path() + "/search", Map.of(), json, this::view);
  }

  /**
   * Returns an editor of the content, with its schema. Apply {@link ContentRule}s to it, and send
   * its operations by {@link #apply(long, List)}. It knows the {@linkplain
   * ContentEditor#annotationUrl URL} of the annotation. Its settings are those of the request that
   * you handle; in a program of your own, it has none. This takes three requests; {@link
   * #content(long, Schema)} takes one.
   *
   * {@snippet class="io.github.rossumext.snippets.ClientSnippetsTest" region="content"}
   */
  public ContentEditor content(long id) {
    return content(url(id));
  }

  /** Returns an editor of the content, with its schema, as {@link #content(long)} does. */
  public ContentEditor content(ResourceUrl url) {
    Annotation annotation = get(url);
    ResourceUrl schema =
        annotation
            .schema()
            .orElseThrow(
                () -> new IllegalStateException("The annotation " + id(url) + " has no schema."));
    // Rossum's own URL, because a search compares URLs.
    return content(annotation.url().orElse(url), Schema.of(api().get(schema.uri())));
  }

  /**
   * Returns an editor of the content, with a schema that you have, as {@link #content(long)} does.
   */
  public ContentEditor content(long id, Schema schema) {
    return content(url(id), schema);
  }

  /**
   * Returns an editor of the content, with a schema that you have, as {@link #content(long)} does.
   */
  public ContentEditor content(ResourceUrl url, Schema schema) {
    return ContentEditor.of(url, tree(url), schema, context.get());
  }

  /** Returns the content to read only. */
  public DatapointTree tree(long id) {
    return api().tree(path(id, "content"));
  }

  /** Returns the content to read only. */
  public DatapointTree tree(ResourceUrl url) {
    return tree(id(url));
  }

  /**
   * Applies operations to the content, and returns the content afterwards. Rossum drops parts of
   * some operations silently: those of an editor are checked before.
   *
   * @param operations such as {@link ContentEditor#operations()}, which throws {@link
   *     LossyWriteException} for what Rossum would lose
   */
  public DatapointTree apply(long id, List<? extends Operation> operations) {
    RawJson body = RawJson.of(Operation.toJson(operations));
    return api().tree(path(id, "content", "operations"), body);
  }

  /** Applies operations to the content, as {@link #apply(long, List)} does. */
  public DatapointTree apply(ResourceUrl url, List<? extends Operation> operations) {
    return apply(id(url), operations);
  }

  /**
   * Lets Rossum and the hooks of the queue check the content, and returns what they say.
   *
   * @throws RossumApiException.Conflict unless the owner of the token has {@linkplain #start
   *     started} the annotation
   */
  public Validation validate(long id) {
    return validate(id, Map.of());
  }

  /** Lets Rossum and the hooks of the queue check the content, as {@link #validate(long)} does. */
  public Validation validate(ResourceUrl url) {
    return validate(id(url));
  }

  /**
   * Lets Rossum and the hooks of the queue check what the draft says, as {@link #validate(long)}
   * does.
   *
   * {@snippet class="io.github.rossumext.snippets.ClientSnippetsTest" region="validate"}
   */
  public Validation validate(long id, ValidationDraft draft) {
    return validate(id, draft.body());
  }

  /** Lets Rossum and the hooks check it, as {@link #validate(long, ValidationDraft)} does. */
  public Validation validate(ResourceUrl url, ValidationDraft draft) {
    return validate(id(url), draft);
  }

  private Validation validate(long id, Map<String, ?> body) {
    return new Validation(api().sendRepeatable("POST", path(id, "content", "validate"), body));
  }

  /**
   * Opens an annotation for the owner of the token, and returns how long it stays open; empty if
   * Rossum does not say. A user who wants to open it has to wait, so {@linkplain #cancel cancel} or
   * {@linkplain #confirm(long) confirm} it.
   *
   * @param statuses the statuses in which it may be; none for those of Rossum, which are {@code
   *     to_review}, {@code reviewing}, {@code postponed} and {@code confirmed}
   * @throws RossumApiException.Conflict if a user has it open, or it has another status
   */
  public Optional<Duration> start(long id, AnnotationStatus... statuses) {
    Map<String, ?> body =
        statuses.length == 0
            ? Map.of()
            : Map.of("statuses", Arrays.stream(statuses).map(AnnotationStatus::value).toList());
    RawJson session = api().sendRepeatable("POST", path(id, "start"), body);
    return session.find("session_timeout").flatMap(RawJson::scalar).flatMap(Responses::duration);
  }

  /**
   * Opens an annotation for the owner of the token, as {@link #start(long, AnnotationStatus[])}
   * does.
   */
  public Optional<Duration> start(ResourceUrl url, AnnotationStatus... statuses) {
    return start(id(url), statuses);
  }

  /** Closes an annotation that was started: it gets the status that it had before. */
  public void cancel(long id) {
    api().sendRepeatable("POST", path(id, "cancel"), Map.of());
  }

  /** Closes an annotation that was started, as {@link #cancel(long)} does. */
  public void cancel(ResourceUrl url) {
    cancel(id(url));
  }

  /**
   * Confirms an annotation that was started.
   *
   * @throws RossumApiException.Conflict if the owner of the token has not started it, or an error
   *     blocks it
   */
  public void confirm(long id) {
    confirm(id, ConfirmDraft.create());
  }

  /** Confirms an annotation that was started, as {@link #confirm(long)} does. */
  public void confirm(ResourceUrl url) {
    confirm(id(url));
  }

  /** Confirms an annotation as the draft says, as {@link #confirm(long)} does. */
  public void confirm(long id, ConfirmDraft draft) {
    change(id, "confirm", draft.body());
  }

  /** Confirms an annotation as the draft says, as {@link #confirm(long)} does. */
  public void confirm(ResourceUrl url, ConfirmDraft draft) {
    confirm(id(url), draft);
  }

  /**
   * Puts an annotation off.
   *
   * @throws RossumApiException.Conflict if its status does not allow this
   */
  public void postpone(long id) {
    change(id, "postpone", Map.of());
  }

  /** Puts an annotation off, as {@link #postpone(long)} does. */
  public void postpone(ResourceUrl url) {
    postpone(id(url));
  }

  /**
   * Rejects an annotation.
   *
   * @param note a note for users; {@code ""} for none
   * @throws RossumApiException.Conflict if its status does not allow this
   */
  public void reject(long id, String note) {
    change(id, "reject", note.isEmpty() ? Map.of() : Map.of("note_content", note));
  }

  /** Rejects an annotation, as {@link #reject(long, String)} does. */
  public void reject(ResourceUrl url, String note) {
    reject(id(url), note);
  }

  /**
   * Gives an annotation the status {@code deleted}. It still exists.
   *
   * @throws RossumApiException.Conflict if its status does not allow this
   */
  public void delete(long id) {
    change(id, "delete", Map.of());
  }

  /** Gives an annotation the status {@code deleted}, as {@link #delete(long)} does. */
  public void delete(ResourceUrl url) {
    delete(id(url));
  }

  private void change(long id, String verb, Map<String, ?> body) {
    api().send("POST", path(id, verb), body);
  }

  /**
   * Changes the keys of an annotation that the body has, and returns the annotation.
   *
   * @param body your record or map, or {@link RawJson}; references are URLs
   */
  public Annotation patch(long id, Object body) {
    return view(api().send("PATCH", path(id), body));
  }

  /** Changes the keys of an annotation that the body has, as {@link #patch(long, Object)} does. */
  public Annotation patch(ResourceUrl url, Object body) {
    return patch(id(url), body);
  }

  /**
   * Replaces the metadata of an annotation, at most 4 kB of JSON, and returns the annotation.
   *
   * @param metadata your record or map, or {@link RawJson}
   */
  public Annotation replaceMetadata(long id, Object metadata) {
    return patch(id, Map.of("metadata", metadata));
  }

  /** Replaces the metadata of an annotation, as {@link #replaceMetadata(long, Object)} does. */
  public Annotation replaceMetadata(ResourceUrl url, Object metadata) {
    return replaceMetadata(id(url), metadata);
  }

  /** Copies an annotation into a queue, and returns the URL of the copy. */
  public ResourceUrl copy(long id, long targetQueue) {
    return copy(id, CopyDraft.of(targetQueue));
  }

  /** Copies an annotation into a queue, and returns the URL of the copy. */
  public ResourceUrl copy(ResourceUrl url, ResourceUrl targetQueue) {
    return copy(url, CopyDraft.of(targetQueue));
  }

  /** Copies an annotation as the draft says, and returns the URL of the copy. */
  public ResourceUrl copy(long id, CopyDraft draft) {
    String path = path(id, "copy");
    RawJson copy = api().send("POST", Query.of(path, draft.query()), draft.body(api()));
    return api().url(path, copy, "annotation");
  }

  /** Copies an annotation as the draft says, and returns the URL of the copy. */
  public ResourceUrl copy(ResourceUrl url, CopyDraft draft) {
    return copy(id(url), draft);
  }

  /**
   * Splits an annotation into new ones, and returns them.
   *
   * @param parts the new documents
   * @throws IllegalArgumentException if a part has what a split cannot have, such as a queue
   */
  public List<NewAnnotation> split(long id, PartDraft... parts) {
    List<?> documents = Arrays.stream(parts).map(part -> part.ofSplit(api())).toList();
    return newAnnotations(api().send("POST", path(id, "split"), Map.of("documents", documents)));
  }

  /** Splits an annotation into new ones, as {@link #split(long, PartDraft...)} does. */
  public List<NewAnnotation> split(ResourceUrl url, PartDraft... parts) {
    return split(id(url), parts);
  }

  /**
   * Splits, moves and deletes the documents of a parent annotation, and returns those that were
   * made or changed.
   */
  public List<NewAnnotation> editPages(long id, EditPagesDraft edit) {
    return newAnnotations(api().send("POST", path(id, "edit_pages"), edit.body(api())));
  }

  /** Splits, moves and deletes documents, as {@link #editPages(long, EditPagesDraft)} does. */
  public List<NewAnnotation> editPages(ResourceUrl url, EditPagesDraft edit) {
    return editPages(id(url), edit);
  }

  private static List<NewAnnotation> newAnnotations(RawJson json) {
    return Responses.objects(json, "results").map(NewAnnotation::new).toList();
  }

  /**
   * Returns the text on pages of an annotation, at most twenty.
   *
   * @param granularity {@code lines}, {@code words}, {@code chars}, {@code texts} or {@code
   *     barcodes}
   * @param pages their numbers, from 1
   */
  public List<PageData> pageData(long id, String granularity, int... pages) {
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("granularity", granularity);
    query.put("page_numbers", IntStream.of(pages).boxed().toList());
    return Responses.objects(api().get(path(id, "page_data"), query), "results")
        .map(PageData::new)
        .toList();
  }

  /**
   * Returns the text on pages of an annotation, as {@link #pageData(long, String, int...)} does.
   */
  public List<PageData> pageData(ResourceUrl url, String granularity, int... pages) {
    return pageData(id(url), granularity, pages);
  }
}
