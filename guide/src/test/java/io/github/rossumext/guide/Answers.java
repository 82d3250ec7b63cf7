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

/** Asks an endpoint as Rossum would, and gives the JSON that goes back. */
final class Answers {
  static final Secret SECRET = Secret.of("made-up");

  private Answers() {}

  /** What Rossum gets of these rules; a write that it would lose fails. */
  static String of(Fixture call, ContentRule... rules) {
    return of(call.bytes(), rules);
  }

  static String of(byte[] call, ContentRule... rules) {
    return of(call, endpoint().on(ANNOTATION_CONTENT, ContentRules.of(rules)));
  }

  static String of(Fixture call, HookEndpoint.Builder endpoint) {
    return of(call.bytes(), endpoint);
  }

  static String of(byte[] call, HookEndpoint.Builder endpoint) {
    EndpointResponse response = ask(call, endpoint);
    if (response.status() != 200) {
      throw new AssertionError("Answered with " + response.status() + ": " + text(response));
    }
    return text(response);
  }

  static EndpointResponse ask(Fixture call, HookEndpoint.Builder endpoint) {
    return ask(call.bytes(), endpoint);
  }

  private static EndpointResponse ask(byte[] call, HookEndpoint.Builder endpoint) {
    return endpoint.build().handle(SignedRequest.of(call, SECRET).toEndpointRequest());
  }

  static String text(EndpointResponse response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /** An endpoint without handlers, strict as an author's tests should be. */
  static HookEndpoint.Builder endpoint() {
    return HookEndpoint.builder().secret(SECRET).lossyWrites(LossyWrites.REFUSE);
  }

  /** The call with another text in one place. */
  static byte[] changed(Fixture call, String text, String other) {
    String body = call.json();
    if (body.indexOf(text) < 0 || body.indexOf(text) != body.lastIndexOf(text)) {
      throw new AssertionError(call + " does not hold this once: " + text);
    }
    return body.replace(text, other).getBytes(StandardCharsets.UTF_8);
  }

  /** The call with a key more. */
  static byte[] with(Fixture call, String key, String json) {
    String body = call.json().strip();
    return (body.substring(0, body.length() - 1) + ",\"" + key + "\":" + json + "}")
        .getBytes(StandardCharsets.UTF_8);
  }
}
