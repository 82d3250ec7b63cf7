package io.github.rossumext.schema;

import static io.github.rossumext.schema.SchemaFixture.fieldOf;
import static io.github.rossumext.schema.SchemaFixture.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rossumext.content.Category;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.RawJson;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What hand-made, old and coming schemas hold: they are read, never refused. */
class SchemaOdditiesTest {
  private static Schema schema(String json) {
    return Schema.of(RawJson.of(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "\"None\"",
        "[]",
        "{}",
        "{\"content\":null}",
        "{\"content\":\"https://acme.rossum.app/api/v1/schemas/8001\"}",
        "{\"content\":{\"id\":\"header\"}}",
        "{\"content\":[null,7,\"header\",[]]}"
      })
  void aSchemaWithoutSectionsIsAnEmptyOne(String json) {
    Schema schema = schema(json);

    assertThat(schema.sections()).isEmpty();
    assertThat(schema.schemaIds()).isEmpty();
    assertThat(schema.bySchemaId("header")).isEmpty();
    assertThat(schema.id()).isEmpty();
    assertThat(schema.name()).isEmpty();
    assertThat(schema.queues()).isEmpty();
    assertThat(schema.modifiedAt()).isEmpty();
  }

  @Nested
  class WithoutCategory {
    @Test
    void aNodeIsWhatItsPlaceAndItsKeysTell() {
      Schema schema =
          schema(
              """
              [{"id": "header", "children": [
                 {"id": "vendor", "type": "string"},
                 {"id": "bare"},
                 {"id": "orders", "children": {"id": "order"}},
                 {"id": "lines", "children": {"id": "line", "children": [{"id": "code"}]}}]},
               {"id": "empty"}, {"id": "loose", "type": "number"}]
              """);

      assertThat(schema.bySchemaId("header")).containsInstanceOf(SchemaSection.class);
      assertThat(schema.bySchemaId("empty")).containsInstanceOf(SchemaSection.class);
      assertThat(schema.bySchemaId("vendor")).containsInstanceOf(SchemaDatapoint.class);
      assertThat(schema.bySchemaId("bare")).containsInstanceOf(SchemaDatapoint.class);
      assertThat(schema.bySchemaId("loose")).containsInstanceOf(SchemaDatapoint.class);
      assertThat(schema.multivalue("orders").orElseThrow().isTable()).isFalse();
      assertThat(schema.multivalue("lines").orElseThrow().isTable()).isTrue();
      assertThat(schema.multivalue("lines").orElseThrow().columns())
          .extracting(SchemaNode::id)
          .containsExactly("code");
    }

    @Test
    void theCategoryIsTheOneThatWasLeftOut() {
      assertThat(node("\"id\":\"a\"").category()).isEqualTo(Category.DATAPOINT);
      assertThat(node("\"id\":\"a\",\"children\":[]").category()).isEqualTo(Category.MULTIVALUE);
      assertThat(node("\"category\":null,\"id\":\"a\"").category()).isEqualTo(Category.DATAPOINT);
    }
  }

  @Nested
  class UnknownWords {
    @Test
    void ofACategoryAreKeptAndTheNodeIsReadByItsKeys() {
      SchemaNode leaf = node("\"category\":\"of_next_year\",\"type\":\"string\"");
      SchemaNode container = node("\"category\":\"of_next_year\",\"children\":[]");

      assertThat(leaf).isInstanceOf(SchemaDatapoint.class);
      assertThat(leaf.category()).isEqualTo(new Category("of_next_year"));
      assertThat(container).isInstanceOf(SchemaMultivalue.class);
      assertThat(container.category().isKnown()).isFalse();
    }

    @Test
    void ofATypeAreKept() {
      SchemaDatapoint field =
          fieldOf(
              "\"type\":\"shade\",\"enum_value_type\":\"colour\","
                  + "\"ui_configuration\":{\"type\":\"guessed\",\"edit\":\"on_sundays\"}");

      assertThat(field.type()).isEqualTo(new DatapointType("shade"));
      assertThat(field.type().isKnown()).isFalse();
      assertThat(field.enumValueType()).hasValue(new DatapointType("colour"));
      assertThat(field.uiType()).hasValue(new UiType("guessed"));
      assertThat(field.edit()).isEqualTo(new EditMode("on_sundays"));
      assertThat(field.isFormula()).isFalse();
    }
  }

  @Nested
  class MissingKeys {
    @Test
    void ofANodeReadAsEmpty() {
      SchemaDatapoint field = (SchemaDatapoint) node("");

      assertThat(field.id()).isEmpty();
      assertThat(field.label()).isEmpty();
      assertThat(field.type()).isEqualTo(new DatapointType(""));
      assertThat(field.isRequired()).isTrue();
      assertThat(field.isExportable()).isTrue();
    }

    @Test
    void makeANodeWithoutIdUnreachableByItsId() {
      assertThat(schema("[{\"children\":[{\"type\":\"string\"}]}]").schemaIds()).isEmpty();
    }

    @Test
    void ofAMultivalueLeaveItWithoutChild() {
      SchemaMultivalue table = (SchemaMultivalue) node("\"category\":\"multivalue\"");

      assertThat(table.child()).isEmpty();
      assertThat(table.isTable()).isFalse();
      assertThat(table.columns()).isEmpty();
    }
  }

  @Nested
  class TheWordNone {
    @Test
    void meansNull() {
      SchemaDatapoint field =
          fieldOf(
              "\"description\":\"None\",\"icon\":\"None\",\"format\":\"None\","
                  + "\"formula\":\"None\",\"prompt\":\"None\",\"context\":\"None\","
                  + "\"options\":\"None\",\"constraints\":\"None\",\"ui_configuration\":\"None\","
                  + "\"score_threshold\":\"None\",\"width\":\"None\",\"aggregations\":\"None\","
                  + "\"rir_field_names\":\"None\",\"popup_url\":\"None\"");

      assertThat(field.description()).isEmpty();
      assertThat(field.icon()).isEmpty();
      assertThat(field.format()).isEmpty();
      assertThat(field.formula()).isEmpty();
      assertThat(field.prompt()).isEmpty();
      assertThat(field.context()).isEmpty();
      assertThat(field.options()).isEmpty();
      assertThat(field.isRequired()).isTrue();
      assertThat(field.uiType()).isEmpty();
      assertThat(field.edit()).isEqualTo(EditMode.ENABLED);
      assertThat(field.scoreThreshold()).isEmpty();
      assertThat(field.width()).isEmpty();
      assertThat(field.aggregations()).isEmpty();
      assertThat(field.rirFieldNames()).isEmpty();
      assertThat(field.popupUrl()).isEmpty();
    }

    @Test
    void isATextWhereAnAuthorWritesTexts() {
      SchemaDatapoint field =
          fieldOf(
              "\"label\":\"None\",\"default_value\":\"None\","
                  + "\"options\":[{\"value\":\"None\",\"label\":\"None\"}]");

      assertThat(field.label()).isEqualTo("None");
      assertThat(field.defaultValue()).hasValue("None");
      assertThat(field.options()).containsExactly(Option.of("None"));
    }
  }

  @Nested
  class Children {
    @Test
    void ofAMultivalueMayStandInAList() {
      SchemaMultivalue table =
          (SchemaMultivalue)
              node(
                  "\"category\":\"multivalue\",\"children\":[{\"category\":\"tuple\","
                      + "\"id\":\"line\",\"children\":[{\"id\":\"code\"}]}]");

      assertThat(table.isTable()).isTrue();
      assertThat(table.columns()).extracting(SchemaNode::id).containsExactly("code");
    }

    @Test
    void ofASectionOrTupleMayStandWithoutAList() {
      Schema schema =
          schema(
              "[{\"id\":\"a\",\"children\":{\"id\":\"b\",\"category\":\"tuple\","
                  + "\"children\":{\"id\":\"c\"}}}]");

      assertThat(schema.schemaIds()).containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"None\"", "7", "true", "[]", "[null, \"a\", [{}]]"})
    void ofAnotherKindAreNone(String json) {
      assertThat(node("\"category\":\"multivalue\",\"children\":" + json).children()).isEmpty();
    }

    @Test
    void ofADatapointAreNone() {
      Schema schema =
          schema("[{\"children\":[{\"category\":\"datapoint\",\"children\":[{\"id\":\"a\"}]}]}]");

      assertThat(schema.bySchemaId("a")).isEmpty();
    }

    @Test
    void thatAreNoDatapointsAreNoColumns() {
      SchemaTuple row =
          (SchemaTuple)
              node(
                  "\"category\":\"tuple\",\"children\":[{\"category\":\"multivalue\"},"
                      + "{\"id\":\"code\"}]");

      assertThat(row.columns()).extracting(SchemaNode::id).containsExactly("code");
    }
  }

