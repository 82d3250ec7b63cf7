package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.at;
import static io.github.rossumext.SchemaText.list;
import static io.github.rossumext.SchemaText.table;
import static io.github.rossumext.SchemaText.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.ContentRequest;
import io.github.rossumext.payload.HookAction;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows and values that the user adds or deletes: Rossum names the table or list. */
class TriggerTest {
  private static ContentRequest request() {
    return at(HookAction.UPDATED)
        .field("invoice_id", "77")
        .table("line_items", Map.of("item_code", "a"), Map.of("item_code", "b"))
        .table("taxes", Map.of("tax_rate", "21"))
        .list("order_ids", "order_id", "1");
  }

  @Nested
  class OfATable {
    private final ContentEditor content = request().updated("line_items").edit();

    @ParameterizedTest
    @ValueSource(strings = {"line_items", "line_items_row", "item_code"})
    void changeTheTableAndItsColumns(String schemaId) {
      assertThat(content.changed(schemaId)).isTrue();
      assertThat(content.concerns(schemaId)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoice_id", "taxes", "tax_rate", "order_ids", "order_id"})
    void changeNothingElse(String schemaId) {
      assertThat(content.changed(schemaId)).isFalse();
      assertThat(content.concerns(schemaId)).isFalse();
    }

    @Test
    void changeNoSingleCell() {
      assertThat(content.table("line_items").row(0).changed("item_code")).isFalse();
      assertThat(content.table("line_items").isChanged()).isTrue();
    }
  }

  @Test
  void valuesOfAListChangeTheListAndItsValues() {
    ContentEditor content = request().updated("order_ids").edit();

    assertThat(content.changed("order_ids")).isTrue();
    assertThat(content.changed("order_id")).isTrue();
    assertThat(content.changed("item_code")).isFalse();
  }

  @Test
  void aColumnWhoseLastRowIsDeletedIsKnownFromTheSchema() {
    ContentEditor content =
        at(HookAction.UPDATED)
            .table("line_items")
            .table("taxes")
            .list("order_ids", "order_id")
            .schema(
                table("line_items", text("item_code")),
                table("taxes", text("tax_rate")),
                list("order_ids", text("order_id")))
            .updated("line_items", "order_ids")
            .edit();

    assertThat(content.changed("item_code")).isTrue();
    assertThat(content.changed("order_id")).isTrue();
    assertThat(content.changed("tax_rate")).isFalse();
  }

  @Test
  void anEditedCellChangesItsColumnAndNotTheOthers() {
    ContentEditor content =
        at(HookAction.UPDATED)
            .table("line_items", ContentRequest.row("item_code", "a", "item_total", "1"))
            .updated("item_code")
            .edit();

    assertThat(content.changed("item_code")).isTrue();
    assertThat(content.changed("item_total", "line_items")).isFalse();
  }
}
