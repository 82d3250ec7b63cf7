package io.github.rossumext.testkit;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatThrownBy;

import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.Row;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.RawJson;
import org.junit.jupiter.api.Test;

/** A boolean field on its way through builder, fixture, rule, simulator and assertion. */
class BooleanFieldTest {
  private static final Schema SCHEMA =
      Schema.of(
          RawJson.of(
              """
              [{"category": "section", "id": "basic", "label": "Basic", "children": [
                 {"category": "datapoint", "id": "paid", "label": "Paid", "type": "boolean"},
                 {"category": "datapoint", "id": "note", "label": "Note", "type": "string"},
                 {"category": "multivalue", "id": "lines", "label": "Lines", "children":
                   {"category": "tuple", "id": "line", "label": "Line", "children": [
                     {"category": "datapoint", "id": "taxed", "label": "Taxed",
                      "type": "boolean"}]}}]}]
              """));

  /** Copies whether the lines are taxed, and says whether the invoice is paid. */
  private static final ContentRule RULE =
      content -> {
        boolean isPaid = content.bool("paid").orElse(false);
        content.field("note").set(isPaid ? "paid" : "open");
        for (Row line : content.table("lines")) {
          line.bool("taxed").set(isPaid);
        }
      };

  private static Fixture document() {
    return DocumentBuilder.of(SCHEMA)
        .set("paid", "false")
        .row("lines", line -> line.bool("taxed", false))
        .build();
  }

  @Test
  void aRuleReadsAndWritesIt() {
    RossumSimulator rossum = RossumSimulator.of(RULE).open(document().withField("paid", true));

    rossum.initialize();

    assertThat(rossum.field("paid")).hasText("True");
    assertThat(rossum.field("note")).hasText("paid");
    assertThat(rossum.field("lines[0].taxed")).hasText("True").hasDisplayedText("True");
    assertThat(rossum).hasNoProblems().hasNoErrors();
  }

  @Test
  void aUserMayTypeItInAnyCase() {
    RossumSimulator rossum = RossumSimulator.of(RULE).open(document());

    rossum.edit("paid", "TRUE");

    assertThat(rossum.field("paid")).hasText("True").hasNoErrors();
    assertThat(rossum.field("note")).hasText("paid");
  }

  @Test
  void anotherTextIsAnErrorOnTheField() {
    RossumSimulator rossum = RossumSimulator.of(RULE).open(document());

    rossum.edit("paid", "perhaps");

    assertThat(rossum.field("paid")).hasError("This is not a boolean.");
    assertThat(rossum.field("note")).hasText("open");
  }

  @Test
  void withoutASchemaABuilderWritesItsText() {
    Fixture order =
        DocumentBuilder.create().section("basic", basic -> basic.bool("paid", true)).build();

    assertThat(order.json()).contains("\"value\":\"True\"");
  }

  @Test
  void aFieldOfAnotherTypeDoesNotTakeABoolean() {
    assertThatThrownBy(() -> document().withField("note", true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'note' is of type string in the schema, not boolean.");
  }

  @Test
  void theFailureOfAnOutcomeShowsTheScreen() {
    RossumSimulator rossum = RossumSimulator.of(RULE).open(document());

    assertThatThrownBy(() -> assertThat(rossum.edit("paid", "perhaps")).isRefused())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("The screen:\n")
        .hasMessageContaining("Paid* (paid): perhaps");
  }
}
