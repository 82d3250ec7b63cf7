package io.github.rossumext.client;

import io.github.rossumext.value.ResourceUrl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A relation between annotations to create. Mutable and not thread-safe.
 *
 * @see Relations#create(RelationDraft)
 */
public final class RelationDraft {
  private final Map<String, Object> keys = new LinkedHashMap<>();
  private final List<Object> annotations = new ArrayList<>();
  private @Nullable Object parent;

  private RelationDraft(String type) {
    keys.put("type", type);
  }

  /**
   * Creates a relation of no annotations.
   *
   * @param type {@code edit}, {@code attachment} or {@code duplicate}
   */
  public static RelationDraft of(String type) {
    return new RelationDraft(type);
  }

  /** Sets the key; of duplicates, it is the MD5 hash of the file. */
  public RelationDraft key(String key) {
    keys.put("key", key);
    return this;
  }

  /** Sets the annotation that the others come from. */
  public RelationDraft parent(long annotation) {
    parent = annotation;
    return this;
  }

  /** Sets the annotation that the others come from. */
  public RelationDraft parent(ResourceUrl annotation) {
    parent = annotation;
    return this;
  }

  /** Adds an annotation. */
  public RelationDraft annotation(long id) {
    annotations.add(id);
    return this;
  }

  /** Adds an annotation. */
  public RelationDraft annotation(ResourceUrl url) {
    annotations.add(url);
    return this;
  }

  /** The body; ids become URLs. */
  Map<String, Object> body(Api api) {
    Map<String, Object> body = new LinkedHashMap<>(keys);
    if (parent != null) {
      body.put("parent", api.reference("annotations", parent));
    }
    body.put("annotations", api.references("annotations", annotations));
    return body;
  }
}
