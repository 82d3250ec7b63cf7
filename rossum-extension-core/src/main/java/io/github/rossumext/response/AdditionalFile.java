package io.github.rossumext.response;

import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.internal.json.JsonWriter;
import io.github.rossumext.internal.text.Storable;
import io.github.rossumext.value.ResourceUrl;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A document that a response to {@code email.received} adds to the e-mail, such as a document that
 * the extension made out of an attachment and posted to Rossum. Another hook cannot drop it.
 * Immutable and thread-safe; it prints no value.
 */
public final class AdditionalFile {
  private static final String PREFIX = "email:";

  private final ResourceUrl document;
  private final boolean isImported;
  private final Map<String, String> values;

  private AdditionalFile(ResourceUrl document, boolean isImported, Map<String, String> values) {
    this.document = storable(Objects.requireNonNull(document, "document"));
    this.isImported = isImported;
    this.values = values;
  }

  private static ResourceUrl storable(ResourceUrl document) {
    String problem = Storable.problem(document.uri());
    if (!problem.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected the URL of a document in Rossum, but found one with " + problem + ".");
    }
    return document;
  }

  /**
   * Returns a document that Rossum imports: it creates an annotation if the document has none.
   *
   * @throws IllegalArgumentException if the URL has a NUL character or half of a surrogate pair
   */
  public static AdditionalFile imported(ResourceUrl document) {
    return new AdditionalFile(document, true, Map.of());
  }

  /**
   * Returns a document that Rossum only attaches to the e-mail.
   *
   * @throws IllegalArgumentException if the URL has a NUL character or half of a surrogate pair
   */
  public static AdditionalFile attached(ResourceUrl document) {
    return new AdditionalFile(document, false, Map.of());
  }

  /**
   * Returns a copy with this value. The field whose {@code rir_field_names} has this id starts with
   * this value. A value of the same id is replaced.
   *
   * @param id the id of the value, such as {@code email:order_id}
   * @param value the value in machine format, of at most 1500 characters
   * @throws IllegalArgumentException if the id does not start with {@code email:}
   */
  public AdditionalFile withValue(String id, String value) {
    return new AdditionalFile(document, isImported, with(values, id, value));
  }

  /** Returns the document. */
  public ResourceUrl document() {
    return document;
  }

  /** Returns whether Rossum imports it; if not, Rossum only attaches it. */
  public boolean isImported() {
    return isImported;
  }

  /** Returns its values by their ids, in the order in which they were given. */
  public Map<String, String> values() {
    return values;
  }

  void write(JsonWriter json) throws IOException {
    json.object().name("document", document.uri());
    write(json, values);
    json.flag("import_document", isImported).endObject();
  }

  /** Returns the values of a file and one more. A value of the same id is replaced. */
  static Map<String, String> with(Map<String, String> values, String id, String value) {
    String stored = Storable.repaired(id);
    if (!stored.startsWith(PREFIX) || stored.substring(PREFIX.length()).isBlank()) {
      throw new IllegalArgumentException(
          "The id of a value starts with email:, such as email:order_id, but was "
              + Printable.name(stored)
              + ". The schema names it in rir_field_names.");
    }
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(stored, Storable.repaired(Objects.requireNonNull(value, "value")));
    return Collections.unmodifiableMap(changed);
  }

  static void write(JsonWriter json, Map<String, String> values) throws IOException {
    json.list("values");
    for (Map.Entry<String, String> value : values.entrySet()) {
      json.object().name("id", value.getKey()).text("value", value.getValue()).endObject();
    }
    json.endList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AdditionalFile that
        && document.equals(that.document)
        && isImported == that.isImported
        && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(document, isImported, values);
  }

  /** Returns the document and the number of its values. */
  @Override
  public String toString() {
    return "AdditionalFile["
        + document
        + (isImported ? ", imported, " : ", attached, ")
        + values.size()
        + " values]";
  }
}
