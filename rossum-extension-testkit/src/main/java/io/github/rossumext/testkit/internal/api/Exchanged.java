package io.github.rossumext.testkit.internal.api;

import java.time.Duration;
import java.time.Instant;

/**
 * A request of a client with its response, as the journal keeps it.
 *
 * @param user the id of the user whose token it had; 0 without a valid token
 * @param status the status of the response; 0 if the connection ended without one
 * @param fault what the stub was told to do to it; {@code ""} for nothing
 * @param receivedAt when it arrived, by the clock of the machine
 * @param duration how long the stub worked on it
 */
public record Exchanged(
    ApiRequest request,
    ApiResponse response,
    long user,
    int status,
    String fault,
    Instant receivedAt,
    Duration duration) {
  /** Returns a request that has no response yet. */
  static Exchanged arrived(ApiRequest request) {
    return new Exchanged(
        request, ApiResponse.empty(204), 0, 0, "in progress", Instant.now(), Duration.ZERO);
  }

  /** Returns the method. */
  public String method() {
    return request.method();
  }

  /** Returns the path from {@code /v1/} or {@code /svc/} on, or else the whole path. */
  public String path() {
    String path = request.path();
    return path.startsWith(Router.API + "/v1/") ? path.substring(Router.API.length()) : path;
  }

  /** Returns the query as it came; {@code ""} for none. */
  public String query() {
    return request.rawQuery();
  }

  /** Returns the value of a parameter; {@code ""} if it is missing. */
  public String parameter(String name) {
    return request.parameter(name).orElse("");
  }

  /** Returns a header of the request other than the token; {@code ""} if it is missing. */
  public String header(String name) {
    return name.equalsIgnoreCase("authorization") ? "" : request.header(name);
  }

  /** Returns a copy of the body of the request. */
  public byte[] requestBody() {
    return request.body().clone();
  }

  /** Returns the media type of the response. */
  public String responseType() {
    return response.type();
  }

  /** Returns a copy of the body of the response. */
  public byte[] responseBody() {
    return response.body().clone();
  }
}
