package io.github.rossumext.response;

import io.github.rossumext.internal.json.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What the values that go with a file of an e-mail have in common. */
final class EmailValues {
  private static final String PREFIX = "email:";

  private EmailValues() {}

  /** Returns these values and one more, which replaces a value of the same id. */
  static Map<String, String> with(Map<String, String> values, String id, String value) {
    if (!id.startsWith(PREFIX) || id.substring(PREFIX.length()).isBlank()) {
      throw new IllegalArgumentException(
          "The id of a value starts with email:, such as email:order_id, but was '"
              + id
              + "'. The schema names it in rir_field_names.");
    }
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(id, Objects.requireNonNull(value, "value"));
    return Collections.unmodifiableMap(changed);
  }

  static void write(JsonWriter json, Map<String, String> values) throws IOException {
    json.list("values");
    for (Map.Entry<String, String> value : values.entrySet()) {
      json.object().text("id", value.getKey()).text("value", value.getValue()).endObject();
    }
    json.endList();
  }
}
