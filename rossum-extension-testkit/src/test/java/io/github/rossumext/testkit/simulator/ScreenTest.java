package io.github.rossumext.testkit.simulator;

import static io.github.rossumext.testkit.simulator.FieldState.ERROR;
import static io.github.rossumext.testkit.simulator.FieldState.NEEDS_REVIEW;
import static io.github.rossumext.testkit.simulator.FieldState.REQUIRED;
import static io.github.rossumext.testkit.simulator.FieldState.VALIDATED;
import static io.github.rossumext.testkit.simulator.FieldState.VALIDATED_BY_HUMAN;
import static io.github.rossumext.testkit.simulator.FieldState.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.UiType;
import io.github.rossumext.testkit.DocumentBuilder;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SchemaDocumentBuilder;
import io.github.rossumext.value.Position;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the user sees: the screen as text, and the facts of each field that it is drawn from. */
class ScreenTest {
  private static final String SCHEMA =
      """
      [{"category": "section", "id": "basic", "label": "Basic data", "children": [
         {"category": "datapoint", "id": "order_id", "label": "Order", "type": "string"},
         {"category": "datapoint", "id": "amount", "label": "Amount", "type": "number",
          "format": "#,##0.#", "constraints": {"required": false},
          "ui_configuration": {"type": "data"}},
         {"category": "datapoint", "id": "paid", "label": "Paid", "type": "boolean",
          "constraints": {"required": false}},
         {"category": "datapoint", "id": "inner", "type": "string", "hidden": true},
         {"category": "datapoint", "id": "go", "label": "Go", "type": "button"}]},
       {"category": "section", "id": "unseen", "children": [
         {"category": "datapoint", "id": "ghost", "type": "string", "hidden": true}]},
       {"category": "section", "id": "items", "label": "Items", "children": [
         {"category": "multivalue", "id": "notes", "label": "Notes", "children":
           {"category": "datapoint", "id": "note", "type": "string"}},
         {"category": "multivalue", "id": "lines", "label": "Lines", "children":
           {"category": "tuple", "id": "line", "children": [
             {"category": "datapoint", "id": "code", "label": "Code", "type": "string"},
             {"category": "datapoint", "id": "secret", "type": "string", "hidden": true},
             {"category": "datapoint", "id": "pieces", "label": "Pieces", "type": "number",
              "constraints": {"required": false}}]}}]}]\
      """;

  private static Fixture order() {
    return DocumentBuilder.of(SCHEMA)
        .set("order_id", "A12")
        .set("amount", "1234.5")
        .value("notes", "n1")
        .row("lines", row -> row.field("code", "X-1").number("pieces", "2"))
        .row("lines", row -> row.field("pieces", "1000"))
        .build();
  }

  private static RossumSimulator saying(Fixture document, String messages) {
    return RossumSimulator.of(
            SimulatedHook.of(
                StubTransport.responding(Order.quoted("{'messages':[" + messages + "]}")),
                Order.SECRET))
        .open(document);
  }

  @Test
  void isPrintedSectionBySectionWithStatesAndMessages() {
    Fixture order = order();
    RossumSimulator rossum =
        saying(
            order,
            "{'type':'warning','content':'Look &amp; see.'},"
                + "{'type':'error','content':'Who?','id':%d},{'type':'info','content':'Hm','id':%d}"
                    .formatted(order.id("order_id"), order.id("lines[0].pieces")));
    rossum.initialize();
    rossum.field("notes[0]").visit();

    assertThat(rossum.screen())
        .isEqualTo(
            """
            reviewing, would not be automated
              warning: Look & see.
            Basic data (basic)
              error     Order* (order_id): A12
                        error: Who?
              validated Amount (amount): 1,234.5
              validated Paid (paid):
              button    Go (go)
            Items (items)
              Notes (notes), 1 value
                seen      [0]: n1
              Lines (lines), 2 rows
                     Code* (code)  Pieces (pieces)
                [0]  X-1           2
                        info on pieces: Hm
                [1]  [error]       1 000
                        error on code: This field is required.
            """);
  }

