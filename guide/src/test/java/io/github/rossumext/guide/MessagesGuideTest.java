package io.github.rossumext.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.UserMessageException;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.Field;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.Html;
import io.github.rossumext.value.MessageType;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The code of docs/messages.md. */
class MessagesGuideTest {
  private static final Fixture INVOICE = Fixtures.invoice();

  // docs: say-something
  static void greet(ContentEditor content) {
    content.info("Checked by the ERP.");
    content.field("terms").warning("Terms < 30 days are unusual.");
    content.field("invoice_id").error("This number was booked before.");
  }

  // end

  @Test
  void aMessageIsForAFieldOrForTheDocument() {
    assertThat(Responses.of(INVOICE, MessagesGuideTest::greet))
        .isEqualTo(Guide.json("say-something"));
  }

  // docs: severity-from-settings
  record Severities(MessageType unknownOrder) {
    static final Severities DEFAULTS = new Severities(MessageType.WARNING);
  }

  static void unknownOrder(ContentEditor content) {
    MessageType type = content.settings(Severities.DEFAULTS).unknownOrder();
    content.field("order_id").say(type, "The ERP does not know this order.");
  }

  // end

  @Test
  void theSettingsChooseTheTypeOfAMessage() {
    Fixture strict = INVOICE.withSettings(Guide.json("severities"));

    assertThat(Responses.of(strict, MessagesGuideTest::unknownOrder))
        .isEqualTo(Guide.json("severity-from-settings"));
    assertThat(Responses.of(INVOICE, MessagesGuideTest::unknownOrder)).contains("\"warning\"");
  }

  // docs: html
  private static final Map<String, String> BLOCKED = Map.of("2207", "unpaid & disputed");

  static void blockedVendor(ContentEditor content) {
    Field vendor = content.field("vendor");
    String reason = BLOCKED.get(vendor.text());
    if (reason != null) {
      String link = "https://erp.example/vendors/" + vendor.text();
      vendor.error(Html.format("<a href=\"{}\">Blocked</a>: {}", link, reason));
    }
  }

  // end

  @Test
  void dataIsEscapedAndMarkupIsNot() {
    assertThat(Responses.of(INVOICE, MessagesGuideTest::blockedVendor))
        .isEqualTo(Guide.json("html"));
  }

  // docs: end-with-a-message
  static void onlyInvoices(ContentEditor content) {
    content.field("notes").set("Half done."); // is undone
    if (!content.field("document_type").text().equals("credit_note")) {
      throw new UserMessageException("Only credit notes are accepted here.");
    }
  }

  // end

  @Test
  void aRuleThatEndsWithAMessageChangesNothing() {
    assertThat(Responses.of(INVOICE, MessagesGuideTest::onlyInvoices))
        .isEqualTo(Guide.json("end-with-a-message"));
  }
}
