package io.github.rossumext;

import io.github.rossumext.response.HookResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended, as a {@link HookListener} sees it. Immutable and thread-safe; it prints nothing
 * of the answer.
 */
public final class HookResult {
  private final EndpointResponse sent;
  private final Duration duration;
  private final @Nullable HookResponse response;

  HookResult(EndpointResponse sent, Duration duration, @Nullable HookResponse response) {
    this.sent = sent;
    this.duration = duration;
    this.response = response;
  }

  /** The HTTP status. */
  public int status() {
    return sent.status();
  }

  /** The size of the answer's body in bytes. */
  public int sizeInBytes() {
    return sent.contentLength();
  }

  /** The time since the request reached the endpoint. */
  public Duration duration() {
    return duration;
  }

  /**
   * What is sent, with its messages, operations and blockers to be counted; empty where the handler
   * failed, and where the answer is a message of the library's.
   */
  public Optional<HookResponse> response() {
    return Optional.ofNullable(response);
  }

  /** Status, size and duration; nothing of the content. */
  @Override
  public String toString() {
    return "HookResult["
        + status()
        + ", "
        + sizeInBytes()
        + " bytes, "
        + duration.toMillis()
        + " ms]";
  }
}
