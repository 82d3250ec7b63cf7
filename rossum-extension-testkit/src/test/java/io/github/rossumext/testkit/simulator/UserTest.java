package io.github.rossumext.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.value.ValidationSource;
import java.util.List;
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
}
