package io.github.rossumext.jdbc;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.HookHandler;
import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.Secret;
import java.time.Clock;
import java.time.Duration;

/** Exports of invoices, as Rossum sends them, and endpoints that handle each once. */
final class Exports {
  static final Secret SECRET = Secret.of("mrk7d-hook-secret");
  static final HookEvent<ContentPayload, ContentResponse> EXPORT =
      ANNOTATION_CONTENT.only(HookAction.EXPORT);

  /** How long a request waits for a run on another node. */
  static final Duration TIMEOUT = Duration.ofMillis(30);

  private static final Fixture INVOICE = Fixtures.invoice().with(HookAction.EXPORT);

  private Exports() {}

  /** Returns a request of this id to export this invoice. */
  static SignedRequest of(String requestId, String invoice) {
    return SignedRequest.of(
        INVOICE.withKey("request_id", requestId).withKey("invoice", invoice), SECRET);
  }

  static HookEndpoint.Builder node(
      DeliveryStore store, Clock clock, HookHandler<ContentPayload, ContentResponse> handler) {
    return HookEndpoint.builder()
        .secret(SECRET)
        .on(ANNOTATION_CONTENT, handler)
        .once(EXPORT)
        .store(store)
        .clock(clock)
        .timeout(TIMEOUT);
  }

  /** Returns a response that shows this text. */
  static ContentResponse saying(String text) {
    return ContentResponse.builder().message(Message.of(MessageType.INFO, text)).build();
  }

  static String text(EndpointResponse response) {
    return response.status() + " " + new String(response.body(), UTF_8);
  }
}
