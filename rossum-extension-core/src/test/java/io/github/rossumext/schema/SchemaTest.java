package io.github.rossumext.schema;

import static io.github.rossumext.schema.SchemaFixture.field;
import static io.github.rossumext.schema.SchemaFixture.schema;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.content.Category;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a schema says, key by key (protocol §3.7). */
class SchemaTest {
  @Nested
  class TheSchemaItself {
    @Test
    void hasIdNameQueuesUrlAndMetadata() {
      assertThat(schema().id()).hasValue(8001);
      assertThat(schema().name()).hasValue("Invoices");
      assertThat(schema().queues())
          .extracting(queue -> queue.id().orElseThrow())
          .containsExactly(9001L, 9002L);
      assertThat(schema().url())
          .hasValue(new ResourceUrl("https://acme.rossum.app/api/v1/schemas/8001"));
      assertThat(schema().metadata()).hasValue(RawJson.of("{\"source\": \"template\"}"));
    }

    @Test
    void knowsItsRulesAndWhoModifiedItWhen() {
      assertThat(schema().rules()).hasValue(RawJson.of("[{\"id\": 1}]"));
      assertThat(schema().modifiedBy())
          .hasValue(new ResourceUrl("https://acme.rossum.app/api/v1/users/41"));
      assertThat(schema().modifiedAt()).hasValue(Instant.parse("2025-11-03T08:14:01.000001Z"));
    }

    @Test
    void keepsTheKeysThatTheProtocolDoesNotKnow() {
      assertThat(schema().find("of_next_year")).hasValue(RawJson.of("7"));
      assertThat(schema().find("content")).hasValue(RawJson.of(SchemaFixture.CONTENT.strip()));
    }

    @Test
    void mayBeABareListOfSectionsAsInASchemaFile() {
      Schema file = Schema.of(RawJson.of(SchemaFixture.CONTENT));

      assertThat(file.sections()).isEqualTo(schema().sections());
      assertThat(file.schemaIds()).isEqualTo(schema().schemaIds());
      assertThat(file.id()).isEmpty();
      assertThat(file.queues()).isEmpty();
      assertThat(file.keys()).isEmpty();
    }

    @Test
    void showsNothingOfItsContentAsText() {
      assertThat(schema().toString()).startsWith("Schema[").doesNotContain("Invoices");
      assertThat(field("document_id")).hasToString("datapoint document_id");
    }
  }

  @Nested
  class ByItsId {
    @Test
    void everyNodeIsFound() {
      assertThat(schema().schemaIds())
          .containsExactly(
              "header",
              "document_id",
              "due",
              "currency",
              "vendor_kind",
              "look_up",
              "orders",
              "order_id",
              "lines",
              "line_items",
              "line_item",
              "item_code",
              "item_total");
      assertThat(schema().schemaIds())
          .allSatisfy(id -> assertThat(schema().bySchemaId(id).orElseThrow().id()).isEqualTo(id));
    }

    @Test
    void aNodeIsFoundAsWhatItIs() {
      assertThat(schema().bySchemaId("header")).containsInstanceOf(SchemaSection.class);
      assertThat(schema().bySchemaId("line_item")).containsInstanceOf(SchemaTuple.class);
      assertThat(schema().datapoint("item_code")).isPresent();
      assertThat(schema().multivalue("line_items")).isPresent();
    }

    @Test
    void aNodeOfAnotherKindOrNoNodeIsEmpty() {
      assertThat(schema().datapoint("line_items")).isEmpty();
      assertThat(schema().multivalue("item_code")).isEmpty();
      assertThat(schema().bySchemaId("no_such_field")).isEmpty();
      assertThat(schema().bySchemaId("")).isEmpty();
    }
  }

  @Nested
  class EveryNode {
    @Test
    void hasIdCategoryAndLabel() {
      SchemaNode node = schema().bySchemaId("line_item").orElseThrow();

      assertThat(node.id()).isEqualTo("line_item");
      assertThat(node.category()).isEqualTo(Category.TUPLE);
      assertThat(node.label()).isEqualTo("Line");
    }