  @Test
  void ofALongTableShowsTheFirstRowsAndThoseWithMessages() {
    Fixture order = order();
    for (int i = 2; i < 30; i++) {
      order = order.withRow("lines", row -> row.field("code", "more"));
    }
    order = order.withField("lines[1].code", "x");
    RossumSimulator rossum =
        saying(
            order,
            "{'type':'error','content':'No.','id':%d}".formatted(order.id("lines[28].code")));
    rossum.initialize();

    assertThat(rossum.screen())
        .contains("30 rows", "[19]", "[28]", "error on code: No.", "… and 9 more")
        .doesNotContain("[20]", "[27]", "[29]");
  }

  @Test
  void aHiddenCellKeepsTheColumnsInTheirPlaces() {
    RossumSimulator rossum =
        saying(order().withHidden("lines[0].code", true).withHidden("lines[1].secret", false), "");

    assertThat(rossum.screen())
        .contains(
            """
                     Code* (code)  secret*     Pieces (pieces)
                [0]  [hidden]      [hidden]    2
                [1]  [required]    [required]  1 000
            """);
  }

  @Test
  void textsOfOthersStayOnOneLineAndAreCut() {
    Fixture order =
        order().withSchema(SCHEMA.replace("\"Order\"", "\"Or\\nder" + "x".repeat(80) + "\""));
    RossumSimulator rossum =
        saying(
            order.withField("amount", "1\u001b[2J\u202e"),
            "{'type':'error','content':'a\\nb\\u001b[31m%s'}"
                .formatted("\ud83d\ude00".repeat(400)));
    rossum.initialize();

    assertThat(rossum.screen())
        .contains(
            "  error: a b?[31m\ud83d\ude00",
            "\ud83d\ude00…\n",
            "Or der" + "x".repeat(54) + "…*",
            ": 1?[2J?\n")
        .doesNotContain("\u001b", "\u202e", "x".repeat(55), "\ud83d\ude00".repeat(301));
  }

  @Test
  void ofNoDocumentSaysSo() {
    assertThat(RossumSimulator.of(content -> {}).screen()).isEqualTo("No document is open.\n");
  }

  @Test
  void aFieldTellsTheFirstStateThatApplies() {
    Fixture order = order().withField("order_id", "").withField("lines[0].pieces", "abc");
    RossumSimulator rossum =
        saying(
            order,
            "{'type':'warning','content':'Hm','id':%1$d},{'type':'error','content':'No','id':%1$d},"
                    .formatted(order.id("amount"))
                + "{'type':'warning','content':'Hm','id':%d}".formatted(order.id("notes[0]")));
    assertThat(rossum.field("order_id").state()).isEqualTo(REQUIRED);
    assertThat(rossum.field("paid").state()).isEqualTo(NEEDS_REVIEW);

    rossum.initialize();

    assertThat(rossum.field("order_id").state()).isEqualTo(ERROR);
    assertThat(rossum.field("amount").state()).isEqualTo(ERROR);
    assertThat(rossum.field("notes[0]").state()).isEqualTo(WARNING);
    assertThat(rossum.field("paid").state()).isEqualTo(VALIDATED);
    assertThat(rossum.field("lines[0].pieces").state()).isEqualTo(ERROR);
    rossum.field("lines[1].pieces").visit();
    assertThat(rossum.field("lines[1].pieces").state()).isEqualTo(VALIDATED_BY_HUMAN);
  }

  @Test
  void aFieldKnowsWhatTheScreenShowsNextToIt() {
    RossumSimulator rossum = saying(order(), "");
    SimulatedField amount = rossum.field("amount");

    assertThat(amount.label()).isEqualTo("Amount");
    assertThat(amount.section()).isEqualTo("basic");
    assertThat(amount.type()).isEqualTo(DatapointType.NUMBER);
    assertThat(amount.uiType()).hasValue(UiType.DATA);
    assertThat(amount.isRequired()).isFalse();
    assertThat(rossum.field("order_id").isRequired()).isTrue();
    assertThat(rossum.field("order_id").uiType()).isEmpty();
    assertThat(rossum.field("order_id").confidence()).hasValue(new BigDecimal("0.98"));
    assertThat(rossum.field("lines[1].pieces").section()).isEqualTo("items");
  }

  @Test
  void aFieldTellsWhereOnThePageItsValueIs() {
    RossumSimulator rossum = saying(Fixtures.invoice(), "");

    assertThat(rossum.field("invoice_id").page()).hasValue(1);
    assertThat(rossum.field("invoice_id").position()).isPresent();
    assertThat(rossum.field("notes").page()).isEmpty();
    assertThat(rossum.field("notes").position()).isEmpty();
  }

