package io.github.rossumext.response;

import io.github.rossumext.internal.json.JsonWriter;
import io.github.rossumext.value.ResourceUrl;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/**
 * A document that a response to {@code email.received} adds to the e-mail, such as a document that
 * the extension made out of an attachment and posted to Rossum. Another hook cannot drop it.
 * Immutable and thread-safe; it prints no value.
 */
public final class AdditionalFile {
  private final ResourceUrl document;
  private final boolean isImported;
  private final Map<String, String> values;

  private AdditionalFile(ResourceUrl document, boolean isImported, Map<String, String> values) {
    this.document = Objects.requireNonNull(document, "document");
    this.isImported = isImported;
    this.values = values;
  }

  /** Returns a document that Rossum makes an annotation of, unless it has one already. */
  public static AdditionalFile imported(ResourceUrl document) {
    return new AdditionalFile(document, true, Map.of());
  }

  /** Returns a document that becomes an attachment of the e-mail and nothing more. */
  public static AdditionalFile attached(ResourceUrl document) {
    return new AdditionalFile(document, false, Map.of());
  }

  /**
   * Returns a copy with this value. The field whose {@code rir_field_names} has this id begins with
   * it. A value of the same id is replaced.
   *
   * @param id the id of the value, such as {@code email:order_id}
   * @param value the value in machine format, of at most 1500 characters
   * @throws IllegalArgumentException if the id does not start with {@code email:}
   */
  public AdditionalFile withValue(String id, String value) {
    return new AdditionalFile(document, isImported, EmailValues.with(values, id, value));
  }

  /** Returns the document. */
  public ResourceUrl document() {
    return document;
  }

  /** Returns whether Rossum makes an annotation of it. */
  public boolean isImported() {
    return isImported;
  }

  /** Returns its values by their ids, in the order in which they were given. */
  public Map<String, String> values() {
    return values;
  }

  void write(JsonWriter json) throws IOException {
    json.object().text("document", document.uri());
    EmailValues.write(json, values);
    json.flag("import_document", isImported).endObject();
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

  /** The document and how many values it has. */
  @Override
  public String toString() {
    return "AdditionalFile["
        + document
        + (isImported ? ", imported, " : ", attached, ")
        + values.size()
        + " values]";
  }
}
