package io.github.rossumext.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Rossum's samples, old payloads and hand-made inputs hold (protocol §3.5). */
class TreeOdditiesTest {
  @Nested
  class TheWordNone {
    @Test
    void meansNullInEveryKeyOfTheContentButTheValue() {
      Datapoint datapoint =
          TreeFixture.content(
              "\"value\":\"eng\",\"normalized_value\":\"None\",\"page\":\"None\","
                  + "\"position\":\"None\",\"rir_text\":\"None\",\"rir_raw_text\":\"None\","
                  + "\"rir_page\":\"None\",\"rir_position\":\"None\",\"rir_confidence\":\"None\","
                  + "\"connector_text\":\"None\",\"connector_position\":\"None\"");

      assertThat(datapoint.value()).isEqualTo("eng");
      assertThat(datapoint.normalizedValue()).isEmpty();
      assertThat(datapoint.text()).isEqualTo("eng");
      assertThat(datapoint.page()).isEmpty();
      assertThat(datapoint.position()).isEmpty();
      assertThat(datapoint.rirText()).isEmpty();
      assertThat(datapoint.rirRawText()).isEmpty();
      assertThat(datapoint.rirPage()).isEmpty();
      assertThat(datapoint.rirPosition()).isEmpty();
      assertThat(datapoint.rirConfidence()).isEmpty();
      assertThat(datapoint.connectorText()).isEmpty();
      assertThat(datapoint.connectorPosition()).isEmpty();
    }

    @Test
    void meansNullInAGrid() {
      Multivalue table =
          (Multivalue) TreeFixture.node("\"category\":\"multivalue\",\"grid\":\"None\"");

      assertThat(table.grid()).isEmpty();
    }
  }

  @Nested
  class Ids {
    @ParameterizedTest
    @CsvSource({
      "190001, 190001",
      "'\"190001\"', 190001",
      "5483409759, 5483409759",
      "'\"5483409759\"', 5483409759",
      "9223372036854775807, 9223372036854775807",
      "'\"9223372036854775807\"', 9223372036854775807",
      "'\"\\u0031\"', 1",
    })
    void mayStandInTexts(String json, long id) {
      DatapointTree tree =
          TreeFixture.tree("[{\"id\":" + json + ",\"schema_id\":\"a\",\"content\":{}}]");

      assertThat(tree.roots()).extracting(Node::id).containsExactly(id);
      assertThat(tree.byId(id)).isPresent();
    }
  }

  @Nested
  class WithoutCategory {
    /** The tree of the acceptance request, with a table added. */
    private final DatapointTree tree =
        TreeFixture.tree(
            """
            [{"id":"190000","schema_id":"vendor_section","children":[
              {"id":"190001","schema_id":"invoice_id","content":{"value":"INV-77"}},
              {"id":"190002","schema_id":"line_items","children":[
                {"id":"190003","schema_id":"line_item","children":[
                  {"id":"190004","schema_id":"item_code","content":{"value":"A"}}]}]},
              {"id":"190005","schema_id":"button","content":null},
              {"id":"190006","schema_id":"empty_table"}]}]
            """);

    @Test
    void aNodeWithContentIsADatapointAndAnyOtherAContainerByItsPlace() {
      assertThat(tree.byId(190000)).containsInstanceOf(Section.class);
      assertThat(tree.byId(190001)).containsInstanceOf(Datapoint.class);
      assertThat(tree.byId(190002)).containsInstanceOf(Multivalue.class);
      assertThat(tree.byId(190003)).containsInstanceOf(Tuple.class);
      assertThat(tree.byId(190004)).containsInstanceOf(Datapoint.class);
      assertThat(tree.byId(190006)).containsInstanceOf(Multivalue.class);
    }

    @Test
    void theCategoryIsTheOneThatRossumLeftOut() {
      assertThat(List.of(190000L, 190001L, 190002L, 190003L))
          .extracting(id -> tree.byId(id).orElseThrow().category())
          .containsExactly(
              Category.SECTION, Category.DATAPOINT, Category.MULTIVALUE, Category.TUPLE);
    }

    @Test
    void contentThatIsNullMakesAButton() {
      assertThat(tree.byId(190005))
          .hasValueSatisfying(node -> assertThat(((Datapoint) node).isButton()).isTrue());
    }

    @Test
    void aMissingListOfChildrenIsAnEmptyOne() {
      assertThat(tree.byId(190006))
          .hasValueSatisfying(node -> assertThat(((Container) node).children()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "{}", "[\"tuple\"]"})
    void aCategoryThatIsNotATextIsMissing(String category) {
      Node node = TreeFixture.node("\"category\":" + category + ",\"content\":{}");

      assertThat(node).isInstanceOf(Datapoint.class);
      assertThat(node.category()).isEqualTo(Category.DATAPOINT);
    }
  }

  @Nested
  class UnknownCategory {
    @Test
    void keepsItsWordAndIsReadByContentAndPlace() {
      Node leaf = TreeFixture.node("\"category\":\"of_next_year\",\"content\":{\"value\":\"a\"}");
      Node container = TreeFixture.node("\"category\":\"of_next_year\",\"children\":[]");

      assertThat(leaf).isInstanceOf(Datapoint.class);
      assertThat(leaf.category()).isEqualTo(new Category("of_next_year"));
      assertThat(leaf.category().isKnown()).isFalse();
      assertThat(container).isInstanceOf(Multivalue.class);
      assertThat(container.category().value()).isEqualTo("of_next_year");
    }
  }

  @Nested
  class KnownCategory {
    @Test
    void decidesWhateverThePlace() {
      assertThat(TreeFixture.node("\"category\":\"section\"")).isInstanceOf(Section.class);
      assertThat(TreeFixture.node("\"category\":\"tuple\"")).isInstanceOf(Tuple.class);
      assertThat(TreeFixture.node("\"category\":\"datapoint\"")).isInstanceOf(Datapoint.class);
      assertThat(
              TreeFixture.tree("[{\"id\":1,\"schema_id\":\"a\",\"category\":\"datapoint\"}]")
                  .roots())
          .hasOnlyElementsOfType(Datapoint.class);
    }

    @Test
    void mayComeAfterChildrenAndContent() {
      assertThat(TreeFixture.node("\"children\":[],\"category\":\"tuple\""))
          .isInstanceOf(Tuple.class);
      assertThat(TreeFixture.node("\"content\":{},\"category\":\"datapoint\""))
          .isInstanceOf(Datapoint.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"None\"", "{}", "7"})
  void childrenThatAreNoListAreNone(String children) {
    Container container =
        (Container) TreeFixture.node("\"category\":\"multivalue\",\"children\":" + children);

    assertThat(container.children()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"None\"", "[]", "7"})
  void contentThatIsNotAnObjectIsMissing(String content) {
    Datapoint datapoint = TreeFixture.datapoint("\"content\":" + content);

    assertThat(datapoint.isButton()).isTrue();
    assertThat(datapoint.value()).isEmpty();
  }

  @Test
  void keysMayBeEscaped() {
    Datapoint datapoint =
        (Datapoint)
            TreeFixture.tree(
                    "[{\"\\u0069d\":1,\"schema\\u005fid\":\"a\\u0062\",\"\\u0063ontent\":"
                        + "{\"\\u0076alue\":\"c\"}}]")
                .byId(1)
                .orElseThrow();

    assertThat(datapoint.schemaId()).isEqualTo("ab");
    assertThat(datapoint.value()).isEqualTo("c");
    assertThat(datapoint.findInContent("value")).isPresent();
  }
}
