package io.github.rossumext.listener;

import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.payload.HookPayload;
import java.util.Objects;

/**
 * A request that was verified and read, as a {@link HookListener} sees it. Immutable and
 * thread-safe; it prints nothing of the content.
 */
public final class HookRequest {
  private final HookPayload payload;
  private final String requestId;
  private final byte[] body;

  private HookRequest(HookPayload payload, String requestId, byte[] body) {
    this.payload = Objects.requireNonNull(payload, "payload");
    this.requestId = Objects.requireNonNull(requestId, "requestId");
    this.body = Objects.requireNonNull(body, "body");
  }

  /**
   * Returns a request, also for the test of a listener.
   *
   * @param payload what was read from the body
   * @param requestId the id of the request
   * @param body the body as it came. Not copied.
   */
  public static HookRequest of(HookPayload payload, String requestId, byte[] body) {
    return new HookRequest(payload, requestId, body);
  }

  /** Returns what Rossum sent. It holds values, secrets and the token. */
  public HookPayload payload() {
    return payload;
  }

  /** Returns the id of the request, as in the log and in what the user reads. */
  public String requestId() {
    return requestId;
  }

  /** Returns the size of the body in bytes. */
  public int sizeInBytes() {
    return body.length;
  }

  /** Returns a copy of the body as it came. It holds values, secrets and the token. */
  public byte[] body() {
    return body.clone();
  }

  /** Returns event and request id; nothing of the content. */
  @Override
  public String toString() {
    return "HookRequest[" + Printable.word(payload.eventAndAction()) + ", " + requestId + "]";
  }
}
