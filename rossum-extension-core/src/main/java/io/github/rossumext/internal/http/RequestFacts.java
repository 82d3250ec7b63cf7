package io.github.rossumext.internal.http;

import io.github.rossumext.listener.HookListener;
import io.github.rossumext.listener.HookRequest;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.response.HookResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known about one request, from its arrival to its response. For one thread. */
public final class RequestFacts {
  private final long start = System.nanoTime();
  private final ExceptionTexts texts;
  private final boolean isSilent;
  private Instant arrival = Instant.EPOCH;
  private long bytes;
  private boolean isPage;
  private boolean isUnhandled;
  private boolean isExpected;
  private Instant deadline = Instant.MAX;
  private Instant end = Instant.EPOCH;
  private @Nullable Throwable userMessage;
  private @Nullable HookPayload payload;
  private String requestId = "";
  private @Nullable HookRequest request;
  private @Nullable HookResponse response;
  private List<String> losses = List.of();
  private @Nullable HookListener observer;
  private @Nullable RejectedException rejection;
  private @Nullable Throwable failure;

  /**
   * A request that has just arrived, and how its exceptions are logged.
   *
   * @param isSilent whether no line is written about it
   */
  public RequestFacts(ExceptionTexts texts, boolean isSilent) {
    this.texts = texts;
    this.isSilent = isSilent;
  }

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

  /** It was verified and read, and its time is over at the deadline. */
  public void received(HookPayload known, String id, Instant due) {
    this.payload = known;
    this.requestId = id;
    this.deadline = due;
  }

  /** Its response is made. */
  void ended(Instant now) {
    this.end = now;
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
  public void userMessage(Throwable told) {
    this.userMessage = told;
  }

  /** Rossum would have lost these parts of its response, a sentence each. */
  public void lost(List<String> reported) {
    this.losses = reported;
  }

  /** This listener is told, after those of the endpoint. */
  void observedBy(HookListener listener) {
    this.observer = listener;
  }

  /** It failed. */
  public void failed(Throwable why) {
    this.failure = why;
  }

  /** It failed as its author expects it to do at times, so that a line says enough. */
  public void expected(Throwable why) {
    this.failure = why;
    this.isExpected = true;
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

  ExceptionTexts texts() {
    return texts;
  }

  boolean isSilent() {
    return isSilent;
  }

  boolean isExpected() {
    return isExpected;
  }

  /** Returns whether its time was over when the response was made. */
  boolean isLate() {
    return end.isAfter(deadline);
  }

  /** Returns what its handler threw to tell the user; null if it did not. */
  @Nullable Throwable userMessage() {
    return userMessage;
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

  List<String> losses() {
    return losses;
  }

  @Nullable HookListener observer() {
    return observer;
  }

  @Nullable RejectedException rejection() {
    return rejection;
  }

  @Nullable Throwable failure() {
    return failure;
  }
}
