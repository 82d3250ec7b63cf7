package io.github.rossumext.examples.ordermatching;

import static io.github.rossumext.FailurePolicy.RETRY;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import io.github.rossumext.FailureException;
import io.github.rossumext.UserMessageException;
import io.github.rossumext.client.FileBody;
import io.github.rossumext.client.RossumApiException;
import io.github.rossumext.client.RossumClient;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.Field;
import io.github.rossumext.spring.OnlyAt;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Books the document at the ERP when it is exported, and writes the id of the booking back. If the
 * ERP does not respond, Rossum repeats the export, and the ERP recognises the key of the delivery.
 * A document that has the id is booked already.
 */
@Component
@OnlyAt("export")
final class BookingRule implements ContentRule {
  private static final Logger LOG = LoggerFactory.getLogger(BookingRule.class);

  /** Of the 4xx, those after which the ERP may be asked again. */
  private static final Set<Integer> NOT_REFUSED = Set.of(408, 429);

  /** What is booked. */
  record Invoice(
      String documentType,
      String invoiceId,
      String orderId,
      LocalDate dateIssue,
      BigDecimal amountTotal,
      List<Line> lineItems) {}

  /** A line of it. */
  record Line(
      String itemOrderLine,
      String itemCode,
      Optional<BigDecimal> itemQuantity,
      Optional<BigDecimal> itemTotalBase) {}

  private final RestClient erp;

  BookingRule(RestClient.Builder erp) {
    this.erp = erp.build();
  }

  @Override
  public void apply(ContentEditor content) {
    Field booking = content.field(Fields.ERP_ID);
    if (booking.isEmpty()) {
      String receipt = book(content);
      String id = RawJson.of(receipt).find("id").flatMap(RawJson::scalar).orElseThrow();
      booking.set(id).validatedBy(CONNECTOR);
      attach(receipt, content);
    }
  }

  private String book(ContentEditor content) {
    try {
      String receipt =
          erp.post()
              .uri("/bookings")
              .header("Idempotency-Key", content.context().deliveryKey())
              .contentType(APPLICATION_JSON)
              .body(content.as(Invoice.class))
              .retrieve()
              .body(String.class);
      return Objects.requireNonNull(receipt, "The ERP responds without a receipt.");
    } catch (RestClientException e) {
      boolean isRefused =
          e instanceof HttpClientErrorException response
              && !NOT_REFUSED.contains(response.getStatusCode().value());
      throw isRefused
          ? new UserMessageException("The ERP refuses this document.", e)
          : new FailureException(RETRY, e);
    }
  }

  /** Attaches the receipt to the document. Without it, the document is booked all the same. */
  private static void attach(String receipt, ContentEditor content) {
    try {
      RossumClient rossum = RossumClient.of(content.context());
      FileBody file = FileBody.of("receipt.json", receipt.getBytes(StandardCharsets.UTF_8));
      ResourceUrl document = rossum.documents().create(file).url().orElseThrow();
      rossum
          .documentRelations()
          .attach(
              content.annotationUrl().orElseThrow(), "export", "erp-receipt", List.of(document));
    } catch (RossumApiException | IllegalStateException | NoSuchElementException e) {
      LOG.warn("receipt is not attached exception={}", e.getClass().getName(), e);
      content.warning("The document is booked, but the receipt could not be attached.");
    }
  }
}
