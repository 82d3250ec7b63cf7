package io.github.rossumext.response;

import io.github.rossumext.internal.json.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the values that go with a file of an e-mail have in common (protocol §3.4, §4.2). */
final class EmailValues {
  private static final String PREFIX = "email:";
  private static final int MAX_LENGTH = 1500;

  private EmailValues() {}

  /** These values and one more, which replaces one of the same id. */
  static Map<String, String> with(Map<String, String> values, String id, String value) {
    if (!id.startsWith(PREFIX) || id.substring(PREFIX.length()).isBlank()) {
      throw new IllegalArgumentException(
          "The id of a value starts with email:, such as email:order_id, so '"
              + id
              + "' is none. The schema names it in rir_field_names.");
    }
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(id, Objects.requireNonNull(value, "value"));
    return Collections.unmodifiableMap(changed);
  }

  /** These values without those that are too long. */
  static Map<String, String> kept(Map<String, String> values, String owner, List<String> losses) {
    Map<String, String> kept = new LinkedHashMap<>();
    values.forEach(
        (id, value) -> {
          if (value.length() <= MAX_LENGTH) {
            kept.put(id, value);
          } else {
            losses.add(
                "The value '"
                    + id
                    + "' of "
                    + owner
                    + " may have up to "
                    + MAX_LENGTH
                    + " characters, not "
                    + value.length()
                    + ".");
          }
        });
    return Collections.unmodifiableMap(kept);
  }

  static void write(JsonWriter json, Map<String, String> values) throws IOException {
    json.list("values");
    for (Map.Entry<String, String> value : values.entrySet()) {
      json.object().text("id", value.getKey()).text("value", value.getValue()).endObject();
    }
    json.endList();
  }
}
