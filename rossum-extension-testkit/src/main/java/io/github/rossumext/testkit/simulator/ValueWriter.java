package io.github.rossumext.testkit.simulator;

import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.value.Option;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes values into fields, as the schema displays them (protocol §4.1, §7). */
final class ValueWriter {
  /** Characters of a value; what Rossum does with more is not known, so they are refused. */
  static final int MAX_LENGTH = 1500;

  private final FieldTypes types;

  /** A value as it is stored. */
  record Stored(String displayed, @Nullable String normalized) {}

  ValueWriter(FieldTypes types) {
    this.types = types;
  }

  /**
   * A value of an extension's, in machine format, as it would be stored. A number or date that is
   * none is stored as it is and reads as empty.
   */
  Stored ofMachine(String schemaId, String text) throws Refused {
    DatapointType type = types.type(schemaId);
    if (type.equals(DatapointType.NUMBER)) {
      Optional<String> plain = NumberFormats.plain(text);
      return plain.isPresent() ? number(schemaId, plain.get()) : new Stored(text, null);
    }
    if (type.equals(DatapointType.DATE)) {
      return DateFormats.iso(text)
          .map(date -> date(schemaId, date))
          .orElseGet(() -> new Stored(text, null));
    }
    return new Stored(text, null);
  }

  /** A value that a user typed: as the schema displays it, or in machine format. */
  Stored ofUser(String schemaId, String text) throws Refused {
    DatapointType type = types.type(schemaId);
    if (type.equals(DatapointType.NUMBER)) {
      String stripped = text.strip();
      Optional<String> plain =
          NumberFormats.parse(stripped, types.format(schemaId, NumberFormats.DEFAULT))
              .or(() -> NumberFormats.plain(stripped));
      // A user may type anything, and then reads Rossum's own message.
      Optional<String> displayed =
          plain.flatMap(
              number ->
                  NumberFormats.display(number, types.format(schemaId, NumberFormats.DEFAULT)));
      return plain.isPresent() && displayed.isPresent()
          ? new Stored(displayed.get(), plain.get())
          : new Stored(text, null);
    }
    if (type.equals(DatapointType.DATE)) {
      String stripped = text.strip();
      return DateFormats.parse(stripped, types.format(schemaId, DateFormats.DEFAULT))
          .or(() -> DateFormats.iso(stripped))
          .map(date -> date(schemaId, date))
          .orElseGet(() -> new Stored(text, null));
    }
    return new Stored(text, null);
  }

  private Stored number(String schemaId, String plain) throws Refused {
    String format = types.format(schemaId, NumberFormats.DEFAULT);
    String displayed =
        NumberFormats.display(plain, format)
            .orElseThrow(
                () ->
                    new Refused(
                        "'"
                            + schemaId
                            + "' has the format "
                            + format
                            + ", which has no decimals."));
    return new Stored(displayed, plain);
  }

  private Stored date(String schemaId, LocalDate date) {
    String format = types.format(schemaId, DateFormats.DEFAULT);
    return new Stored(
        DateFormats.isKnown(format) ? DateFormats.display(date, format) : date.toString(),
        date.toString());
  }

  /** Whether a value that is stored reads as empty, because it is no number or date. */
  boolean isUnreadable(String schemaId, Stored stored) {
    return types.type(schemaId).isOneOf(DatapointType.NUMBER, DatapointType.DATE)
        && !stored.displayed().isEmpty()
        && stored.normalized() == null;
  }

  /** Refuses what a field cannot hold, whoever writes it. */
  void check(String what, String text, @Nullable List<Option> options) throws Refused {
    if (text.length() > MAX_LENGTH) {
      throw new Refused(
          what + " takes up to " + MAX_LENGTH + " characters, not " + text.length() + ".");
    }
    if (options != null && !isAmong(options, text)) {
      throw new Refused(what + " has no option '" + text + "'.");
    }
  }

  /** Enums match without regard to case, and an empty one has nothing chosen. */
  static boolean isAmong(List<Option> options, String text) {
    return text.isEmpty()
        || options.stream().anyMatch(option -> option.value().equalsIgnoreCase(text));
  }
}
