package io.github.rossumext.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.testkit.DocumentBuilder;
import io.github.rossumext.testkit.Fixtures;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The parts of the document, as a screen shows them. */
class DocumentPartsTest {
  private final RossumSimulator rossum =
      RossumSimulator.of(content -> content.field("order_id").warning("Look."))
          .open(Fixtures.invoiceWithSchema());

  private SimulatedMultivalue multivalue(String path) {
    return rossum.sections().stream()
        .flatMap(section -> section.children().stream())
        .filter(child -> child.schemaId().equals(path))
        .map(SimulatedMultivalue.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void sectionsHaveTheirFieldsAndTablesInOrder() {
    List<SimulatedSection> sections = rossum.sections();

    assertThat(sections)
        .extracting(SimulatedSection::label)
        .containsExactly("Basic information", "Vendor", "Amounts", "Line items", "Other");
    assertThat(sections.get(1)).hasToString("section 'vendor_section'");
    assertThat(sections.get(2).children())
        .extracting(SimulatedNode::schemaId)
        .endsWith("amount_due", "tax_details");
    assertThat(sections.get(1).children())
        .filteredOn(SimulatedNode::isHidden)
        .extracting(SimulatedNode::label)
        .containsExactly("IBAN");
  }

  @Test
  void aTableHasColumnsRowsAndSums() {
    SimulatedMultivalue lines = multivalue("line_items");

    assertThat(lines).hasToString("table 'line_items'");
    assertThat(lines.isTable()).isTrue();
    assertThat(lines.label()).isEqualTo("Line items");
    assertThat(lines.columns()).startsWith("item_code", "item_description");
    assertThat(lines.rows()).extracting(SimulatedRow::index).containsExactly(0, 1, 2, 3);
    assertThat(lines.isHidden()).isFalse();
    assertThat(lines.values()).isEmpty();
    assertThat(lines.definition().orElseThrow().maxOccurrences()).isEqualTo(500);
    assertThat(lines.sum("item_quantity")).isEmpty();
    assertThat(lines.sum("item_total_base")).contains(sumOfLines());
  }

  private String sumOfLines() {
    return rossum.field("amount_total_base").displayedText();
  }

  @Test
  void aListHasValuesThatAUserAddsAndRemoves() {
    SimulatedMultivalue notes = multivalue("delivery_notes");
    assertThat(notes).hasToString("list 'delivery_notes'");
    assertThat(notes.isTable()).isFalse();
    assertThat(notes.columns()).isEmpty();
    assertThat(notes.values()).hasSize(2);

    assertThat(notes.add().isAccepted()).isTrue();
    assertThat(notes.values()).hasSize(3);
    notes.values().get(0).remove();

    assertThat(notes.values()).hasSize(2);
    assertThatThrownBy(() -> rossum.field("order_id").remove())
        .hasMessage("Only a value of a list can be removed, and the field 'order_id' is not one.");
  }

  @Test
  void aSumCountsWhatIsANumberAndIsDisplayedAsTheColumn() {
    rossum.edit("line_items[0].item_total_base", "1000000.5");
    rossum.edit("line_items[1].item_total_base", "much");
    rossum.edit("line_items[2].item_total_base", "");
    rossum.edit("line_items[3].item_total_base", "1");

    assertThat(multivalue("line_items").sum("item_total_base")).contains("1,000,001.5");
  }

  @Test
  void aSumThatTheFormatCannotShowIsAPlainDecimal() {
    RossumSimulator whole =
        RossumSimulator.of()
            .open(
                DocumentBuilder.of(
                        """
                        [{"category": "section", "id": "s", "children": [
                          {"category": "multivalue", "id": "t", "children": {"category": "tuple", "id": "r", "children": [
                            {"category": "datapoint", "id": "n", "type": "number", "format": "# ##0",
                             "aggregations": {"sum": {"label": "Sum"}}}]}}]}]
                        """)
                    .row("t", row -> row.number("n", "1.5", "1.5"))
                    .build());

    SimulatedMultivalue table = (SimulatedMultivalue) whole.sections().get(0).children().get(0);
    assertThat(table.sum("n")).contains("1.5");
  }

  @Test
  void partsAreFoundByTheirIds() {
    SimulatedRow row = rossum.row("line_items", 1);
    SimulatedField cell = row.field("item_code");

    assertThat(rossum.findField(cell.id()).orElseThrow().path())
        .isEqualTo("line_items[1].item_code");
    assertThat(rossum.findRow(row.id()).orElseThrow().index()).isEqualTo(1);
    assertThat(rossum.findMultivalue(multivalue("line_items").id())).isPresent();
    assertThat(rossum.findField(row.id())).isEmpty();
    assertThat(rossum.findRow(cell.id())).isEmpty();
    assertThat(rossum.findMultivalue(cell.id())).isEmpty();
    assertThat(rossum.findField(1)).isEmpty();
  }

  @Test
  void aFieldKnowsItsDefinitionAndItsMessages() {
    rossum.start();

    assertThat(rossum.field("order_id").definition().map(SchemaDatapoint::maxLength))
        .hasValueSatisfying(length -> assertThat(length).hasValue(20));
    assertThat(rossum.field("order_id").messages())
        .extracting(ShownMessage::text)
        .containsExactly("Look.");
    assertThat(rossum.field("invoice_id").messages()).isEmpty();
    assertThat(rossum.queue().automationLevel()).isEqualTo(AutomationLevel.NEVER);
    assertThat(rossum.fileName()).isPresent();
  }

  @Test
  void aFormulaCanBeOverriddenIfTheSchemaSaysSo() {
    String schema =
        Fixtures.invoiceSchema()
            .raw()
            .text()
            .replace("\"edit\": \"disabled\"", "\"edit\": \"enabled\"");
    assertThat(rossum.field("amount_due").isReadOnly()).isTrue();
    rossum.open(Fixtures.invoice().withSchema(schema));

    assertThat(rossum.field("amount_due").isReadOnly()).isFalse();
    assertThat(rossum.edit("amount_due", "7").isAccepted()).isTrue();

    List<Exchange> exchanges = rossum.exchanges();
    assertThat(exchanges.get(exchanges.size() - 1).request()).contains("\"no_recalculation\":true");
  }
}
