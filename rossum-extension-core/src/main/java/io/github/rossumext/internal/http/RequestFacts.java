package io.github.rossumext.internal.http;

import io.github.rossumext.listener.HookListener;
import io.github.rossumext.listener.HookRequest;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.response.HookResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts about one request, collected from its arrival to its response. For one thread. */
public final class RequestFacts {
  /** How a request or run ended, if neither a failure nor a rejection says it. */
  public enum Phase {
    /** Its handler has run, or it has none. */
    HANDLED("handled", false),
    /** It got the response of an earlier request. */
    REPEATED("repeated", false),
    /** It waited for another run of its handler, which has not ended. */
    WAITED("repeat waited too long, the handler still runs", true),
    /** It says where Rossum fetches the response of its own handler, which goes on without it. */
    JOB_STARTED("job started", false),
    /** It asked for the response of such a handler. */
    POLLED("polled", false),
    /** Its own handler goes on without it, and its deadline is over. */
    DETACHED("handler still runs, its response is stored later", true),
    /** It is the run of a handler that went on without its request. */
    RUN("job finished", false),
    /** The outcome of the last run is unknown. */
    UNKNOWN("outcome unknown", true);

    private final String phrase;
    private final boolean isWarning;

    Phase(String phrase, boolean isWarning) {
      this.phrase = phrase;
      this.isWarning = isWarning;
    }

    String phrase() {
      return phrase;
    }

    boolean isWarning() {
      return isWarning;
    }
  }

  private final long start;
  private final ExceptionTexts texts;
  private final boolean isSilent;
  private Instant arrival = Instant.EPOCH;
  private long bytes;
  private boolean isPage;
  private boolean isUnhandled;
  private boolean isExpected;
  private Phase phase = Phase.HANDLED;
  private String deliveryKey = "";
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
   * Creates the facts of a request that has just arrived.
   *
   * @param isSilent whether no line is written about it
   */
  public RequestFacts(ExceptionTexts texts, boolean isSilent) {
    this(texts, isSilent, System.nanoTime());
  }

  private RequestFacts(ExceptionTexts texts, boolean isSilent, long start) {
    this.texts = texts;
    this.isSilent = isSilent;
    this.start = start;
  }

  /**
   * Returns the facts of the run of its handler, which may be on another thread and may outlive the
   * request. So far, they are those of the request.
   *
   * @param due when the handler must have ended
   */
  public RequestFacts ofRun(Instant due) {
    RequestFacts run = new RequestFacts(texts, isSilent, start);
    run.arrival = arrival;
    run.bytes = bytes;
    run.payload = payload;
    run.requestId = requestId;
    run.request = request;
    run.observer = observer;
    run.deliveryKey = deliveryKey;
    run.deadline = due;
    return run;
  }

  /** Notes that the request ends as the run of its handler did. */
  public void endedAs(RequestFacts run) {
    this.userMessage = run.userMessage;
    this.response = run.response;
    this.losses = run.losses;
    this.failure = run.failure;
    this.isExpected = run.isExpected;
  }

  /** Notes the key of its delivery. */
  public void delivery(String key) {
    this.deliveryKey = key;
  }

  /** Notes how it ended. */
  public void phase(Phase how) {
    this.phase = how;
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

  void polled() {
    this.phase = Phase.POLLED;
  }

  void rejected(RejectedException why) {
    this.rejection = why;
  }

  void told(HookRequest listened) {
    this.request = listened;
  }

  /** Notes the payload, the id and the deadline of a verified request. */
  public void received(HookPayload known, String id, Instant due) {
    this.payload = known;
    this.requestId = id;
    this.deadline = due;
  }

  /** Notes when its response was ready. */
  public void ended(Instant now) {
    this.end = now;
  }

  /** Notes the response that is sent. */
  public void responding(HookResponse sent) {
    this.response = sent;
  }

  /** Notes that it has no handler. */
  public void unhandled() {
    this.isUnhandled = true;
  }

  /** Notes that its handler threw a message for the user. */
  public void userMessage(Throwable told) {
    this.userMessage = told;
  }

  /** Notes the parts of its response that Rossum would have lost, one sentence for each. */
  public void lost(List<String> reported) {
    this.losses = reported;
  }

  /** Adds a listener, which is informed after those of the endpoint. */
  void observedBy(HookListener listener) {
    this.observer = listener;
  }

  /** Notes that it failed. */
  public void failed(Throwable why) {
    this.failure = why;
    this.response = null;
  }

  /**
   * Notes a failure that the user expects at times, so that one log line without a stack trace is
   * enough.
   */
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

  Phase phase() {
    return phase;
  }

  /** Returns the key of its delivery; "" if it has none. */
  public String deliveryKey() {
    return deliveryKey;
  }

  boolean isPage() {
    return isPage;
  }

  /** Returns whether it carries an event, and not only asks for something. */
  boolean isDelivery() {
    return !isPage && phase != Phase.POLLED;
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

  /** Returns the exception that its handler threw as a message for the user; null if it did not. */
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

  /** Returns the request as the listeners got it; null if they did not get one. */
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

  /** Returns what made the handler fail; null if it did not fail. */
  public @Nullable Throwable failure() {
    return failure;
  }
}