  @Nested
  class WrongKinds {
    @Test
    void ofNumbersReadAsTheDefault() {
      SchemaMultivalue table =
          (SchemaMultivalue)
              node(
                  "\"category\":\"multivalue\",\"min_occurrences\":null,"
                      + "\"max_occurrences\":5000000000,\"grid\":[]");

      assertThat(table.minOccurrences()).isZero();
      assertThat(table.maxOccurrences()).isEqualTo(1000);
      assertThat(table.grid()).isEmpty();
      assertThat(fieldOf("\"width\":1.5").width()).isEmpty();
      assertThat(fieldOf("\"width\":[1]").width()).isEmpty();
    }

    @Test
    void ofANumberInATextOrWithAPointAreTheNumber() {
      assertThat(fieldOf("\"width\":\"20\"").width()).hasValue(20);
      assertThat(fieldOf("\"width\":20.0").width()).hasValue(20);
    }

    @Test
    void ofTrueAndFalseMayBeTexts() {
      assertThat(fieldOf("\"hidden\":\"true\"").isHidden()).isTrue();
      assertThat(fieldOf("\"hidden\":{}").isHidden()).isFalse();
      assertThat(fieldOf("\"hidden\":1").isHidden()).isFalse();
      assertThat(fieldOf("\"can_export\":\"False\"").isExportable()).isFalse();
      assertThat(fieldOf("\"can_export\":null").isExportable()).isTrue();
      assertThat(fieldOf("\"constraints\":{\"required\":null}").isRequired()).isTrue();
    }

