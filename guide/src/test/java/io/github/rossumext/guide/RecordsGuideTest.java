package io.github.rossumext.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.HookContext;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.Row;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.Key;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The code of docs/records.md. */
class RecordsGuideTest {
  // docs: bind-to-records
  record Line(
      @Key("item_code") String code,
      @Key("item_description") String description,
      @Key("item_quantity") BigDecimal quantity) {}

  record Invoice(
      String invoiceId, // invoice_id
      LocalDate dateIssue, // date_issue
      Optional<LocalDate> dateDue, // may be empty
      BigDecimal amountTotal,
      List<Line> lineItems, // a table
      List<String> deliveryNotes) {} // a list of values

  static void sendToTheErp(ContentEditor content) {
    Invoice invoice = content.as(Invoice.class);
    content.info("Booked " + invoice.invoiceId() + ", " + invoice.lineItems().size() + " lines.");
  }

  // end

  @Test
  void theDocumentIsBoundToARecord() {
    assertThat(Responses.of(Fixtures.invoice(), RecordsGuideTest::sendToTheErp))
        .isEqualTo(Guide.json("bind-to-records"));
  }

  @Test
  void anEmptyNumberForABareComponentIsNamed() {
    ContentEditor content = editor();
    content.table("line_items").row(1).field("item_quantity").clear();

    assertThatThrownBy(() -> content.as(Invoice.class))
        .isInstanceOfSatisfying(
            BindingException.class,
            e -> assertThat(Guide.text("docs/records.md")).contains("`" + e.problem() + "`"));
  }

  // docs: rows-and-records
  static void freight(ContentEditor content) {
    for (Row row : content.table("line_items")) {
      Line line = row.as(Line.class);
      if (line.description().startsWith("Freight")) {
        row.remove();
        content.table("line_items").append(new Line("FREIGHT", "Freight", line.quantity()));
      }
    }
  }

  // end

  @Test
  void aRecordMakesARow() {
    assertThat(Responses.of(Fixtures.invoice(), RecordsGuideTest::freight))
        .isEqualTo(Guide.json("rows-and-records"));
  }

  private static ContentEditor editor() {
    ContentPayload payload = Fixtures.invoice().payload(ContentPayload.class);
    return ContentEditor.of(payload, HookContext.of(payload));
  }
}
