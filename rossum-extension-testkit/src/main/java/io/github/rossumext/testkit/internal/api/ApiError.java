package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;

/** The end of a request with an error, and the body that Rossum sends with it. */
public final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient ObjectNode body;

  private ApiError(int status, ObjectNode body) {
    super("status " + status, null, false, false);
    this.status = status;
    this.body = body;
  }

  /** Returns an error with a {@code detail}. */
  public static ApiError of(int status, String detail) {
    return new ApiError(status, Json.newObject().put("detail", detail));
  }

  /** Returns the error that an object is unknown or not visible. */
  public static ApiError notFound() {
    return of(404, "Not found.");
  }

  /** Returns the error that the state of an object does not allow the request. */
  public static ApiError conflict(String detail) {
    return of(409, detail);
  }

  /** Returns the error that a key of the body is wrong. */
  public static ApiError field(String key, String reason) {
    ObjectNode body = Json.newObject();
    body.putArray(key).add(reason);
    return new ApiError(400, body);
  }

  /** Returns the error that a key of the body is missing. */
  public static ApiError required(String key) {
    return field(key, "This field is required.");
  }

  /** Returns the response. */
  public ApiResponse response() {
    return ApiResponse.json(status, body);
  }
}
