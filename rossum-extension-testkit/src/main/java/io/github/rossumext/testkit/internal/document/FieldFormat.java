package io.github.rossumext.testkit.internal.document;

import io.github.rossumext.internal.check.ValueType;
import io.github.rossumext.schema.DatapointType;
import org.jspecify.annotations.Nullable;

/** A format that reads and displays the texts of a field. Immutable and thread-safe. */
interface FieldFormat {
  /** Keeps texts as they are, as for strings and enums. */
  FieldFormat TEXT = FieldText::of;

  /**
   * Returns the format of a type.
   *
   * @param format the schema's format; null and {@code ""} mean the type's default
   */
  static FieldFormat of(DatapointType type, @Nullable String format) {
    return switch (ValueType.of(type)) {
      case NUMBER -> NumberFormat.of(format);
      case DATE -> DateFormat.of(format);
      case BOOLEAN -> BooleanFormat.INSTANCE;
      case TEXT -> TEXT;
    };
  }

  /**
   * Returns the format of a field whose type is known, but not its format, because the request has
   * no schema.
   */
  static FieldFormat withoutSchema(DatapointType type) {
    return switch (ValueType.of(type)) {
      case NUMBER -> NumberFormat.GUESSED;
      case DATE -> DateFormat.MACHINE;
      case BOOLEAN -> BooleanFormat.INSTANCE;
      case TEXT -> TEXT;
    };
  }

  /**
   * Returns what a user, or the author of a test, means by a text: as displayed, else in machine
   * format. A text that is not a number or date is kept as it is, without a machine text.
   *
   * @throws Refused if Rossum's reaction is unknown; the reason continues a sentence that starts
   *     with the field's name
   */
  FieldText read(String text) throws Refused;

  /**
   * Returns what an extension writes, in machine format. A text that is not a number or date is
   * kept as it is, without a machine text.
   *
   * @throws Refused if Rossum's reaction is unknown; the reason continues a sentence that starts
   *     with the field's name
   */
  default FieldText write(String machineText) throws Refused {
    return read(machineText);
  }

  /** Returns whether an extension can read these texts as a value of the type. */
  default boolean isReadable(FieldText text) {
    return true;
  }

  /** Returns whether the schema's format is one that Rossum documents. */
  default boolean isKnown() {
    return true;
  }
}
