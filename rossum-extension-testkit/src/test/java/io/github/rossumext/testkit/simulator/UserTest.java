package io.github.rossumext.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.value.ValidationSource;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserTest {
  private final StubTransport extension = StubTransport.responding("{}");
  private final RossumSimulator rossum = Order.simulator(extension);

  private List<String> events() {
    return rossum.exchanges().stream().map(Exchange::eventAndAction).toList();
  }

  private String lastRequest() {
    return extension.requests().get(extension.requests().size() - 1);
  }

  @Test
  void anEditOpensTheDocumentAndSendsTheIdOfTheField() {
    rossum.edit("amount", "1,000.00");

    assertThat(rossum.field("amount").normalizedValue()).contains("1000.00");
    assertThat(rossum.field("amount").validationSources()).contains(ValidationSource.HUMAN);
    assertThat(extension.requests().get(1)).contains("\"updated_datapoints\":[102]");
    assertThat(rossum.exchanges().get(1).cause()).isEqualTo("amount = '1,000.00'");
  }

  @Test
  void severalEditsAreOneRequest() {
    rossum
        .edits()
        .edit("order_id", "B1")
        .edit("lines[0].item_qty", "5")
        .edit(rossum.values("notes").get(0), "n2")
        .send();

    assertThat(lastRequest()).contains("\"updated_datapoints\":[101,113,121]");
  }

  @Test
  void anEditThatChangesNothingIsNotSent() {
    assertThat(rossum.edit("order_id", "A12").isAccepted()).isTrue();

    assertThat(events()).containsExactly("annotation_content.started");
  }

  @ParameterizedTest
  @CsvSource({
    "total,1,formula",
    "code,abc,users cannot edit",
    "inner,x,hidden",
    "go,x,clicked",
    "kind,c,no option",
  })
  void whatAUserMayNotEditIsRefusedAndReported(String field, String text, String reason) {
    Outcome outcome = rossum.edit(field, text);

    assertThat(outcome.isAccepted()).isFalse();
    assertThat(outcome.refusals().get(0)).contains(reason);
    assertThat(events()).doesNotContain("annotation_content.updated");
    assertThat(rossum.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.USER));
  }

  @Test
  void theRestOfSeveralEditsIsMade() {
    Outcome outcome = rossum.edits().edit("total", "1").edit("order_id", "B1").send();

    assertThat(outcome.isAccepted()).isFalse();
    assertThat(rossum.field("order_id").displayedText()).isEqualTo("B1");
  }

  @Test
  void anEnumTakesAnOptionWithoutRegardToCase() {
    assertThat(rossum.edit("kind", "B").isAccepted()).isTrue();
    assertThat(rossum.field("kind").displayedText()).isEqualTo("B");
    assertThat(rossum.messages()).isEmpty();
  }

  @Test
  void aClickIsAUserUpdateWithTheIdOfTheButton() {
    rossum.click("go");

    assertThat(events()).endsWith("annotation_content.user_update");
    assertThat(lastRequest()).contains("\"updated_datapoints\":[109]");
  }

  @Test
  void aClickThatNobodyHearsIsReported() {
    RossumSimulator deaf =
        RossumSimulator.of(
                SimulatedHook.of(extension, Order.SECRET).withEvents("annotation_content.updated"))
            .open(Order.request());

    assertThat(deaf.click("go").isAccepted()).isFalse();
    assertThat(deaf.problems().get(0).text()).contains("user_update");
  }

  @Test
  void aFieldIsNotClicked() {
    assertThat(rossum.click("amount").isAccepted()).isFalse();
  }

  @Test
  void rowsComeAndGoByHand() {
    rossum.addRow("lines");
    assertThat(rossum.rows("lines")).hasSize(2);
    assertThat(lastRequest()).contains("\"updated_datapoints\":[110,122,123,124,125,126]");

    SimulatedRow first = rossum.row("lines", 0);
    first.remove();
    assertThat(rossum.rows("lines")).hasSize(1);
    assertThat(lastRequest()).contains("\"updated_datapoints\":[110]");
    assertThatThrownBy(() -> first.edit("item_qty", "1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("was removed");
  }

  @Test
  void aFullTableTakesNoRowByHand() {
    rossum.addRow("lines");

    assertThat(rossum.addRow("lines").isAccepted()).isFalse();
    assertThat(rossum.rows("lines")).hasSize(2);
  }

  @Test
  void aValidationWithoutAChangeSendsNoIds() {
    rossum.validate();

    assertThat(events()).endsWith("annotation_content.user_update");
    assertThat(lastRequest()).contains("\"updated_datapoints\":[]");
  }

  @Test
  void aFormulaComesToWhatTheTestSays() {
    rossum.compute("total", "1000.5");

    assertThat(rossum.field("total").displayedText()).isEqualTo("1 000.5");
    assertThatThrownBy(() -> rossum.compute("amount", "1"))
        .hasMessageContaining("not computed by a formula");
  }

  @Test
  void rowsAndValuesAreNotTheSame() {
    assertThatThrownBy(() -> rossum.rows("notes"))
        .hasMessage("'notes' is a list: it has values, not rows.");
    assertThatThrownBy(() -> rossum.values("lines"))
        .hasMessage("'lines' is a table: it has rows, not values.");
  }

  @Test
  void aVisitAddsHuman() {
    rossum.field("pieces").visit();

    assertThat(rossum.field("pieces").validationSources()).containsExactly(ValidationSource.HUMAN);
  }

  @Test
  void aHookOfBothTwinsGetsTwoRequests() {
    RossumSimulator twice =
        RossumSimulator.of(SimulatedHook.of(extension, Order.SECRET).withUserUpdate())
            .open(Order.request());
    twice.edit("order_id", "B1");

    assertThat(twice.exchanges())
        .extracting(Exchange::eventAndAction)
        .containsExactly(
            "annotation_content.user_update",
            "annotation_content.started",
            "annotation_content.user_update",
            "annotation_content.updated");
  }

  @Test
  void anUnknownCellNamesTheNearest() {
    assertThatThrownBy(() -> rossum.row("lines", 0).edit("item_qtty", "1"))
        .hasMessageContaining("item_qty");
    assertThatThrownBy(() -> rossum.row("lines", 1))
        .hasMessage("'lines' has 1 row, counted from 0: there is no [1].");
    assertThatThrownBy(() -> rossum.field("item_qty"))
        .hasMessage(
            "'item_qty' is in 'lines': say in which row or place, such as lines[0].item_qty.");
    assertThatThrownBy(() -> rossum.field("lines")).hasMessage("'lines' is a table, not a field.");
    assertThatThrownBy(() -> rossum.rows("lnes")).hasMessageContaining("lines");
  }

  @Test
  void anAddedRowHasTheButtonsOfTheOthersEvenWithoutASchema() {
    RossumSimulator rossum = RossumSimulator.of(content -> {}).open(Order.requestWithoutSchema());
    rossum.addRow("lines");

    assertThat(rossum.row("lines[1]").fields())
        .extracting(SimulatedField::schemaId, SimulatedField::isButton)
        .containsExactly(
            tuple("item_text", false),
            tuple("item_qty", false),
            tuple("item_total", false),
            tuple("item_go", true));
    assertThat(rossum.click("lines[1].item_go").isAccepted()).isTrue();
    List<JsonNode> buttons =
        Json.read(rossum.exchanges().get(rossum.exchanges().size() - 1).request())
            .findParents("schema_id")
            .stream()
            .filter(node -> node.path("schema_id").asText().equals("item_go"))
            .toList();
    assertThat(buttons).hasSize(2).allMatch(button -> button.path("content").isNull());
  }

  @Test
  void textsNameTheRow() {
    RossumSimulator rossum = RossumSimulator.of(content -> {}).open(Order.request());
    SimulatedRow row = rossum.row("lines[0]");

    rossum.edit("lines[0].item_qty", "5");
    assertThat(rossum.exchanges().get(rossum.exchanges().size() - 1).cause())
        .isEqualTo("lines[0].item_qty = '5'");
    assertThat(rossum.edit("lines[0].item_total", "5").refusals())
        .containsExactly(
            "A formula computes the field 'lines[0].item_total', so a user cannot edit it.");
    assertThat(row).hasToString("row 'lines[0]'");
    row.remove();
    assertThat(row).hasToString("row 'lines[?]'");
  }

  @Test
  void whatWasDoneIsAccepted() {
    assertThat(rossum.edit("order_id", "B1")).hasToString("edit: reviewing");
    assertThat(rossum.click("go")).hasToString("click: reviewing");
    assertThat(rossum.validate()).hasToString("validate: reviewing");
    assertThat(rossum.field("pieces").visit()).hasToString("visit: reviewing");
    assertThat(rossum.addRow("lines")).hasToString("add: reviewing");
    assertThat(rossum.row("lines", 1).click("item_go")).hasToString("click: reviewing");
    assertThat(rossum.row("lines", 1).remove()).hasToString("remove: reviewing");
    assertThat(rossum.values("notes").get(0).remove()).hasToString("remove: reviewing");
  }

  @Test
  void aStepHasTheRequestsThatItLedTo() {
    rossum.start();

    assertThat(rossum.addRow("lines").exchanges())
        .extracting(Exchange::toString)
        .containsExactly("annotation_content.updated → 200, 0 operations, 0 messages, 0 problems");
    assertThat(rossum.field("pieces").visit().exchanges()).isEmpty();
    assertThat(rossum.validate().exchanges()).hasSize(1);
  }

  @Test
  void anEmptyCellOfANewRowNeedsNoValidation() {
    rossum.addRow("lines");

    JsonNode cell =
        Json.read(lastRequest()).findParents("schema_id").stream()
            .filter(node -> node.path("id").asLong() == 123)
            .findFirst()
            .orElseThrow();
    assertThat(cell.path("validation_sources"))
        .extracting(JsonNode::asText)
        .containsExactly("non_required");
  }

  @Test
  void whatWasRemovedIsNotUsedAgain() {
    SimulatedRow row = rossum.row("lines", 0);
    SimulatedField cell = row.field("item_qty");
    SimulatedField button = row.field("item_go");
    row.remove();

    for (ThrowingCallable use :
        List.<ThrowingCallable>of(row::remove, cell::visit, button::click, () -> cell.edit("1"))) {
      assertThatThrownBy(use)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("was removed from the document, or belongs to another one");
    }
  }

  @Test
  void aTableOfADocumentThatWasOpenBeforeIsNotUsed() {
    SimulatedMultivalue before = rossum.findMultivalue(110).orElseThrow();
    rossum.open(Order.request());

    assertThatThrownBy(before::add)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("'lines' was removed from the document");
  }

  @Test
  void aUserDoesNothingWithWhatIsHidden() {
    ObjectNode request = Json.object(Order.request());
    for (JsonNode node : request.findParents("schema_id")) {
      ((ObjectNode) node).put("hidden", List.of("go", "lines").contains(text(node)));
    }
    rossum.open(Json.bytes(request));

    List<Outcome> outcomes =
        List.of(
            rossum.click("go"),
            rossum.field("inner").visit(),
            rossum.addRow("lines"),
            rossum.row("lines", 0).remove(),
            rossum.row("lines", 0).field("item_qty").visit());

    assertThat(outcomes)
        .extracting(outcome -> outcome.refusals().toString())
        .containsExactly(
            "[The button 'go' is hidden, so a user cannot see it.]",
            "[]",
            "[The multivalue 'lines' is hidden, so a user cannot see it.]",
            "[The multivalue 'lines' is hidden, so a user cannot see it.]",
            "[The field 'lines[0].item_qty' is hidden, so a user cannot see it.]");
    assertThat(rossum.rows("lines")).hasSize(1);
  }

  private static String text(JsonNode node) {
    return node.path("schema_id").asText();
  }

  @Test
  void aFormulaCanBeComputedBeforeOtherSteps() {
    assertThat(rossum.compute("total", "7").edit("order_id", "B1").isAccepted()).isTrue();
    assertThat(rossum.field("total").normalizedValue()).contains("7");
  }

  @Test
  void withoutASchemaNobodyKnowsWhatAFormulaComputes() {
    rossum.open(Order.requestWithoutSchema()).compute("amount", "7");

    assertThat(rossum.field("amount").normalizedValue()).contains("7");
    assertThatThrownBy(() -> rossum.rows("notes")).hasMessageContaining("'notes' is a list");
  }

  @Test
  void aRowIsNotAField() {
    assertThatThrownBy(() -> rossum.field("lines[0]"))
        .hasMessage("'lines[0]' is a row, not a field.");
    assertThatThrownBy(() -> rossum.field("notes")).hasMessage("'notes' is a list, not a field.");
  }

  @Test
  void aFieldIsFoundByItsPathIfItExists() {
    assertThat(rossum.findField("amount")).isPresent();
    assertThat(rossum.findField("lines[0].item_qty")).isPresent();
    assertThat(rossum.findField("lines[1].item_qty")).isEmpty();
    assertThat(rossum.findField("lines[-1].item_qty")).isEmpty();
    assertThat(rossum.findField("lines[0].amount")).isEmpty();
    assertThat(rossum.findField("lines[0]")).isEmpty();
    assertThat(rossum.row("lines", 0).id()).isEqualTo(111);
  }

  @Nested
  class ARepeat {
    @Test
    void sendsTheLastRequestsOnceMore() {
      rossum.edit("order_id", "B1");
      Outcome repeated = rossum.repeat();

      assertThat(repeated).hasToString("repeat: reviewing");
      assertThat(repeated.exchanges())
          .extracting(Exchange::eventAndAction, Exchange::cause)
          .containsExactly(tuple("annotation_content.updated", "repeated"));
      assertThat(lastRequest()).contains("\"updated_datapoints\":[101]");
    }

    @Test
    void leavesOutWhatIsGone() {
      StubTransport removing =
          StubTransport.responding(
              StubTransport.ok("{}"),
              StubTransport.ok(Order.operations("{'op':'remove','id':111}")),
              StubTransport.ok("{}"));
      RossumSimulator other = Order.simulator(removing);
      other.edits().edit("order_id", "B1").edit("lines[0].item_qty", "5").send();
      other.repeat();

      assertThat(removing.requests().get(removing.requests().size() - 1))
          .contains("\"updated_datapoints\":[101]");
    }

    @Test
    void replacesTheBlockersOfInitialize() {
      StubTransport once =
          StubTransport.responding(
              StubTransport.ok(
                  Order.quoted("{'automation_blockers':[{'content':'Odd','id':101}]}")),
              StubTransport.ok("{}"));
      RossumSimulator blocked = Order.simulator(once);
      blocked.initialize();
      assertThat(blocked.field("order_id").blockers()).hasSize(1);

      blocked.repeat();

      assertThat(blocked.field("order_id").blockers()).isEmpty();
    }

    @Test
    void needsARequest() {
      assertThatThrownBy(rossum::repeat)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("No request was sent yet. Edit, validate or start first.");
    }
  }
}
