package io.github.rossumext;

import io.github.rossumext.payload.HookPayload;

/**
 * A request that was verified and read, as a {@link HookListener} sees it. Immutable and
 * thread-safe; it prints nothing of the content.
 */
public final class HookCall {
  private final EndpointRequest request;
  private final HookPayload payload;
  private final HookContext context;

  HookCall(EndpointRequest request, HookPayload payload, HookContext context) {
    this.request = request;
    this.payload = payload;
    this.context = context;
  }

  /** What Rossum sent. It holds values, secrets and the token. */
  public HookPayload payload() {
    return payload;
  }

  /** The id of the call, as in the log and in what the user reads. */
  public String requestId() {
    return context.requestId();
  }

  /** The size of the body in bytes. */
  public int sizeInBytes() {
    return request.sizeInBytes();
  }

  /** A copy of the body as it came. It holds values, secrets and the token. */
  public byte[] body() {
    return request.body().clone();
  }

  /** Event and request id; nothing of the content. */
  @Override
  public String toString() {
    return "HookCall[" + payload.eventAndAction() + ", " + requestId() + "]";
  }
}
