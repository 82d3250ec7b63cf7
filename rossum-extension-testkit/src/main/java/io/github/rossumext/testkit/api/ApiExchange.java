package io.github.rossumext.testkit.api;

import io.github.rossumext.internal.text.Storable;
import io.github.rossumext.testkit.internal.api.Exchanged;
import io.github.rossumext.value.RawJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * One request of a client to the {@link RossumApiStub}, and its response. The header {@code
 * Authorization} is not kept. Immutable and thread-safe.
 */
public final class ApiExchange {
  /** The number of characters that {@link #describe} shows of a body. */
  private static final int MOST_SHOWN = 1000;

  private final Exchanged exchanged;

  ApiExchange(Exchanged exchanged) {
    this.exchanged = exchanged;
  }

  /** Returns the method, such as {@code GET}. */
  public String method() {
    return exchanged.method();
  }

  /** Returns the path after {@code /api}, such as {@code /v1/annotations/315/content}. */
  public String path() {
    return exchanged.path();
  }

  /** Returns method and path, such as {@code GET /v1/annotations/315/content}. */
  public String methodAndPath() {
    return method() + " " + path();
  }

  /** Returns the query as it came; {@code ""} if there is none. */
  public String query() {
    return exchanged.query();
  }

  /** Returns the last value of a parameter of the query; {@code ""} if it is missing. */
  public String parameter(String name) {
    return exchanged.parameter(name);
  }

  /**
   * Returns a header of the request, by its name without regard to case; {@code ""} if it is
   * missing.
   */
  public String header(String name) {
    return exchanged.header(name);
  }

  /** Returns when the request arrived, by the clock of the machine. */
  public Instant receivedAt() {
    return exchanged.receivedAt();
  }

  /** Returns how long the stub took for the response, without the delay of a {@link Fault}. */
  public Duration duration() {
    return exchanged.duration();
  }

  /** Returns a copy of the body of the request. */
  public byte[] requestBody() {
    return exchanged.requestBody();
  }

  /**
   * Returns the body of the request.
   *
   * @throws IllegalArgumentException if it is not JSON
   */
  public RawJson requestJson() {
    return RawJson.of(new String(requestBody(), StandardCharsets.UTF_8));
  }

  /** Returns the status of the response; empty if the connection ended without one. */
  public OptionalInt status() {
    return exchanged.status() == 0 ? OptionalInt.empty() : OptionalInt.of(exchanged.status());
  }

  /** Returns whether the response has a status of 2xx. */
  public boolean isSuccess() {
    return exchanged.status() >= 200 && exchanged.status() < 300;
  }

  /** Returns a copy of the body of the response. */
  public byte[] responseBody() {
    return exchanged.responseBody();
  }

  /** Returns the {@link Fault} that the request met; {@code ""} if it met none. */
  public String fault() {
    return exchanged.fault();
  }

  /**
   * Returns whether the bodies may hold passwords, tokens or secrets of hooks, so that {@link
   * #describe} leaves them out.
   */
  public boolean isAboutSecrets() {
    return path().startsWith("/v1/auth/") || path().startsWith("/v1/hooks");
  }

  /**
   * Returns the exchange as text: method, path, query, status and bodies. Bodies that hold secrets
   * or are not JSON are left out, and long ones are cut.
   */
  public String describe() {
    StringBuilder text = new StringBuilder(methodAndPath());
    text.append(query().isEmpty() ? "" : "?" + query()).append(" → ");
    text.append(status().isPresent() ? String.valueOf(status().getAsInt()) : "no response");
    text.append(fault().isEmpty() ? "" : " (" + fault() + ")").append('\n');
    if (!isAboutSecrets()) {
      show(text, "request", exchanged.header("content-type"), requestBody());
      show(text, "response", exchanged.responseType(), responseBody());
    }
    return text.toString();
  }

  private static void show(StringBuilder text, String what, String type, byte[] body) {
    if (body.length == 0) {
      return;
    }
    text.append("  ").append(what).append(": ");
    if (type.startsWith("application/json")) {
      String json = new String(body, StandardCharsets.UTF_8);
      text.append(
          Storable.length(json) <= MOST_SHOWN ? json : Storable.start(json, MOST_SHOWN) + "…");
    } else {
      text.append(body.length).append(" bytes");
    }
    text.append('\n');
  }

  /** Returns method, path and status, and nothing of the bodies. */
  @Override
  public String toString() {
    return methodAndPath()
        + " → "
        + (status().isPresent() ? String.valueOf(status().getAsInt()) : "no response");
  }
}
