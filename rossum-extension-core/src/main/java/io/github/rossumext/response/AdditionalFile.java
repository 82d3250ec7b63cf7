package io.github.rossumext.response;

import io.github.rossumext.internal.json.JsonWriter;
import io.github.rossumext.value.ResourceUrl;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A document that an answer to {@code email.received} adds to the e-mail (protocol §4.2), such as
 * one that the extension has made out of an attachment and posted to Rossum. Another hook cannot
 * drop it. Immutable and thread-safe; it prints no value.
 */
public final class AdditionalFile {
  private final ResourceUrl document;
  private final boolean importDocument;
  private final Map<String, String> values;

  private AdditionalFile(ResourceUrl document, boolean importDocument, Map<String, String> values) {
    this.document = Objects.requireNonNull(document, "document");
    this.importDocument = importDocument;
    this.values = values;
  }

  /** A document that Rossum makes an annotation of, unless it has one already. */
  public static AdditionalFile imported(ResourceUrl document) {
    return new AdditionalFile(document, true, Map.of());
  }

  /** A document that becomes an attachment of the e-mail and nothing more. */
  public static AdditionalFile attached(ResourceUrl document) {
    return new AdditionalFile(document, false, Map.of());
  }

  /**
   * The same file, with a value that starts the field whose {@code rir_field_names} has this id. A
   * value of the same id is replaced.
   *
   * @param id the id of the value, such as {@code email:order_id}
   * @param value the value in machine format, of at most 1500 characters
   * @throws IllegalArgumentException if the id does not start with {@code email:}
   */
  public AdditionalFile withValue(String id, String value) {
    return new AdditionalFile(document, importDocument, EmailValues.with(values, id, value));
  }

  /** The document. */
  public ResourceUrl document() {
    return document;
  }

  /** Whether Rossum makes an annotation of it. */
  public boolean importDocument() {
    return importDocument;
  }

  /** Its values by their ids, in the order in which they were given. */
  public Map<String, String> values() {
    return values;
  }

  AdditionalFile keptValues(List<String> losses) {
    return new AdditionalFile(
        document,
        importDocument,
        EmailValues.kept(values, "the additional file " + document.uri(), losses));
  }

  void write(JsonWriter json) throws IOException {
    json.object().text("document", document.uri());
    EmailValues.write(json, values);
    json.flag("import_document", importDocument).endObject();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AdditionalFile that
        && document.equals(that.document)
        && importDocument == that.importDocument
        && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(document, importDocument, values);
  }

  /** The document and how many values it has. */
  @Override
  public String toString() {
    return "AdditionalFile["
        + document
        + (importDocument ? ", imported, " : ", attached, ")
        + values.size()
        + " values]";
  }
}
