package io.github.rossumext.testkit.simulator;

/**
 * One change of a field by a response. Immutable and thread-safe.
 *
 * @param id the id of the field
 * @param schemaId the schema id of the field
 * @param part the part that changed: {@code value}, {@code hidden}, {@code options}, {@code
 *     validation_sources}, {@code page} or {@code position}; {@code added} or {@code removed} for
 *     the whole field
 * @param before the state before the response; {@code ""} if the field was added
 * @param after the state after the response; {@code ""} if the field was removed
 * @param path the path of the field, such as {@code line_items[0].item_code}
 */
public record FieldChange(
    long id, String schemaId, String part, String before, String after, String path) {
  /** Creates a change of a field whose path is its schema id. */
  public FieldChange(long id, String schemaId, String part, String before, String after) {
    this(id, schemaId, part, before, after, schemaId);
  }

  /** Returns the path of the field, and before → after. */
  @Override
  public String toString() {
    return path
        + (part.equals("value") ? "" : " (" + part + ")")
        + ": '"
        + before
        + "' → '"
        + after
        + "'";
  }
}
