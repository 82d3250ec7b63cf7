package io.github.rossumext.testkit.internal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.ValidationSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The nodes of a document without a schema, and their JSON. */
class DocumentNodeTest {
  private final Document document = Document.empty("The document", null);
  private final DocumentNode section = document.appendSection("s");
  private final DocumentNode field = document.appendDatapoint(section, "code", false);

  private JsonNode content(String key) {
    return field.json().path("content").path(key);
  }

  @Test
  void thatDoNotSayTheirCategoryHaveItByTheirPlace() {
    Document read =
        new Document(
            "The document",
            (ArrayNode)
                Json.read(
                    """
                    [{"id":1,"schema_id":"s","children":[
                      {"id":2,"schema_id":"lines","children":[
                        {"id":3,"schema_id":"line","children":[
                          {"id":4,"schema_id":"code","content":{}}]}]},
                      {"id":5,"schema_id":"go","category":"datapoint"}]}]
                    """),
            "",
            null);

    assertThat(read.nodes(node -> true))
        .extracting(DocumentNode::toString)
        .containsExactly(
            "the section 's'",
            "the multivalue 'lines'",
            "the tuple 'lines[0]'",
            "the field 'lines[0].code'",
            "the button 'go'");
  }

  @Test
  void showWhetherTheExtractionSawThem() {
    field.setText(FieldText.of("B1"));

    field.setExtracted(true);
    assertThat(content("rir_text").asText()).isEqualTo("B1");
    assertThat(content("rir_raw_text").asText()).isEqualTo("B1");
    assertThat(field.confidence()).isPresent();

    field.setExtracted(false);
    assertThat(content("rir_text").isNull()).isTrue();
    assertThat(content("rir_raw_text").isNull()).isTrue();
    assertThat(field.confidence()).isEmpty();
  }

  @Test
  void areClearedWithTheirPlaceOnThePage() {
    field.setText(FieldText.of("B1"));
    field.setInContent("page", Json.read("2"));
    field.setInContent("position", Json.read("[1,2,3,4]"));
    field.addValidationSource(ValidationSource.HUMAN);
    assertThat(field.page()).hasValue(2);
    assertThat(field.position()).isPresent();

    field.clear();

    assertThat(field.displayed()).isEmpty();
    assertThat(field.page()).isEmpty();
    assertThat(field.position()).isEmpty();
    assertThat(field.validationSources()).isEmpty();
  }

  @Test
  void becomeAnEnumWithTheirFirstOptions() {
    assertThat(field.definition().type()).isEqualTo(new DatapointType(""));

    field.setOptions(List.of(Option.of("a", "A")));

    assertThat(field.definition().type()).isEqualTo(DatapointType.ENUM);
  }

  @Test
  void areRemovedByIdentity() {
    ArrayNode list = (ArrayNode) Json.read("[{\"id\":1},{\"id\":1},{\"id\":2}]");
    JsonNode second = list.get(1);

    DocumentNode.removeFrom(list, second);
    assertThat(list).hasSize(2);
    assertThat(list.get(0)).isNotSameAs(second);
    assertThat(list.get(1)).isNotSameAs(second);
    DocumentNode.removeFrom(list, second);
    assertThat(list).hasSize(2);
  }

  @Test
  void areWrittenOnceUntilTheyChange() {
    JsonNode before = writtenField();
    assertThat(writtenField()).isSameAs(before);

    field.setText(FieldText.of("B1"));

    assertThat(writtenField()).isNotSameAs(before);
  }

  private JsonNode writtenField() {
    return document.written().path(0).path("children").path(0);
  }

  @Test
  void measureTheTimeOfMultivaluesToo() {
    DocumentNode lines = document.appendMultivalue(section, "lines");

    assertThat(lines.json().has("grid")).isTrue();
    assertThat(lines.json().path("time_spent_grid_overall").isInt()).isTrue();
    assertThat(section.json().has("grid")).isFalse();
    assertThat(section.json().has("time_spent_grid_overall")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"line_items, line_item", "notes, note", "tax, tax_item", "s, s_item"})
  void ofATableAreNamedByItWithoutASchema(String table, String row) {
    assertThat(DocumentSchema.one(table)).isEqualTo(row);
    DocumentNode rows = document.appendMultivalue(section, table);
    assertThat(document.appendRow(rows).schemaId()).isEqualTo(row);
  }

  @Test
  void ofATableAreNamedLikeTheFirstOne() {
    DocumentNode rows = document.appendMultivalue(section, "lines");
    document.appendRow(rows, "position");

    assertThat(document.appendRow(rows).schemaId()).isEqualTo("position");
    assertThat(document.schema().isTable(rows)).contains(true);
  }

  @Test
  void getNewIdsInTheOrderOfTheDocument() {
    ArrayNode numbered =
        Document.numbered(
            (ArrayNode) Json.read("[{\"children\":[{\"children\":[{}]},{}]},{\"children\":[]}]"),
            7,
            "u");

    assertThat(new Document("The document", numbered, "u", null).nodes(node -> true))
        .extracting(DocumentNode::id, node -> node.json().path("url").asText())
        .containsExactly(
            tuple(7L, "u/content/7"),
            tuple(8L, "u/content/8"),
            tuple(9L, "u/content/9"),
            tuple(10L, "u/content/10"),
            tuple(11L, "u/content/11"));
  }
}
