package io.github.rossumext.testkit.internal.api;

import java.time.Duration;

/**
 * Something to go wrong with a request.
 *
 * @param isLate whether the request takes effect first, so that only its response gets lost
 * @param text the value of {@code Retry-After}, a URL, or {@code ""}
 * @param route the method and path of the requests that it is for; {@code ""} for any
 */
public record FaultPlan(
    Kind kind, int status, Duration time, String text, boolean isLate, String route) {
  /** What goes wrong. */
  public enum Kind {
    /** A status with JSON. */
    STATUS,
    /** A status with HTML. */
    HTML,
    /** Status 429 with {@code Retry-After}. */
    THROTTLED,
    /** A redirect. */
    REDIRECT,
    /** A status without a body. */
    EMPTY,
    /** The connection is closed without a response. */
    CLOSE,
    /** The connection is reset without a response. */
    RESET,
    /** The response comes late by the clock only. */
    DELAY,
    /** The headers come late. */
    SLOW_HEADERS,
    /** The second half of the body comes late. */
    SLOW_BODY,
    /** The JSON of the body ends too early. */
    CUT_JSON,
    /** The connection ends in the body. */
    CUT_BODY,
    /** The page of a list names another next page. */
    NEXT
  }

  /** Returns whether the request takes effect. */
  boolean takesEffect() {
    return switch (kind) {
      case DELAY, SLOW_HEADERS, SLOW_BODY, CUT_JSON, CUT_BODY, NEXT -> true;
      default -> isLate;
    };
  }

  boolean isFor(ApiRequest request) {
    String path = request.path();
    String local =
        path.startsWith(Router.API + "/v1/") ? path.substring(Router.API.length()) : path;
    return route.isEmpty() || route.equals(request.method() + " " + local);
  }

  /** Returns a copy for requests with this method and path. */
  public FaultPlan on(String methodAndPath) {
    return new FaultPlan(kind, status, time, text, isLate, methodAndPath);
  }

  /** Returns a copy that lets the request take effect first. */
  public FaultPlan late() {
    return new FaultPlan(kind, status, time, text, true, route);
  }

  /** Returns what happens, for the journal. */
  public String described() {
    String what =
        switch (kind) {
          case STATUS, HTML, EMPTY, REDIRECT -> "status " + status;
          case THROTTLED -> "status 429";
          case CLOSE -> "connection closed";
          case RESET -> "connection reset";
          case DELAY -> "late by " + time;
          case SLOW_HEADERS -> "headers late by " + time;
          case SLOW_BODY -> "body late by " + time;
          case CUT_JSON -> "JSON cut";
          case CUT_BODY -> "connection closed in the body";
          case NEXT -> "another next page";
        };
    return takesEffect() && isLate ? what + " after the effect" : what;
  }
}
