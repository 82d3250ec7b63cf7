package io.github.rossumext.payload;

import io.github.rossumext.value.RawJson;
import java.util.Optional;

/**
 * {@code annotation_status.changed}: the status of an annotation changed (protocol §1, §3.2).
 * Immutable and thread-safe.
 */
public final class StatusPayload extends HookPayload {
  StatusPayload(PayloadReader reader) {
    super(reader);
  }

  /** The annotation, with its status and the one before. */
  public Annotation annotation() {
    return new Annotation(json("annotation").orElse(RawJson.EMPTY_OBJECT));
  }

  /** The document. */
  public Optional<Document> document() {
    return json("document").filter(RawJson::isObject).map(Document::new);
  }
}
