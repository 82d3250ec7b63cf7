package io.github.rossumext.internal.http;

import io.github.rossumext.listener.HookRequest;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.response.HookResponse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known about one request, from its arrival to its response. For one thread. */
public final class RequestFacts {
  private final long start = System.nanoTime();
  private Instant arrival = Instant.EPOCH;
  private long bytes;
  private boolean isPage;
  private boolean isUnhandled;
  private boolean isUserMessage;
  private @Nullable HookPayload payload;
  private String requestId = "";
  private @Nullable HookRequest request;
  private @Nullable HookResponse response;
  private @Nullable RejectedException rejection;
  private @Nullable Throwable failure;

  /** A request that has just arrived. */
  RequestFacts() {}

  void arrived(Instant now) {
    this.arrival = now;
  }

  void read(long count) {
    this.bytes = count;
  }

  void page() {
    this.isPage = true;
  }

  void rejected(RejectedException why) {
    this.rejection = why;
  }

  void told(HookRequest listened) {
    this.request = listened;
  }

  /** It was verified and read. */
  public void received(HookPayload known, String id) {
    this.payload = known;
    this.requestId = id;
  }

  /** This response is sent. */
  public void responding(HookResponse sent) {
    this.response = sent;
  }

  /** It has no handler. */
  public void unhandled() {
    this.isUnhandled = true;
  }

  /** Its handler ended with a message for the user. */
  public void userMessage() {
    this.isUserMessage = true;
  }

  /** It failed. */
  public void failed(Throwable why) {
    this.failure = why;
  }

  /** Returns when it arrived, by the clock of the endpoint: deadlines are counted from there. */
  public Instant arrival() {
    return arrival;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Returns the size of its body, as far as it was read. */
  long bytes() {
    return bytes;
  }

  boolean isPage() {
    return isPage;
  }

  boolean isUnhandled() {
    return isUnhandled;
  }

  boolean isUserMessage() {
    return isUserMessage;
  }

  @Nullable HookPayload payload() {
    return payload;
  }

  /** Returns its id; "" if it is unknown. */
  String requestId() {
    return requestId;
  }

  /** Returns what the listeners were told that it is; null if they were not. */
  @Nullable HookRequest request() {
    return request;
  }

  @Nullable HookResponse response() {
    return response;
  }

  @Nullable RejectedException rejection() {
    return rejection;
  }

  @Nullable Throwable failure() {
    return failure;
  }
}
