package io.github.rossumext.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.HookContext;
import io.github.rossumext.LossyWriteException;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.Field;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.testkit.Fixtures;
import org.junit.jupiter.api.Test;

/** The code of docs/schema.md. */
class SchemaGuideTest {
  private static final String SCHEMA =
      """
      [{"id": 33810, "content": [{"category": "section", "id": "other_section", "children": [
        {"category": "datapoint", "id": "date_due", "label": "Due date", "type": "date"},
        {"category": "datapoint", "id": "notes", "label": "Notes", "type": "string",
          "constraints": {"required": false}},
        {"category": "datapoint", "id": "amount_due", "label": "Amount due", "type": "number",
          "formula": "field.amount_total", "ui_configuration": {"type": "formula"}}]}]}]\
      """;

  private final byte[] request = Responses.with(Fixtures.invoice(), "schemas", SCHEMA);

  // docs: ask-the-schema
  static void requiredFields(ContentEditor content) {
    for (String schemaId : new String[] {"date_due", "notes"}) {
      Field field = content.field(schemaId);
      if (field.isEmpty() && field.definition().filter(SchemaDatapoint::isRequired).isPresent()) {
        field.error(field.definition().orElseThrow().label() + " is missing.");
      }
    }
  }

  // end

  @Test
  void theSchemaKnowsLabelsAndConstraints() {
    assertThat(Responses.of(request, SchemaGuideTest::requiredFields))
        .isEqualTo(Guide.json("ask-the-schema"));
    assertThat(Responses.of(Fixtures.invoice(), SchemaGuideTest::requiredFields)).isEqualTo("{}");
  }

  // docs: formula-field
  static void amountDue(ContentEditor content) {
    Field due = content.field("amount_due");
    if (due.definition().filter(SchemaDatapoint::isFormula).isEmpty()) {
      due.copyFrom(content.field("amount_total_base"));
    }
  }

  // end

  @Test
  void aFormulaFieldIsLeftAlone() {
    assertThat(Responses.of(request, SchemaGuideTest::amountDue)).isEqualTo("{}");
    assertThat(Responses.of(Fixtures.invoice(), SchemaGuideTest::amountDue))
        .isEqualTo(Guide.json("formula-field"));
  }

  @Test
  void aWriteToAFormulaFieldIsRefused() {
    ContentPayload payload = (ContentPayload) HookPayload.of(request);
    ContentEditor content = ContentEditor.of(payload, HookContext.of(payload));

    assertThatThrownBy(() -> content.field("amount_due").set("1"))
        .isInstanceOfSatisfying(
            LossyWriteException.class,
            e -> assertThat(Guide.text("docs/schema.md")).contains("`" + e.problem() + "`"));
  }
}
