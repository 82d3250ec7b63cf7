package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.ContentRequest.row;
import static io.github.rossumext.LossyWrites.DROP_AND_LOG;
import static io.github.rossumext.SchemaText.bool;
import static io.github.rossumext.SchemaText.number;
import static io.github.rossumext.Wire.operations;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.LossyWriteException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Booleans: the type that Rossum uses and does not document (protocol §3.4). */
class BooleanFieldTest {
  private static BooleanField paid(String text) {
    return initialize().field("paid", text).edit().bool("paid");
  }

  @ParameterizedTest
  @CsvSource({"True,true", "False,false", "true,true", "FALSE,false"})
  void trueAndFalseAreReadRegardlessOfCase(String text, boolean value) {
    assertThat(paid(text).isSet()).isTrue();
    assertThat(paid(text).value()).isEqualTo(value);
    assertThat(paid(text).find()).hasValue(value);
    assertThat(paid(text).orElse(!value)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yes", "1", "True."})
  void anotherTextReadsAsEmpty(String text) {
    BooleanField paid = paid(text);

    assertThat(paid.isEmpty()).isTrue();
    assertThat(paid.find()).isEmpty();
    assertThat(paid.orElse(true)).isTrue();
    assertThatThrownBy(paid::value)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageStartingWith(
            "'paid' is empty or not a boolean. Ask isSet() first, or call orElse(…).");
  }

  @Test
  void itIsWrittenAsRossumWritesIt() {
    ContentEditor content = initialize().field("paid", "").field("open", "True").edit();

    content.bool("paid").set(true).validatedBy(CONNECTOR);
    content.field("open").set(false);

    assertThat(operations(content))
        .containsExactly(
            "{'op':'replace','id':5483409760,'value':{'content':{'value':'True'},"
                + "'validation_sources':['connector']}}",
            "{'op':'replace','id':5483409761,'value':{'content':{'value':'False'}}}");
  }

  @Test
  void theSameValueInAnotherCaseIsNotSent() {
    ContentEditor content = initialize().field("paid", "TRUE").edit();

    content.bool("paid").set(true).set("true");

    assertThat(operations(content)).isEmpty();
    assertThat(content.bool("paid").text()).isEqualTo("TRUE");
  }

  @Test
  void aTextThatIsNeitherThrowsAndNamesTheField() {
    BooleanField paid = paid("");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> paid.set("yes"))
        .withMessage("The text for 'paid' must be True or False.");
  }

  @Test
  void aDefaultFillsWhatCannotBeRead() {
    assertThat(paid("yes").defaultTo(false).value()).isFalse();
    assertThat(paid("True").defaultTo(false).value()).isTrue();
  }

  @Test
  void theSchemaSaysThatAFieldIsABoolean() {
    ContentEditor content =
        initialize()
            .field("paid", "false")
            .field("total", "1")
            .schema(bool("paid"), number("total"))
            .edit();

    content.field("paid").set("False");

    assertThat(operations(content)).isEmpty();
    assertThatThrownBy(() -> content.number("paid"))
        .isInstanceOf(UnknownFieldException.class)
        .hasMessageStartingWith("'paid' is a boolean in the schema, but was opened as a number.");
    assertThatThrownBy(() -> content.bool("total"))
        .isInstanceOf(UnknownFieldException.class)
        .hasMessageStartingWith("'total' is a number in the schema, but was opened as a boolean.");
  }

  @Test
  void aNumberInABooleanAndABooleanInANumberAreLost() {
    ContentEditor content =
        initialize()
            .field("paid", "")
            .field("total", "1")
            .schema(bool("paid"), number("total"))
            .edit();

    assertThatThrownBy(() -> content.field("paid").set(BigDecimal.ONE))
        .isInstanceOf(LossyWriteException.class)
        .hasMessageStartingWith("The field 'paid' is a boolean; it cannot hold a number.");
    assertThatThrownBy(() -> content.field("total").set(true))
        .isInstanceOf(LossyWriteException.class)
        .hasMessageStartingWith("The field 'total' is a number; it cannot hold a boolean.");
  }

  record Line(boolean paid, Optional<Boolean> open) {}

  @Test
  void rowsAndRecordsHoldThem() {
    ContentEditor content =
        initialize().table("lines", row("paid", "True", "open", ""), row("paid", "x")).edit();
    Table lines = content.table("lines");

    assertThat(lines.row(0).bool("paid").value()).isTrue();
    assertThat(lines.row(0).as(Line.class)).isEqualTo(new Line(true, Optional.empty()));

    lines.row(1).set("paid", false);
    lines.append(Map.of("paid", true));
    lines.append(new Line(false, Optional.of(true)));

    assertThat(lines.column("paid").texts()).containsExactly("True", "False", "True", "False");
  }

  @Test
  void listsHoldThem() {
    ContentEditor content = initialize().list("answers", "answer", "True").edit(DROP_AND_LOG);

    content.list("answers").append(false);

    assertThat(content.list("answers").texts()).containsExactly("True", "False");
  }

  record Answers(List<Boolean> answers) {}

  @Test
  void aRecordHoldsAListOfThem() {
    ContentEditor content = initialize().list("answers", "answer", "True", "false").edit();

    assertThat(content.as(Answers.class).answers()).containsExactly(true, false);
  }
}
