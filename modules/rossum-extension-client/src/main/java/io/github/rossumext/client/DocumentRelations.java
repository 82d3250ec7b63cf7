package io.github.rossumext.client;

import io.github.rossumext.value.ResourceUrl;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Relations between an annotation and documents, such as the files that an export made. There is
 * one for each type, key and annotation. Each call throws a {@link RossumApiException} if it does
 * not succeed. Immutable and thread-safe.
 */
public final class DocumentRelations extends EditableResources<DocumentRelation> {
  DocumentRelations(Api api) {
    super(api, "document_relations", DocumentRelation::new);
  }

  /**
   * Relates documents to an annotation, and returns the relation. If there is one with this type
   * and key, its documents are replaced.
   *
   * {@snippet class="io.github.rossumext.snippets.ClientSnippetsTest" region="attach"}
   *
   * @param type {@code export} or {@code einvoice}
   * @param key tells the relations of an annotation apart
   */
  public DocumentRelation attach(
      ResourceUrl annotation, String type, String key, List<ResourceUrl> documents) {
    long id = api().id("annotations", annotation);
    Optional<DocumentRelation> known = find(id, type, key);
    if (known.isEmpty()) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("type", type);
      body.put("key", key);
      body.put("annotation", annotation);
      body.put("documents", documents);
      return create(body);
    }
    return patch(requireId(known.orElseThrow()), Map.of("documents", documents));
  }

  /** Relates documents to an annotation; as the other method. */
  public DocumentRelation attach(long annotation, String type, String key, long... documents) {
    return attach(
        api().url("annotations", annotation),
        type,
        key,
        Arrays.stream(documents).mapToObj(document -> api().url("documents", document)).toList());
  }

  private Optional<DocumentRelation> find(long annotation, String type, String key) {
    Map<String, Object> filters = new LinkedHashMap<>();
    filters.put("annotation", annotation);
    filters.put("type", type);
    filters.put("key", key);
    // Compared again, because Rossum ignores a filter that it does not know.
    return list(filters)
        .filter(
            relation ->
                relation.type().filter(type::equals).isPresent()
                    && relation.key().filter(key::equals).isPresent())
        .findFirst();
  }

  private static long requireId(DocumentRelation relation) {
    return relation
        .id()
        .orElseThrow(() -> new IllegalStateException("A relation of Rossum's has an id."));
  }

  /** Deletes a relation. Rossum refuses to while it has documents, so they are taken out before. */
  @Override
  public void delete(long id) {
    patch(id, Map.of("documents", List.of()));
    super.delete(id);
  }
}
