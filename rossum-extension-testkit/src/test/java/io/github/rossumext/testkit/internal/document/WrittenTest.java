package io.github.rossumext.testkit.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.ValidationSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a document remembers of its nodes between two events, and forgets with a change. */
class WrittenTest {
  // With elements that are not nodes, and with a key after the children.
  private static final String SECTIONS =
      """
      [7, {"id":1,"category":"section","schema_id":"all","children":[null,
        {"id":2,"schema_id":"kind","content":{"value":"a"},"options":[{"value":"a","label":"Ž 💧"}]},
        {"id":3,"category":"multivalue","schema_id":"lines","children":[
          {"id":4,"schema_id":"line","children":[
            {"id":5,"schema_id":"amount","content":{"value":"1.50x","normalized_value":null}}]},
          {"id":6,"schema_id":"line","children":[
            {"id":7,"schema_id":"amount","content":{"value":"2"},"validation_sources":["human"]}]}],
          "grid":{"parts":[{"rows":[{"tuple_id":4},{"tuple_id":6}]}]}},
        {"id":8,"category":"multivalue","schema_id":"notes","children":[
          {"id":9,"category":"datapoint","schema_id":"note","content":{"value":"n"}}]}]}]
      """;

  private static Document document() {
    return new Document("The document", (ArrayNode) Json.read(SECTIONS), "url", null);
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        change("nothing", document -> {}),
        change("text", document -> node(document, 2).setText(new FieldText("b", null))),
        change("text of a cell", document -> node(document, 5).setText(new FieldText("3", "3"))),
        change("sources", document -> node(document, 7).setValidationSources(List.of())),
        change("source", document -> node(document, 9).addValidationSource(ValidationSource.HUMAN)),
        change("options", document -> node(document, 2).setOptions(List.of(Option.of("b", "B")))),
        change("no options", document -> node(document, 2).removeOptions()),
        change("hidden", document -> node(document, 5).setHidden(true)),
        change("extracted", document -> node(document, 5).setExtracted(true)),
        change("cleared", document -> node(document, 5).clear()),
        change("section", document -> document.appendSection("more")),
        change("field", document -> document.appendDatapoint(node(document, 1), "new", false)),
        change("row", document -> document.appendRow(node(document, 3))),
        change("cell", document -> document.appendCell(node(document, 4), "code")),
        change("value", document -> document.appendValue(node(document, 8))),
        change("no section", document -> document.remove(node(document, 1))),
        change("no row", document -> document.remove(node(document, 4))),
        change("no cell", document -> document.remove(node(document, 5))),
        change("no value", document -> document.remove(node(document, 9))));
  }

  private static Arguments change(String name, Consumer<Document> change) {
    return Arguments.of(name, change);
  }

  private static DocumentNode node(Document document, long id) {
    return document.byId(id).orElseThrow();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void aRequestAfterAChangeHasTheChange(String name, Consumer<Document> change) {
    Document document = document();
    assertThat(text(document.written())).isEqualTo(text(document.json()));

    change.accept(document);

    assertThat(text(document.written())).isEqualTo(text(document.json()));
  }

  private static String text(ArrayNode json) {
    return new String(Json.bytes(json), StandardCharsets.UTF_8);
  }

  @Test
  void theCheckAfterAChangeIsOfTheNewText() {
    Document document = document();
    DocumentNode kind = node(document, 2);
    assertThat(kind.problem()).isEmpty();

    kind.setText(FieldText.of("z"));

    assertThat(kind.problem()).isEqualTo("This is not among the options.");
  }

  @Test
  void theCheckAfterAnotherFieldShowedTheTypeIsOfThatType() {
    Document document = document();
    assertThat(node(document, 5).problem()).isEmpty();

    node(document, 7).setText(new FieldText("2", "2"));

    assertThat(node(document, 5).problem()).isEqualTo("This is not a number.");
  }

  @Test
  void aChangedFieldIsNotSettled() {
    Document document = document();
    DocumentNode field = node(document, 2);
    field.settled();
    assertThat(field.isSettled()).isTrue();

    field.setValidationSources(List.of());

    assertThat(field.isSettled()).isFalse();
  }
}
