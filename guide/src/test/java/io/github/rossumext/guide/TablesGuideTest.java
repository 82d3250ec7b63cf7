package io.github.rossumext.guide;

import static io.github.rossumext.payload.HookAction.USER_UPDATE;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static java.math.RoundingMode.HALF_UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.Field;
import io.github.rossumext.rules.NumberColumn;
import io.github.rossumext.rules.NumberField;
import io.github.rossumext.rules.Numbers;
import io.github.rossumext.rules.Row;
import io.github.rossumext.rules.Table;
import io.github.rossumext.rules.ValueList;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Tolerance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The code of docs/tables.md. */
class TablesGuideTest {
  private static final Fixture INVOICE = Fixtures.invoice();

  // docs: check-line-items
  private static final Tolerance CENT = Tolerance.absolute("0.01");

  static void checkLines(ContentEditor content) {
    for (Row line : content.table("line_items")) {
      NumberField quantity = line.number("item_quantity");
      NumberField price = line.number("item_amount_base");
      NumberField total = line.number("item_total_base");
      if (Field.allSet(quantity, price, total)
          && !total.isCloseTo(quantity.value().multiply(price.value()), CENT)) {
        total.warning("Quantity × price is not the line total.");
      }
    }
  }

  // end

  @Test
  void aWrongLineGetsAWarning() {
    assertThat(Responses.of(INVOICE, TablesGuideTest::checkLines)).isEqualTo("{}");
    assertThat(
            Responses.of(
                Responses.changed(INVOICE, "\"6\", \"normalized_value\": \"6\"", "\"7\""),
                TablesGuideTest::checkLines))
        .isEqualTo(Guide.json("check-line-items"));
  }

  // docs: check-the-sum
  static void linesAddUp(ContentEditor content) {
    NumberField total = content.number("amount_total_base");
    NumberColumn lines = content.table("line_items").numbers("item_total_base");
    if (total.isSet() && lines.count() > 0 && !total.isCloseTo(lines.sum(), CENT)) {
      total.error("The lines add up to " + lines.sum().toPlainString() + ".");
    }
  }

  // end

  @Test
  void theLinesMustAddUp() {
    assertThat(Responses.of(INVOICE, TablesGuideTest::linesAddUp)).isEqualTo("{}");
    assertThat(
            Responses.of(
                Responses.changed(INVOICE, "\"1494.80\"", "\"1459.80\""),
                TablesGuideTest::linesAddUp))
        .isEqualTo(Guide.json("check-the-sum"));
  }

  // docs: edit-rows
  static void tidyUp(ContentEditor content) {
    Table lines = content.table("line_items");
    lines.removeIf(Row::isBlank);
    lines.removeIf(line -> line.field("item_description").text().startsWith("Freight"));
    lines.row(0).set("item_uom", "carton").set("item_quantity", 40); // 40 already: not sent
    lines
        .append()
        .set("item_description", "Freight")
        .set("item_total_base", new BigDecimal("35.00"))
        .validatedBy(CONNECTOR);
  }

  // end

  @Test
  void rowsAreRemovedChangedAndAppended() {
    assertThat(Responses.of(INVOICE, TablesGuideTest::tidyUp)).isEqualTo(Guide.json("edit-rows"));
  }

  // docs: append-rows
  static void splitTheTax(ContentEditor content) {
    Table taxes = content.table("tax_details");
    taxes.appendCopyOf(taxes.row(0)).set("tax_detail_rate", 0);
    taxes.append(Map.of("tax_detail_rate", 21, "tax_detail_tax", new BigDecimal("0.21")));
  }

  // end

  @Test
  void aRowIsAppendedFromAMapOrFromAnotherRow() {
    assertThat(Responses.of(INVOICE, TablesGuideTest::splitTheTax))
        .isEqualTo(Guide.json("append-rows"));
  }

  // docs: set-rows
  record TaxLine(int taxDetailRate, BigDecimal taxDetailTax) {}

  static void taxes(ContentEditor content) {
    List<TaxLine> computed =
        List.of(
            new TaxLine(0, BigDecimal.ZERO),
            new TaxLine(7, new BigDecimal("17.98")),
            new TaxLine(19, new BigDecimal("235.20")));
    content.table("tax_details").set(computed, "tax_detail_rate");
  }

  // end

