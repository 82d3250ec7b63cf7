package io.github.rossumext.testkit.internal.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.testkit.internal.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not legal in a schema. */
class SchemaCheckTest {
  private static final String FIELD =
      "{\"category\": \"datapoint\", \"id\": \"total\", \"label\": \"Total\", \"type\":"
          + " \"number\"%s}";

  private static List<String> found(String... children) {
    return SchemaCheck.run(
            Json.read(
                "[{\"category\": \"section\", \"id\": \"s\", \"label\": \"S\", \"children\": ["
                    + String.join(",", children)
                    + "]}]"))
        .stream()
        .map(Finding::toString)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {"number | #,##0.00", "date | YY-MM-DD"})
  void aFormatThatRossumDoesNotDocumentIsAWarning(String type, String format) {
    String field = FIELD.replace("number", type);
    assertThat(found(field.formatted(", \"format\": \"" + format + "\"")))
        .singleElement()
        .asString()
        .contains("total: Rossum does not document the format '" + format + "'.");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {"number | # ##0.#", "number | #,##0.#", "date | D/M/YYYY", "string | anything"})
  void otherFormatsAreNot(String type, String format) {
    String field = FIELD.replace("number", type);
    assertThat(found(field.formatted(", \"format\": \"" + format + "\""))).isEmpty();
  }

  @Test
  void aLegalSchemaPasses() {
    assertThat(
            found(
                FIELD.formatted(", \"constraints\": {\"length\": {\"min\": 1, \"max\": 9}}"),
                "{\"category\": \"multivalue\", \"id\": \"m\", \"label\": \"M\", \"children\":"
                    + "{\"category\": \"tuple\", \"id\": \"t\", \"label\": \"T\", \"children\": ["
                    + FIELD.formatted("").replace("total", "item_total")
                    + "]}}"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "number | , \"options\": [] | Only an enum has options.",
        "enum   | | An enum needs a list of options.",
        "enum   | , \"options\": [{\"value\": \"a\"}] | An option needs a value and a label.",
        "enum   | , \"options\":"
            + " [{\"value\":\"a\",\"label\":\"A\"},{\"value\":\"a\",\"label\":\"B\"}] | The option"
            + " 'a' is there twice.",
        "enum   | , \"options\": [{\"value\":\"a\",\"label\":\"A\"}], \"default_value\": \"b\" |"
            + " The default_value 'b' is not one of the options.",
        "number | , \"constraints\": {\"required\": \"yes\"} | Expected true or false as required.",
        "number | , \"constraints\": {\"length\": {\"min\": 9, \"max\": 1}} | The minimum length is"
            + " more than the maximum.",
        "number | , \"constraints\": {\"length\": {\"min\": 9, \"exact\": 9}} | A length is exact,"
            + " or it has min and max.",
        "number | , \"constraints\": {\"length\": {\"min\": -1}} | Expected a whole number from 0"
            + " to 2147483647, found -1.",
        "string | , \"constraints\": {\"regexp\": {}} | Expected a pattern in regexp.",
        "button | , \"constraints\": {\"required\": true} | A button cannot be required, because it"
            + " holds nothing.",
        "number | , \"ui_configuration\": {\"type\": \"formula\"} | A formula field needs a"
            + " formula.",
        "number | , \"score_threshold\": 1.5 | Expected a score_threshold from 0 to 1, found 1.5.",
      })
  void whatIsNotLegalIsSaid(String type, String more, String expected) {
    assertThat(
            found(
                FIELD
                    .formatted(more == null ? "" : more)
                    .replace("\"number\"", "\"" + type + "\"")))
        .containsExactly("schema.json: total: " + expected);
  }

  @Test
  void anIdIsThereOnce() {
    assertThat(found(FIELD.formatted(""), FIELD.formatted("")))
        .containsExactly("schema.json: total: The id is there twice.");
  }

  @Test
  void anUnknownTypeIsSaidWithTheNearest() {
    assertThat(found(FIELD.formatted("").replace("number", "nummber")))
        .singleElement()
        .asString()
        .startsWith("schema.json: total: 'nummber' is unknown. Did you mean number");
  }

  @Test
  void aPatternOfPythonIsRead_andABrokenOneIsAWarning() {
    assertThat(
            found(FIELD.formatted(", \"constraints\": {\"regexp\": {\"pattern\": \"(?P<y>a)\"}}")))
        .isEmpty();
    assertThat(found(FIELD.formatted(", \"constraints\": {\"regexp\": {\"pattern\": \"(a\"}}")))
        .singleElement()
        .asString()
        .startsWith("schema.json: total: The pattern may be wrong");
  }
}
