package io.github.rossumext.testkit.api;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import io.github.rossumext.testkit.internal.api.FaultPlan;
import io.github.rossumext.testkit.internal.api.FaultPlan.Kind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * Something to go wrong with one request to the {@link RossumApiStub}. Immutable and thread-safe.
 *
 * <p>A status, a redirect and a lost connection come instead of the effect, unless you call {@link
 * #afterEffect}. With the others, the request takes effect, and only the response is faulty.
 */
public final class Fault {
  private static final Pattern METHOD_AND_PATH = Pattern.compile("[A-Z]+ /(v1|svc)/[^?\\s]+");

  private final FaultPlan plan;

  private Fault(FaultPlan plan) {
    this.plan = plan;
  }

  static Fault of(FaultPlan plan) {
    return new Fault(plan);
  }

  private static Fault of(Kind kind, int status, Duration time, String text) {
    return new Fault(new FaultPlan(kind, status, time, text, false, ""));
  }

  private static Fault of(Kind kind) {
    return of(kind, 0, Duration.ZERO, "");
  }

  private static Fault late(Kind kind, Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("time must not be negative, but was " + time + ".");
    }
    return of(kind, 0, time, "");
  }

  private static int checked(int status) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException(
          "Expected an HTTP status from 200 to 599, but found " + status + ".");
    }
    return status;
  }

  /**
   * Returns a response with this status and JSON with a {@code detail}.
   *
   * @throws IllegalArgumentException if it is not from 200 to 599
   */
  public static Fault status(int status) {
    return of(Kind.STATUS, checked(status), Duration.ZERO, "");
  }

  /**
   * Returns a response with this status and a page of HTML, as a proxy sends it.
   *
   * @throws IllegalArgumentException if it is not from 200 to 599
   */
  public static Fault html(int status) {
    return of(Kind.HTML, checked(status), Duration.ZERO, "");
  }

  /**
   * Returns a response with this status and an empty body.
   *
   * @throws IllegalArgumentException if it is not from 200 to 599
   */
  public static Fault empty(int status) {
    return of(Kind.EMPTY, checked(status), Duration.ZERO, "");
  }

  /** Returns a response 429 with {@code Retry-After} in seconds. */
  public static Fault throttled(Duration retryAfter) {
    return of(Kind.THROTTLED, 429, Duration.ZERO, String.valueOf(retryAfter.toSeconds()));
  }

  /** Returns a response 429 with {@code Retry-After} as a date. */
  public static Fault throttledUntil(Instant retryAfter) {
    return of(
        Kind.THROTTLED,
        429,
        Duration.ZERO,
        RFC_1123_DATE_TIME.format(retryAfter.atOffset(ZoneOffset.UTC)));
  }

  /** Returns a response 302 to this URL, such as one of another host. */
  public static Fault redirect(URI location) {
    return of(Kind.REDIRECT, 302, Duration.ZERO, location.toString());
  }

  /** Returns the end of the connection without a response. */
  public static Fault close() {
    return of(Kind.CLOSE);
  }

  /** Returns a reset of the connection without a response. */
  public static Fault reset() {
    return of(Kind.RESET);
  }

  /**
   * Returns a response that is late on the clock only: the clock advances, and the test does not
   * wait.
   *
   * @throws IllegalArgumentException if the time is negative
   */
  public static Fault delay(Duration time) {
    return late(Kind.DELAY, time);
  }

  /**
   * Returns a response whose headers come after this time. The time passes for real, and then on
   * the clock, too. It ends early if the stub is closed.
   *
   * @throws IllegalArgumentException if the time is negative
   */
  public static Fault slowHeaders(Duration time) {
    return late(Kind.SLOW_HEADERS, time);
  }

  /**
   * Returns a response whose headers and first half of the body come at once, and the rest after
   * this time. The time passes as that of {@link #slowHeaders}. A response without a body is not
   * late.
   *
   * @throws IllegalArgumentException if the time is negative
   */
  public static Fault slowBody(Duration time) {
    return late(Kind.SLOW_BODY, time);
  }

  /** Returns a complete response whose JSON ends in the middle. */
  public static Fault cutJson() {
    return of(Kind.CUT_JSON);
  }

  /** Returns a response whose connection ends in the middle of the body. */
  public static Fault cutBody() {
    return of(Kind.CUT_BODY);
  }

  /** Returns a page of a list whose {@code next} is this text, such as a URL of another host. */
  public static Fault next(String url) {
    return of(Kind.NEXT, 0, Duration.ZERO, url);
  }

  /**
   * Returns a copy with which the request takes effect first, so that only its response gets lost.
   */
  public Fault afterEffect() {
    return new Fault(plan.late());
  }

  /**
   * Returns a copy that waits for a request with this method and path.
   *
   * @param methodAndPath such as {@code POST /v1/relations}, without the query
   * @throws IllegalArgumentException if it is not a method and a path
   */
  public Fault on(String methodAndPath) {
    if (!METHOD_AND_PATH.matcher(methodAndPath).matches()) {
      throw new IllegalArgumentException(
          "Expected a method and a path without query, such as POST /v1/relations, but found '"
              + methodAndPath
              + "'.");
    }
    return new Fault(plan.on(methodAndPath));
  }

  FaultPlan plan() {
    return plan;
  }

  /** Returns what happens. */
  @Override
  public String toString() {
    return "Fault["
        + plan.described()
        + (plan.route().isEmpty() ? "" : " on " + plan.route())
        + "]";
  }
}
