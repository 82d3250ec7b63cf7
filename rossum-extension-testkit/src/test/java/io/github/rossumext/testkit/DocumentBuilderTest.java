package io.github.rossumext.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Multivalue;
import io.github.rossumext.content.Node;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.ValidationSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentBuilderTest {
  private static Fixture order() {
    return DocumentBuilder.create()
        .section(
            "basic_info",
            s ->
                s.field("order_id", "123456")
                    .date("date_issue", "1. 3. 2026", "2026-03-01")
                    .number("amount_total", "1,132.87", "1132.87")
                    .field("vendor", "2")
                    .options(Option.of("1", "Volvo"), Option.of("2", "Saab"))
                    .validatedBy(ValidationSource.CONNECTOR)
                    .field("iban", "DE1")
                    .hidden()
                    .button("refresh"))
        .section(
            "items",
            s ->
                s.table(
                        "line_items",
                        t ->
                            t.row(
                                    r ->
                                        r.field("item_description", "Paper")
                                            .number("item_quantity", "2"))
                                .row(
                                    r ->
                                        r.field("item_description", "Toner").button("item_refresh"))
                                .blankRow())
                    .values("delivery_notes", "LS-1", "LS-2")
                    .field("notes"))
        .build();
  }

  @Nested
  class SectionBySection {
    private final ContentPayload payload = order().payload(ContentPayload.class);

    @Test
    void theFieldsAreInTheirOrder() {
      assertThat(payload.content().roots())
          .extracting(Node::schemaId)
          .containsExactly("basic_info", "items");
      assertThat(payload.content().roots().get(1).raw().find("children").orElseThrow().elements())
          .extracting(child -> child.find("schema_id").orElseThrow().scalar().orElseThrow())
          .containsExactly("line_items", "delivery_notes", "notes");
    }

    @Test
    void theFieldsHoldWhatTheyWereGiven() {
      assertThat(field("order_id").value()).isEqualTo("123456");
      assertThat(field("order_id").normalizedValue()).isEmpty();
      assertThat(field("date_issue").value()).isEqualTo("1. 3. 2026");
      assertThat(field("date_issue").text()).isEqualTo("2026-03-01");
      assertThat(field("amount_total").value()).isEqualTo("1,132.87");
      assertThat(field("amount_total").text()).isEqualTo("1132.87");
      assertThat(field("vendor").options().orElseThrow()).contains(Option.of("1", "Volvo"));
      assertThat(field("vendor").validationSources()).containsExactly(ValidationSource.CONNECTOR);
      assertThat(field("iban").hidden()).hasValue(true);
      assertThat(field("order_id").hidden()).isEmpty();
      assertThat(field("refresh").isButton()).isTrue();
      assertThat(field("notes").value()).isEmpty();
      assertThat(field("notes").validationSources()).isEmpty();
    }

    @Test
    void everyRowHasTheColumnsOfAll() {
      Multivalue table = (Multivalue) payload.content().bySchemaId("line_items").get(0);
      assertThat(table.rows()).hasSize(3);
      assertThat(table.rows())
          .allSatisfy(
              row -> {
                assertThat(row.schemaId()).isEqualTo("line_item");
                assertThat(row.children())
                    .extracting(Node::schemaId)
                    .containsExactly("item_description", "item_quantity", "item_refresh");
              });
      assertThat(payload.content().bySchemaId("item_refresh"))
          .allMatch(node -> ((Datapoint) node).isButton());
    }

    @Test
    void aSimpleMultivalueHasItsValues() {
      assertThat(payload.content().bySchemaId("delivery_note"))
          .extracting(node -> ((Datapoint) node).value())
          .containsExactly("LS-1", "LS-2");
    }

    private Datapoint field(String schemaId) {
      return (Datapoint) payload.content().bySchemaId(schemaId).get(0);
    }
  }

  @Test
  void theSameCallsGiveTheSameBytes() {
    assertThat(order().body()).isEqualTo(order().body());
  }

  @Test
  void theDocumentGoesToOtherActionsAsAnyFixture() {
    Fixture edited = order().withEdited("line_items[1].item_description");
    ContentPayload payload = edited.payload(ContentPayload.class);
    assertThat(payload.action()).isEqualTo(HookAction.UPDATED);
    assertThat(payload.updatedDatapoints())
        .containsExactly(order().id("line_items[1].item_description"));
  }

  @Nested
  class Mistakes {
    @Test
    void aSchemaIdThatStandsTwiceIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> DocumentBuilder.create().section("a", s -> s.field("x").number("x", "1")))
          .withMessage("Expected each schema id once, but the document has 'x' twice.");
    }

    @Test
    void aSectionThatStandsTwiceIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  DocumentBuilder.create()
                      .section("a", s -> s.field("x"))
                      .section("a", s -> s.field("y")))
          .withMessage("Expected each schema id once, but the document has 'a' twice.");
    }

    @Test
    void aColumnThatIsAFieldElsewhereIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  DocumentBuilder.create()
                      .section(
                          "a",
                          s -> s.field("x").table("lines", t -> t.row(r -> r.field("x", "1")))))
          .withMessage("Expected each schema id once, but the document has 'x' twice.");
    }

    @Test
    void aColumnThatARowNamesTwiceIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  DocumentBuilder.create()
                      .section("a", s -> s.table("l", t -> t.row(r -> r.field("x").field("x")))))
          .withMessage("Expected each column once, but the row has 'x' twice.");
    }

    @Test
    void aTextThatIsNotANumberIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> DocumentBuilder.create().section("a", s -> s.number("total", "1,132.87")))
          .withMessage(
              "'total' needs a plain decimal such as 1132.87, not '1,132.87'. For what is"
                  + " displayed, call number(\"total\", displayed, decimal).");
    }

    @Test
    void aTextThatIsNotADateIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DocumentBuilder.create().section("a", s -> s.date("due", "2026-02-30")))
          .withMessageContaining("'due' needs an ISO date such as 2026-03-01, not '2026-02-30'.");
    }

    @Test
    void hiddenNeedsAFieldBeforeIt() {
      assertThatIllegalStateException()
          .isThrownBy(() -> DocumentBuilder.create().section("a", s -> s.hidden()))
          .withMessage("There is no field yet. Call field(…) first.");
    }

    @Test
    void aDocumentWithoutSectionsIsRefused() {
      assertThatIllegalStateException()
          .isThrownBy(() -> DocumentBuilder.create().build())
          .withMessageContaining("Call section(…)");
    }
  }

  @Nested
  class OfASchema {
    private final SchemaDocumentBuilder builder = DocumentBuilder.of(Fixtures.invoiceSchema());

    @Test
    void theEmptyDocumentHasEveryFieldAndItsDefault() {
      ContentPayload payload = builder.build().payload(ContentPayload.class);
      assertThat(field(payload, "document_type").value()).isEqualTo("invoice");
      assertThat(field(payload, "invoice_id").value()).isEmpty();
      assertThat(field(payload, "refresh").isButton()).isTrue();
      assertThat(payload.content().bySchemaId("line_items").get(0)).isInstanceOf(Multivalue.class);
      assertThat(payload.content().bySchemaId("line_item")).isEmpty();
    }

    @Test
    void theSchemaComesAlongAndIsTheAnnotations() {
      ContentPayload payload = builder.build().payload(ContentPayload.class);
      assertThat(payload.schema().orElseThrow().schemaIds())
          .isEqualTo(Fixtures.invoiceSchema().schemaIds());
      assertThat(payload.annotation().schema()).isEqualTo(payload.schema().orElseThrow().url());
    }

    @Test
    void numbersAndDatesAreShownAsTheSchemaSays() {
      ContentPayload payload =
          builder
              .set("amount_total", "1132.87")
              .set("amount_total_base", "1,132.80")
              .set("date_issue", "2026-03-01")
              .set("date_due", "03/31/2026")
              .build()
              .payload(ContentPayload.class);
      assertThat(field(payload, "amount_total").value()).isEqualTo("1,132.87");
      assertThat(field(payload, "amount_total").text()).isEqualTo("1132.87");
      assertThat(field(payload, "amount_total_base").text()).isEqualTo("1132.80");
      assertThat(field(payload, "date_issue").value()).isEqualTo("03/01/2026");
      assertThat(field(payload, "date_due").text()).isEqualTo("2026-03-31");
    }

    @Test
    void aRowHasEveryColumnOfTheSchema() {
      ContentPayload payload =
          builder
              .row("line_items", r -> r.number("item_quantity", "2").field("item_code", "A-1"))
              .row("line_items", r -> {})
              .value("delivery_notes", "LS-1")
              .build()
              .payload(ContentPayload.class);
      Multivalue table = (Multivalue) payload.content().bySchemaId("line_items").get(0);
      List<String> columns =
          Fixtures.invoiceSchema().multivalue("line_items").orElseThrow().columns().stream()
              .map(column -> column.id())
              .toList();
      assertThat(table.rows()).hasSize(2);
      assertThat(table.rows())
          .allSatisfy(
              row ->
                  assertThat(row.children())
                      .extracting(Node::schemaId)
                      .containsExactlyElementsOf(columns));
      assertThat(field(payload, "delivery_note").value()).isEqualTo("LS-1");
    }

    @Test
    void aFileIsASchemaToo(@TempDir Path directory) throws Exception {
      Path file =
          Files.writeString(
              directory.resolve("schema.json"),
              """
              [{"category": "section", "id": "s", "children": [
                {"category": "datapoint", "id": "total", "type": "number", "format": "#.##0,#"}]}]\
              """);
      Fixture document =
          DocumentBuilder.of(file).set("total", "1.132,8").build().withEdited("total");
      ContentPayload payload = document.payload(ContentPayload.class);
      assertThat(field(payload, "total").text()).isEqualTo("1132.8");
      assertThat(payload.schema().orElseThrow().datapoint("total")).isPresent();
      assertThat(payload.schema().orElseThrow().url()).isEqualTo(payload.annotation().schema());
    }

    @Test
    void aFieldThatTheSchemaDoesNotHaveIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.set("invoice_nr", "1"))
          .withMessage(
              "The schema has no 'invoice_nr'. Did you mean invoice_id, line_items, notes?");
    }

    @Test
    void aColumnThatTheSchemaDoesNotHaveIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.row("line_items", r -> r.field("item_qty", "1")))
          .withMessage(
              "The table 'line_items' has no column 'item_qty'."
                  + " Did you mean item_rate, item_uom, item_code?");
    }

    @Test
    void aRowForWhatIsNoTableIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.row("order_id", r -> {}))
          .withMessage("'order_id' has no rows or values.");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.row("delivery_notes", r -> {}))
          .withMessage("'delivery_notes' is a list: it has values, not rows.");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.value("line_items", "x"))
          .withMessage("'line_items' is a table: it has rows, not values.");
    }

    @Test
    void anOptionThatTheEnumDoesNotHaveIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.set("currency", "euro"))
          .withMessage(
              "'currency' has no option 'euro'. Did you mean eur, usd, czk? Give it new options"
                  + " first.");
    }

    @Test
    void aTableAndAButtonHoldNothing() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.set("line_items", "x"))
          .withMessage("'line_items' is a table, not a field.");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.set("refresh", "x"))
          .withMessage("'refresh' is a button, which holds nothing.");
    }

    @Test
    void aNumberForATextIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.row("line_items", r -> r.number("item_code", "1")))
          .withMessage("'item_code' is of type string in the schema, not number.");
    }

    private static Datapoint field(ContentPayload payload, String schemaId) {
      return (Datapoint) payload.content().bySchemaId(schemaId).get(0);
    }
  }
}
