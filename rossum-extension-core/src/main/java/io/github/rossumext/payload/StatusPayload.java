package io.github.rossumext.payload;

/**
 * {@code annotation_status.changed}: the status of an annotation changed. The annotation knows its
 * status and the one before. Immutable and thread-safe.
 */
public final class StatusPayload extends AnnotationPayload {
  StatusPayload(PayloadReader reader) {
    super(reader);
  }
}
