package io.github.rossumext.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.UserMessageException;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.Field;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.Html;
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
    assertThat(Answers.of(INVOICE, MessagesGuideTest::greet))
        .isEqualTo(Guide.json("say-something"));
  }

  // docs: say-it-in-html
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
    assertThat(Answers.of(INVOICE, MessagesGuideTest::blockedVendor))
        .isEqualTo(Guide.json("say-it-in-html"));
  }

  // docs: end-with-a-message
  static void onlyInvoices(ContentEditor content) {
    content.field("notes").set("Half done."); // is taken back
    if (!content.field("document_type").text().equals("credit_note")) {
      throw new UserMessageException("Only credit notes are accepted here.");
    }
  }

  // end

  @Test
  void aRuleThatEndsWithAMessageChangesNothing() {
    assertThat(Answers.of(INVOICE, MessagesGuideTest::onlyInvoices))
        .isEqualTo(Guide.json("end-with-a-message"));
  }
}
