package io.github.rossumext.testkit.internal.document;

import io.github.rossumext.schema.SchemaDatapoint;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The length and the pattern that the schema demands of a field. A pattern must match the whole
 * text, because the protocol does not say whether a part is enough. Immutable.
 *
 * @param pattern null if the schema has none, or if it cannot be read
 * @param isReadable whether the pattern can be read, if there is one
 */
record FieldConstraint(
    OptionalInt exact,
    OptionalInt min,
    OptionalInt max,
    @Nullable Pattern pattern,
    boolean isReadable) {
  private static final FieldConstraint NONE =
      new FieldConstraint(
          OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), null, true);

  static FieldConstraint of(@Nullable SchemaDatapoint field) {
    if (field == null) {
      return NONE;
    }
    String regexp = field.regexp().orElse(null);
    Pattern pattern = regexp == null ? null : compiled(regexp);
    return new FieldConstraint(
        field.exactLength(),
        field.minLength(),
        field.maxLength(),
        pattern,
        regexp == null || pattern != null);
  }

  private static @Nullable Pattern compiled(String regexp) {
    try {
      return Pattern.compile(regexp);
    } catch (PatternSyntaxException e) {
      return null;
    }
  }

  /** Returns what is wrong with a displayed text; {@code ""} if it is valid. */
  String problem(String text) {
    int length = text.codePointCount(0, text.length());
    if (exact.isPresent() && length != exact.getAsInt()) {
      return "This must have " + exact.getAsInt() + " characters.";
    }
    if (min.isPresent() && length < min.getAsInt()) {
      return "This must have at least " + min.getAsInt() + " characters.";
    }
    if (max.isPresent() && length > max.getAsInt()) {
      return "This must have at most " + max.getAsInt() + " characters.";
    }
    return pattern == null || matches(pattern, text)
        ? ""
        : "This does not match the pattern of the field.";
  }

  private static boolean matches(Pattern pattern, String text) {
    try {
      return pattern.matcher(text).matches();
    } catch (StackOverflowError e) {
      return true; // the pattern is beyond what Java can match
    }
  }
}
