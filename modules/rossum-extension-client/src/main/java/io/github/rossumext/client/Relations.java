package io.github.rossumext.client;

/**
 * Relations between annotations, such as duplicates. Each call throws a {@link RossumApiException}
 * if it does not succeed. Immutable and thread-safe.
 */
public final class Relations extends EditableResources<Relation> {
  Relations(Api api) {
    super(api, "relations", Relation::new);
  }

  /**
   * Creates a relation, and returns it.
   *
   * {@snippet class="io.github.rossumext.snippets.ClientSnippetsTest" region="duplicates"}
   */
  public Relation create(RelationDraft relation) {
    return create(relation.body(api()));
  }
}