    @Test
    void ofAnIdAreItsText() {
      assertThat(fieldOf("\"id\":4711").id()).isEqualTo("4711");
      assertThat(fieldOf("\"id\":null").id()).isEmpty();
      assertThat(fieldOf("\"id\":[\"a\"]").id()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"formula\"", "{\"type\":[\"formula\"]}"})
    void ofAConfigurationMakeNoFormula(String json) {
      SchemaDatapoint field = fieldOf("\"ui_configuration\":" + json);

      assertThat(field.isFormula()).isFalse();
      assertThat(field.uiType()).isEmpty();
    }

    @Test
    void ofOptionsAreNumbersAsTextsAndNothingElse() {
      assertThat(
              fieldOf("\"options\":[{\"value\":1,\"label\":2.50},{\"value\":null},7,\"a\"]")
                  .options())
          .containsExactly(Option.of("1", "2.50"), Option.of("", ""));
    }
  }

  @Nested
  class Twice {
    @Test
    void anIdMeansTheFirstNode() {
      Schema schema =
          schema(
              "[{\"id\":\"a\",\"children\":[{\"id\":\"b\",\"type\":\"date\"},"
                  + "{\"id\":\"b\",\"type\":\"number\"}]}]");

      assertThat(schema.datapoint("b").orElseThrow().type()).isEqualTo(DatapointType.DATE);
    }

    @Test
    void aKeyOfANodeMeansTheFirstOrFailsAsAnyRepeatedKeyDoes() {
      SchemaDatapoint field =
          fieldOf(
              "\"id\":\"a\",\"id\":\"b\",\"hidden\":true,\"hidden\":false,"
                  + "\"type\":\"date\",\"type\":\"number\"");

      assertThat(field.id()).isEqualTo("a");
      assertThat(field.isHidden()).isTrue();
      assertThat(field.type()).isEqualTo(DatapointType.DATE);
      assertThatExceptionOfType(BindingException.class)
          .isThrownBy(field::label)
          .withMessageContaining("twice");
    }

    @Test
    void childrenMeanTheFirst() {
      Schema schema =
          schema("[{\"id\":\"a\",\"children\":[{\"id\":\"b\"}],\"children\":[{\"id\":\"c\"}]}]");

      assertThat(schema.schemaIds()).containsExactly("a", "b");
    }
  }

  @Test
  void keysMayComeInAnyOrderAndEscaped() {
    SchemaDatapoint field =
        fieldOf(
            "\"ui_configuration\":{\"edit\":\"disabled\",\"\\u0074ype\":\"formul\\u0061\"},"
                + "\"\\u0074ype\":\"dat\\u0065\",\"id\":\"tot\\u0061l\"");

    assertThat(field.id()).isEqualTo("total");
    assertThat(field.type()).isEqualTo(DatapointType.DATE);
    assertThat(field.isFormula()).isTrue();
  }
}
