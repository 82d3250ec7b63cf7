package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.ContentRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnknownFieldTest {
  private static final ContentRequest INVOICE =
      initialize()
          .field("invoice_id", "")
          .field("invoice_date", "")
          .field("vendor_name", "")
          .field("amount_total", "")
          .field("amount_tax", "")
          .table("line_items", Map.of("item_total", "1"))
          .list("order_ids", "order_id", "1");

  private static String message(String schemaId) {
    ContentEditor content = INVOICE.edit();
    try {
      content.field(schemaId);
    } catch (UnknownFieldException e) {
      return e.problem();
    }
    throw new AssertionError("The field is there: " + schemaId);
  }

  @Test
  void aMisspeltFieldNamesTheNearestOnesTheNearestFirst() {
    assertThat(message("invoce_id"))
        .isEqualTo(
            "The document has no field 'invoce_id'. Did you mean invoice_id, invoice_date,"
                + " vendor_name? Use has(…) or find(…) for a field that a queue may not have.");
  }

  @Test
  void theCaseOfLettersDoesNotMakeANameFar() {
    assertThat(message("AMOUNT_TOTAL")).contains("Did you mean amount_total, ");
  }

  @Test
  void columnsAndTablesAreNotProposedAsFields() {
    assertThat(message("item_totals")).doesNotContain("item_total,").doesNotContain("item_total?");
    assertThat(message("line_item")).doesNotContain("line_items");
  }

  @Test
  void aColumnIsNamedWithItsTable() {
    assertThat(message("item_total"))
        .isEqualTo(
            "'item_total' is a column of 'line_items', not a field. Read it through"
                + " table(\"line_items\").");
  }

  @Test
  void aValueOfAListIsNamedWithIt() {
    assertThat(message("order_id"))
        .isEqualTo(
            "'order_id' is a value of 'order_ids', not a field. Read it through"
                + " list(\"order_ids\").");
  }

  @Test
  void aTableARowAndASectionAreNamedAsWhatTheyAre() {
    assertThat(message("line_items"))
        .isEqualTo("'line_items' is a table, not a field. Read it through table(\"line_items\").");
    assertThat(message("line_items_row"))
        .isEqualTo("'line_items_row' is a row of 'line_items', not a field.");
    assertThat(message("basic_info")).isEqualTo("'basic_info' is a section, not a field.");
  }

  @Test
  void aDocumentWithoutFieldsSaysSo() {
    assertThatThrownBy(() -> initialize().edit().date("due"))
        .isInstanceOf(UnknownFieldException.class)
        .hasMessageStartingWith("The document has no field 'due'. It has no fields.");
  }

  @Test
  void everyKindOfFieldIsLookedUpTheSameWay() {
    ContentEditor content = INVOICE.edit();

    assertThatThrownBy(() -> content.field("x")).isInstanceOf(UnknownFieldException.class);
    assertThatThrownBy(() -> content.number("x")).isInstanceOf(UnknownFieldException.class);
    assertThatThrownBy(() -> content.date("x")).isInstanceOf(UnknownFieldException.class);
  }
}
