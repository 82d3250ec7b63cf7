package io.github.rossumext.guide;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.LossyWrites;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.value.Secret;
import java.nio.charset.StandardCharsets;

/** Sends requests to an endpoint as Rossum does, and returns the JSON of the responses. */
final class Responses {
  static final Secret SECRET = Secret.of("made-up");

  private Responses() {}

  /** Returns the response of these rules. A write that Rossum would lose fails. */
  static String of(Fixture request, ContentRule... rules) {
    return of(request.body(), rules);
  }

  static String of(byte[] request, ContentRule... rules) {
    return of(request, endpoint().on(ANNOTATION_CONTENT, ContentRules.of(rules)));
  }

  static String of(Fixture request, HookEndpoint.Builder endpoint) {
    return of(request.body(), endpoint);
  }

  static String of(byte[] request, HookEndpoint.Builder endpoint) {
    EndpointResponse response = send(request, endpoint);
    if (response.status() != 200) {
      throw new AssertionError("The status was " + response.status() + ": " + text(response));
    }
    return text(response);
  }

  static EndpointResponse send(Fixture request, HookEndpoint.Builder endpoint) {
    return send(request.body(), endpoint);
  }

  private static EndpointResponse send(byte[] request, HookEndpoint.Builder endpoint) {
    return endpoint.build().handle(SignedRequest.of(request, SECRET).toEndpointRequest());
  }

  static String text(EndpointResponse response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /** Returns an endpoint without handlers that refuses lossy writes, as your tests should. */
  static HookEndpoint.Builder endpoint() {
    return HookEndpoint.builder().secret(SECRET).lossyWrites(LossyWrites.REFUSE);
  }

  /** Returns the request with another text in one place. */
  static byte[] changed(Fixture request, String text, String other) {
    String body = request.json();
    if (body.indexOf(text) < 0 || body.indexOf(text) != body.lastIndexOf(text)) {
      throw new AssertionError(request + " must hold this exactly once: " + text);
    }
    return body.replace(text, other).getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the request with one more key. */
  static byte[] with(Fixture request, String key, String json) {
    String body = request.json().strip();
    return (body.substring(0, body.length() - 1) + ",\"" + key + "\":" + json + "}")
        .getBytes(StandardCharsets.UTF_8);
  }
}