    @Test
    void isShownUnlessItIsHidden() {
      assertThat(field("item_total").isHidden()).isTrue();
      assertThat(field("document_id").isHidden()).isFalse();
      assertThat(field("due").isHidden()).isFalse();
      assertThat(schema().bySchemaId("lines").orElseThrow().isHidden()).isTrue();
    }

    @Test
    void isPredictedUnlessThatIsDisabled() {
      assertThat(schema().bySchemaId("line_items").orElseThrow().isPredictionDisabled()).isTrue();
      assertThat(field("document_id").isPredictionDisabled()).isFalse();
      assertThat(field("due").isPredictionDisabled()).isFalse();
    }

    @Test
    void knowsTheNodeAroundIt() {
      Schema schema = schema();
      SchemaNode row = schema.bySchemaId("line_item").orElseThrow();
      SchemaNode table = schema.bySchemaId("line_items").orElseThrow();

      assertThat(schema.bySchemaId("item_code").orElseThrow().parent()).containsSame(row);
      assertThat(row.parent()).containsSame(table);
      assertThat(table.parent()).containsSame(schema.sections().get(1));
      assertThat(schema.sections()).allSatisfy(section -> assertThat(section.parent()).isEmpty());
    }

    @Test
    void keepsItsJson() {
      assertThat(field("due").raw().text())
          .startsWith("{\"category\": \"datapoint\", \"id\": \"due\"")
          .endsWith("\"edit\": \"disabled\"}}");
      assertThat(field("document_id").find("constraints")).isPresent();
    }

    @Test
    void hasAnAccessorForEachOfItsKeys() {
      // Their parts have accessors of their own.
      Set<String> objects = Set.of("constraints", "uiConfiguration");

      assertThat(schema().schemaIds())
          .allSatisfy(
              id -> {
                SchemaNode node = schema().bySchemaId(id).orElseThrow();
                assertThat(node.keys())
                    .map(EveryNode::camelCase)
                    .filteredOn(key -> !objects.contains(key))
                    .filteredOn(key -> !key.equals("children"))
                    .allMatch(
                        key ->
                            accessors(node.getClass()).contains(key)
                                || accessors(node.getClass()).contains(question(key)));
              });
    }

    /** The name of the accessor for a key that is true or false. */
    private static String question(String key) {
      return switch (key) {
        case "canExport" -> "isExportable";
        case "canCollapse" -> "isCollapsible";
        case "canObtainToken" -> "isTokenAllowed";
        case "stretch" -> "isStretched";
        case "disablePrediction" -> "isPredictionDisabled";
        case "showGridByDefault" -> "isGridShownByDefault";
        default -> "is" + capital(key);
      };
    }

    private static Set<String> accessors(Class<?> type) {
      return Arrays.stream(type.getMethods())
          .filter(method -> method.getParameterCount() == 0)
          .map(Method::getName)
          .collect(Collectors.toSet());
    }

    private static String camelCase(String key) {
      String[] words = key.split("_");
      return words[0]
          + Stream.of(words).skip(1).map(EveryNode::capital).collect(Collectors.joining());
    }

    private static String capital(String word) {
      return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
  }

  @Nested
  class Sections {
    @Test
    void haveTheirFieldsAndTablesInOrder() {
      assertThat(schema().sections()).extracting(SchemaNode::id).containsExactly("header", "lines");
      assertThat(schema().sections().get(0).children())
          .extracting(SchemaNode::id)
          .containsExactly("document_id", "due", "currency", "vendor_kind", "look_up", "orders");
    }

    @Test
    void mayHaveAnIcon() {
      assertThat(schema().sections().get(0).icon()).hasValue("belt");
      assertThat(schema().sections().get(1).icon()).isEmpty();
    }
  }

  @Nested
  class Multivalues {
    private final SchemaMultivalue table = schema().multivalue("line_items").orElseThrow();
    private final SchemaMultivalue list = schema().multivalue("orders").orElseThrow();