  @Test
  void aPositionThatIsNotFiniteIsMissing() {
    Fixture odd =
        Fixture.of(
            Fixtures.invoice()
                .json()
                .replaceFirst("\\[944, 188, 1108, 212]", "[944, 188, 1108, 1e400]")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(saying(odd, "").field("invoice_id").position()).isEmpty();
  }

  @Test
  void anExtensionMovesAValueOnThePage() {
    RossumSimulator rossum =
        Order.after(
            "{'op':'replace','id':101,'value':{'content':{'page':2,'position':[1,2.5,3,4]}}}");

    assertThat(rossum.field("order_id").page()).hasValue(2);
    assertThat(rossum.field("order_id").position()).hasValue(new Position(1, 2.5, 3, 4));
  }

  @Test
  void aPathOfNoRowFindsNothing() {
    RossumSimulator rossum = saying(order(), "");

    for (String path :
        new String[] {
          "lines[-1].code",
          "lines[2].code",
          "lines[0]",
          "lines[99999999999]",
          "lines[].code",
          "order_id[0]",
          "lines[0].",
          ""
        }) {
      assertThat(rossum.findField(path)).as(path).isEmpty();
    }
    assertThat(rossum.findField("lines[1].code")).isPresent();
  }

  @Test
  void everythingIsFoundByOneGrammarOfPaths() {
    RossumSimulator rossum = saying(order(), "");

    rossum.edit("lines[0].code", "X-2");
    rossum.edits().edit("lines[1].code", "X-3").edit("notes[0]", "n2").send();

    assertThat(rossum.row("lines[1]").field("code").text()).isEqualTo("X-3");
    assertThat(rossum.values("notes").get(0).text()).isEqualTo("n2");
    assertThat(rossum.fields())
        .filteredOn(field -> !field.isHidden())
        .extracting(SimulatedField::path)
        .containsExactly(
            "order_id",
            "amount",
            "paid",
            "go",
            "notes[0]",
            "lines[0].code",
            "lines[0].pieces",
            "lines[1].code",
            "lines[1].pieces")
        .allSatisfy(path -> assertThat(rossum.field(path).path()).isEqualTo(path));
    assertThat(rossum.row("lines", 1).path()).isEqualTo("lines[1]");
  }

  @Test
  void aBooleanTakesTrueAndFalse() {
    RossumSimulator rossum = saying(order(), "");

    rossum.edit("paid", "true");
    assertThat(rossum.field("paid").text()).isEqualTo("True");
    assertThat(rossum.messages()).extracting(ShownMessage::schemaId).doesNotContain("paid");

    rossum.edit("paid", "perhaps");
    assertThat(rossum.field("paid").messages())
        .extracting(ShownMessage::text)
        .containsExactly("This is not a boolean.");
    assertThat(order().withField("paid", "false").json()).contains("\"value\":\"False\"");
  }

  @Test
  void anExchangeTellsSizesAndTime() {
    VirtualClock clock = VirtualClock.create();
    RossumSimulator rossum =
        RossumSimulator.of(
                content -> {
                  clock.advance(Duration.ofSeconds(2));
                  content.info("ä");
                })
            .clock(clock)
            .open(order());
    rossum.initialize();

    Exchange exchange = rossum.exchanges().get(0);
    assertThat(exchange.requestSizeInBytes())
        .isEqualTo(exchange.request().getBytes(StandardCharsets.UTF_8).length);
    assertThat(exchange.responseSizeInBytes()).isEqualTo(exchange.response().length() + 1);
    assertThat(exchange.duration()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(60));
  }

  @Test
  void ofALongListShowsTheFirstValuesAndThoseWithMessages() {
    SchemaDocumentBuilder builder = DocumentBuilder.of(SCHEMA).set("order_id", "A12");
    for (int i = 0; i < 23; i++) {
      builder.value("notes", "n");
    }
    Fixture order = builder.build();
    RossumSimulator rossum =
        saying(order, "{'type':'info','content':'Hm','id':%d}".formatted(order.id("notes[21]")));
    rossum.initialize();

    assertThat(rossum.screen())
        .contains("23 values", "[19]: n", "[21]: n", "info: Hm", "… and 2 more")
        .doesNotContain("[20]", "[22]");
  }
}