  @Test
  void rowsThatWereComputedAreSet() {
    assertThat(Responses.of(INVOICE, TablesGuideTest::taxes)).isEqualTo(Guide.json("set-rows"));
  }

  // docs: rows-of-the-user
  static void keepTheTotal(ContentEditor content) {
    if (content.changed("item_total_base")) { // a cell was edited, or a row added or deleted
      NumberColumn lines = content.table("line_items").numbers("item_total_base");
      content.number("amount_total_base").set(lines.sum());
    }
  }

  // end

  @Test
  void theTotalFollowsTheRowsThatAUserAddsAndDeletes() {
    List<String> seen = new ArrayList<>();
    RossumSimulator rossum =
        RossumSimulator.of(
                content -> {
                  keepTheTotal(content);
                  Table lines = content.table("line_items");
                  seen.add(lines.isChanged() + " " + lines.stream().map(Row::changed).toList());
                })
            .open(INVOICE);
    rossum.start();
    rossum.row("line_items", 1).remove();
    assertThat(rossum.exchanges().get(rossum.exchanges().size() - 1).response())
        .isEqualTo(Guide.json("rows-of-the-user"));
    rossum.addRow("line_items");

    // A deleted row is not in the request, and changes no other row.
    assertThat(seen)
        .containsExactly(
            "false [false, false, false, false]",
            "true [false, false, false]",
            "true [false, false, false, true]");
  }

  // docs: column-maths
  static void grossPrices(ContentEditor content) {
    Table lines = content.table("line_items");
    NumberColumn net = lines.numbers("item_total_base");
    Numbers tax =
        net.times(lines.numbers("item_rate")).dividedBy(new BigDecimal("100"), 2, HALF_UP);

    tax.rowsWhere(amount -> amount.compareTo(new BigDecimal("100")) > 0)
        .forEach(line -> line.field("item_rate").info("More than 100 of tax."));
    net.rowsApartFrom(lines.numbers("item_quantity").times(lines.numbers("item_amount_base")), CENT)
        .forEach(line -> line.field("item_total_base").warning("Quantity × price differs."));
    net.set(net.plus(tax));
    content.number("amount_total_tax").set(tax.sum());
  }

  // end

  @Test
  void columnsAreCalculatedRowByRow() {
    assertThat(Responses.of(INVOICE, TablesGuideTest::grossPrices))
        .isEqualTo(Guide.json("column-maths"));
  }

  // docs: simple-multivalue
  static void deliveryNotes(ContentEditor content) {
    ValueList notes = content.list("delivery_notes");
    notes.removeIf(note -> !note.text().startsWith("LS-"));
    if (!notes.texts().contains("LS-88122")) {
      notes.append("LS-88122");
    }
    for (Field note : notes) {
      note.set(note.text().replace("LS-", "DN-"));
    }
  }

  // end

  @Test
  void theValuesOfASimpleMultivalueAreEdited() {
    assertThat(Responses.of(INVOICE, TablesGuideTest::deliveryNotes))
        .isEqualTo(Guide.json("simple-multivalue"));
  }

  // docs: button
  static void refresh(ContentEditor content) {
    if (content.clicked("refresh")) {
      content.field("vendor_name").set("Nordlicht Papier AG"); // looked up again
    }
  }

  // end

  @Test
  void aButtonIsReactedTo() {
    assertThat(Responses.of(INVOICE.withClicked("refresh"), TablesGuideTest::refresh))
        .isEqualTo(Guide.json("button"));
    assertThat(Responses.of(INVOICE.withEdited("vendor_name"), TablesGuideTest::refresh))
        .isEqualTo("{}");
  }

  // docs: button-in-a-row
  private static final Map<String, BigDecimal> STOCK = Map.of("NL-2075", new BigDecimal("8"));

  static void refreshLine(ContentEditor content) {
    for (Row line : content.table("line_items")) {
      if (line.clicked("item_refresh")) {
        BigDecimal stock = STOCK.getOrDefault(line.field("item_code").text(), BigDecimal.ZERO);
        line.number("item_quantity").set(stock).info("From the stock.");
      }
    }
  }

  // end

  @Test
  void aButtonInARowIsReactedTo() {
    assertThat(Responses.of(INVOICE.with(USER_UPDATE, 5912004151L), TablesGuideTest::refreshLine))
        .isEqualTo(Guide.json("button-in-a-row"));
  }
}