    @Test
    void withATupleAreTables() {
      assertThat(table.isTable()).isTrue();
      assertThat(table.child()).containsInstanceOf(SchemaTuple.class);
      assertThat(table.columns())
          .extracting(SchemaNode::id)
          .containsExactly("item_code", "item_total");
      assertThat(((SchemaTuple) table.child().orElseThrow()).columns()).isEqualTo(table.columns());
    }

    @Test
    void withADatapointAreSimple() {
      assertThat(list.isTable()).isFalse();
      assertThat(list.child().orElseThrow().id()).isEqualTo("order_id");
      assertThat(list.columns()).isEmpty();
    }

    @Test
    void sayHowManyRowsTheyTake() {
      assertThat(table.minOccurrences()).isEqualTo(1);
      assertThat(table.maxOccurrences()).isEqualTo(500);
    }

    @Test
    void takeNoneToAThousandUnlessTheySay() {
      assertThat(list.minOccurrences()).isZero();
      assertThat(list.maxOccurrences()).isEqualTo(1000);
    }

    @Test
    void mayHaveAGrid() {
      assertThat(table.grid().flatMap(grid -> grid.find("default_row_type")))
          .hasValue(RawJson.of("\"data\""));
      assertThat(table.isGridShownByDefault()).isTrue();
      assertThat(list.grid()).isEmpty();
      assertThat(list.isGridShownByDefault()).isFalse();
    }

    @Test
    void andTheirTuplesHaveNamesForTheExtraction() {
      assertThat(table.rirFieldNames()).containsExactly("line_items");
      assertThat(((SchemaTuple) table.child().orElseThrow()).rirFieldNames())
          .containsExactly("line_item");
      assertThat(list.rirFieldNames()).isEmpty();
    }

    @Test
    void haveADefaultValueThatIsNull() {
      assertThat(table.find("default_value")).hasValue(RawJson.of("null"));
      assertThat(table.defaultValue()).isEmpty();
    }
  }

  @Nested
  class Datapoints {
    @Test
    void areOfAType() {
      assertThat(field("document_id").type()).isEqualTo(DatapointType.STRING);
      assertThat(field("item_total").type()).isEqualTo(DatapointType.NUMBER);
      assertThat(field("due").type()).isEqualTo(DatapointType.DATE);
      assertThat(field("currency").type()).isEqualTo(DatapointType.ENUM);
      assertThat(field("look_up").type()).isEqualTo(DatapointType.BUTTON);
    }

    @Test
    void explainThemselvesToTheUser() {
      assertThat(field("document_id").label()).isEqualTo("Document number");
      assertThat(field("document_id").description()).hasValue("As printed at the top");
      assertThat(field("document_id").icon()).hasValue("hash");
      assertThat(field("due").description()).isEmpty();
      assertThat(field("due").icon()).isEmpty();
    }

    @Test
    void haveNamesForTheExtraction() {
      assertThat(field("document_id").rirFieldNames()).containsExactly("document_id", "invoice_id");
      assertThat(field("due").rirFieldNames()).isEmpty();
    }

    @Test
    void mayHaveADefaultValue() {
      assertThat(field("currency").defaultValue()).hasValue("eur");
      assertThat(field("due").defaultValue()).isEmpty();
    }

    @Test
    void areRequiredUnlessTheSchemaSaysFalse() {
      assertThat(field("document_id").isRequired()).isTrue();
      assertThat(field("due").isRequired()).isFalse();
      assertThat(field("currency").isRequired()).isTrue();
      assertThat(field("order_id").isRequired()).isTrue();
    }

    @Test
    void mayLimitTheLengthOfTheirValue() {
      assertThat(field("document_id").minLength()).hasValue(2);
      assertThat(field("document_id").maxLength()).hasValue(20);
      assertThat(field("document_id").exactLength()).isEmpty();
      assertThat(field("order_id").exactLength()).hasValue(8);
      assertThat(field("order_id").minLength()).isEmpty();
      assertThat(field("due").maxLength()).isEmpty();
    }

    @Test
    void mayAskForAPattern() {
      assertThat(field("document_id").regexp()).hasValue("^[A-Z]\\d+$");
      assertThat(field("due").regexp()).isEmpty();
    }

