package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.testkit.internal.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A response of the API. Do not change its body. */
public final class ApiResponse {
  private static final byte[] NOTHING = new byte[0];

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private ApiResponse(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** Returns a response without a body. */
  public static ApiResponse empty(int status) {
    return new ApiResponse(status, Map.of(), NOTHING);
  }

  /** Returns a response with JSON. */
  public static ApiResponse json(int status, JsonNode json) {
    return bytes(status, "application/json", Json.bytes(json));
  }

  /** Returns a response with JSON and the status 200. */
  public static ApiResponse ok(JsonNode json) {
    return json(200, json);
  }

  /** Returns a response with these bytes. */
  public static ApiResponse bytes(int status, String type, byte[] bytes) {
    return new ApiResponse(status, Map.of("Content-Type", type), bytes);
  }

  /** Returns a response with a page of HTML, as a proxy in front of Rossum sends it. */
  public static ApiResponse html(int status) {
    String page = "<html><body><h1>" + status + "</h1><hr>nginx</body></html>";
    return bytes(status, "text/html", page.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns a copy with another header. */
  public ApiResponse withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new ApiResponse(status, more, body);
  }

  /** Returns a copy with another body of the same type. */
  ApiResponse withBody(byte[] other) {
    return new ApiResponse(status, headers, other);
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  String type() {
    return headers.getOrDefault("Content-Type", "");
  }

  byte[] body() {
    return body;
  }
}
