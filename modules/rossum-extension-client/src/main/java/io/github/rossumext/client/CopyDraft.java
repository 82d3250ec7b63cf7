package io.github.rossumext.client;

import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.value.ResourceUrl;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A copy of an annotation to make in a queue. Mutable and not thread-safe.
 *
 * @see Annotations#copy(long, CopyDraft)
 */
public final class CopyDraft {
  private final Object queue;
  private @Nullable AnnotationStatus status;
  private boolean isReimported;

  private CopyDraft(Object queue) {
    this.queue = queue;
  }

  /** Creates a copy in this queue. */
  public static CopyDraft of(long targetQueue) {
    return new CopyDraft(targetQueue);
  }

  /** Creates a copy in this queue. */
  public static CopyDraft of(ResourceUrl targetQueue) {
    return new CopyDraft(targetQueue);
  }

  /** Sets the status of the copy. Without this call, Rossum decides. */
  public CopyDraft status(AnnotationStatus targetStatus) {
    status = targetStatus;
    return this;
  }

  /** Lets Rossum extract the content again, as the queue of the copy does it. */
  public CopyDraft reimport() {
    isReimported = true;
    return this;
  }

  Map<String, ?> query() {
    return isReimported ? Map.of("reimport", true) : Map.of();
  }

  /** The body; an id becomes a URL. */
  Map<String, Object> body(Api api) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("target_queue", api.reference("queues", queue));
    if (status != null) {
      body.put("target_status", status.value());
    }
    return body;
  }
}