    @Test
    void sayWhereTheirValueComesFrom() {
      assertThat(field("document_id").uiType()).hasValue(UiType.CAPTURED);
      assertThat(field("due").uiType()).hasValue(UiType.DATA);
      assertThat(field("item_code").uiType()).hasValue(UiType.MANUAL);
      assertThat(field("item_total").uiType()).hasValue(UiType.FORMULA);
      assertThat(field("vendor_kind").uiType()).hasValue(UiType.REASONING);
      assertThat(field("currency").uiType()).isEmpty();
    }

    @Test
    void sayWhetherAUserMayEditThem() {
      assertThat(field("item_code").edit()).isEqualTo(EditMode.ENABLED);
      assertThat(field("document_id").edit()).isEqualTo(EditMode.ENABLED_WITHOUT_WARNING);
      assertThat(field("due").edit()).isEqualTo(EditMode.DISABLED);
      assertThat(field("currency").edit()).isEqualTo(EditMode.ENABLED);
    }

    @Test
    void ofTypeFormulaAreComputed() {
      assertThat(field("item_total").isFormula()).isTrue();
      assertThat(field("item_total").formula()).hasValue("field.item_price * field.item_quantity");
      assertThat(field("due").isFormula()).isFalse();
      assertThat(field("due").formula()).isEmpty();
      assertThat(field("currency").isFormula()).isFalse();
    }

    @Test
    void ofTypeReasoningHaveAPromptAndItsContext() {
      assertThat(field("vendor_kind").prompt()).hasValue("Is the vendor a person or a company?");
      assertThat(field("vendor_kind").context())
          .containsExactly("field.vendor_name", "field.vendor_address");
      assertThat(field("due").prompt()).isEmpty();
      assertThat(field("due").context()).isEmpty();
    }

    @Test
    void mayHaveAFormatForDisplay() {
      assertThat(field("item_total").format()).hasValue("# ##0.#");
      assertThat(field("due").format()).hasValue("D. M. YYYY");
      assertThat(field("document_id").format()).isEmpty();
    }

    @Test
    void ofTypeEnumHaveOptionsWhichMayBeEmpty() {
      assertThat(field("currency").options())
          .containsExactly(Option.of("", ""), Option.of("eur", "Euro"), Option.of("usd", "Dollar"));
      assertThat(field("currency").enumValueType()).hasValue(DatapointType.STRING);
      assertThat(field("due").options()).isEmpty();
      assertThat(field("due").enumValueType()).isEmpty();
    }

    @Test
    void mayHaveAThresholdOfTheirOwn() {
      assertThat(field("document_id").scoreThreshold()).hasValue(new BigDecimal("0.95"));
      assertThat(field("due").scoreThreshold()).isEmpty();
    }

    @Test
    void areExportedUnlessTheSchemaSaysFalse() {
      assertThat(field("document_id").isExportable()).isTrue();
      assertThat(field("due").isExportable()).isTrue();
      assertThat(field("item_total").isExportable()).isFalse();
    }

    @Test
    void asColumnsHaveTheirLook() {
      assertThat(field("item_code").width()).hasValue(20);
      assertThat(field("item_code").isStretched()).isTrue();
      assertThat(field("document_id").isCollapsible()).isTrue();
      assertThat(field("item_total").width()).isEmpty();
      assertThat(field("item_total").isStretched()).isFalse();
      assertThat(field("item_total").isCollapsible()).isFalse();
    }

    @Test
    void asColumnsMayBeSummedUp() {
      assertThat(field("item_total").aggregations())
          .hasValue(RawJson.of("{\"sum\": {\"label\": \"Sum\"}}"));
      assertThat(field("item_code").aggregations()).isEmpty();
    }

    @Test
    void asButtonsMayOpenAPageThatGetsAToken() {
      assertThat(field("look_up").popupUrl()).hasValue("https://vendor.example/look-up");
      assertThat(field("look_up").isTokenAllowed()).isTrue();
      assertThat(field("due").popupUrl()).isEmpty();
      assertThat(field("due").isTokenAllowed()).isFalse();
    }

    @Test
    void haveNoChildren() {
      assertThat(field("due").children()).isEqualTo(List.of());
    }
  }
}
