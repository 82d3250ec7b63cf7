package io.github.rossumext.client;

import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.List;
import java.util.Optional;

/**
 * Documents that belong to an annotation, such as the files of an export. Immutable and
 * thread-safe.
 */
public final class DocumentRelation extends Resource {
  DocumentRelation(RawJson raw) {
    super(raw);
  }

  /** Returns its kind: {@code export} or {@code einvoice}. */
  public Optional<String> type() {
    return text("type");
  }

  /** Returns its key, which tells the relations of an annotation apart. */
  public Optional<String> key() {
    return text("key");
  }

  /** Returns the annotation. */
  public Optional<ResourceUrl> annotation() {
    return url("annotation");
  }

  /** Returns the documents. */
  public List<ResourceUrl> documents() {
    return urls("documents");
  }
}
