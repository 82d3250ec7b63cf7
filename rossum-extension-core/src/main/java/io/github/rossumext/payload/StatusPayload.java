package io.github.rossumext.payload;

/**
 * The payload of {@code annotation_status.changed}: the status of an annotation changed. The
 * annotation has the new and the previous status. Immutable and thread-safe.
 */
public final class StatusPayload extends AnnotationPayload {
  StatusPayload(PayloadReader reader) {
    super(reader);
  }
}
