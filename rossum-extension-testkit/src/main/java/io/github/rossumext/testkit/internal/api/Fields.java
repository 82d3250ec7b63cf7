package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.testkit.internal.document.Operations;
import java.util.Map;

/** Values that come with a file, such as {@code upload:unit}, and the fields that take them. */
final class Fields {
  private static final Operations.Report SILENT =
      new Operations.Report() {
        @Override
        public void applied(
            int index, String op, DocumentNode target, String path, JsonNode operation) {}

        @Override
        public void problem(int index, String text) {}

        @Override
        public void notList(String text) {}
      };

  private Fields() {}

  /** Writes each value into the fields whose schema names it in {@code rir_field_names}. */
  static void take(LiveAnnotation live, JsonNode values) {
    ArrayNode operations = Json.newList();
    for (DocumentNode field : live.document().datapoints()) {
      field
          .definition()
          .schema()
          .ifPresent(
              schema ->
                  schema.rirFieldNames().stream()
                      .filter(values::has)
                      .findFirst()
                      .ifPresent(name -> operations.add(replace(field.id(), values.path(name)))));
    }
    live.apply(operations, SILENT);
  }

  /** Returns an operation that sets a field. */
  static ObjectNode replace(long id, JsonNode text) {
    ObjectNode operation = Json.newObject().put("op", "replace").put("id", id);
    operation.putObject("value").putObject("content").set("value", text);
    return operation;
  }

  /** Refuses values whose names do not start with a prefix. */
  static void check(JsonNode values, String prefix) {
    for (Map.Entry<String, JsonNode> value : ((ObjectNode) values).properties()) {
      if (!value.getKey().startsWith(prefix)) {
        throw ApiError.field("values", "Keys of values must start with '" + prefix + "'.");
      }
    }
  }
}
