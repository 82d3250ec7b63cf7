package io.github.rossumext.snippets;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookContext;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.value.Secret;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples in the Javadoc of deliveries. */
class DeliverySnippetsTest {
  private static final Secret SECRET = Secret.of("made-up");

  private final List<String> booked = new ArrayList<>();

  /** The other system. */
  private interface Erp {
    void book(ContentPayload invoice, String idempotencyKey);
  }

  private final Erp erp = (invoice, idempotencyKey) -> booked.add(idempotencyKey);

  // @start region="once"
  HookEndpoint endpoint(Secret secret) {
    return HookEndpoint.builder()
        .secret(secret)
        .on(ANNOTATION_CONTENT.only(EXPORT), this::book)
        .once(ANNOTATION_CONTENT.only(EXPORT)) // if the outcome is unknown: REFUSE
        .build();
  }

  // @end

  // @start region="key"
  ContentResponse book(ContentPayload invoice, HookContext context) {
    erp.book(invoice, context.deliveryKey());
    return ContentResponse.empty();
  }

  // @end

  @Test
  void aRepeatedExportBooksOnce() {
    EndpointRequest export =
        SignedRequest.of(Fixtures.invoice().with(EXPORT), SECRET).toEndpointRequest();
    try (HookEndpoint endpoint = endpoint(SECRET)) {
      assertThat(endpoint.handle(export).status()).isEqualTo(200);
      assertThat(endpoint.handle(export).status()).isEqualTo(200);
    }

    assertThat(booked).hasSize(1);
  }
}
