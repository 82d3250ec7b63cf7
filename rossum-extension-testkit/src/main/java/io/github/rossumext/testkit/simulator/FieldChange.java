package io.github.rossumext.testkit.simulator;

/**
 * What a response changed in one field. Immutable and thread-safe.
 *
 * @param id the id of the field
 * @param schemaId its schema id
 * @param what what changed: {@code value}, {@code hidden}, {@code options} or {@code
 *     validation_sources}; {@code added} or {@code removed} for a field that came or went
 * @param before the state before the response; {@code ""} if it came with it
 * @param after the state after the response; {@code ""} if it went with it
 */
public record FieldChange(long id, String schemaId, String what, String before, String after) {
  /** Field, and before → after. */
  @Override
  public String toString() {
    return schemaId
        + (what.equals("value") ? "" : " (" + what + ")")
        + ": '"
        + before
        + "' → '"
        + after
        + "'";
  }
}
