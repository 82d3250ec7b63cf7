package io.github.rossumext.testkit;

import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.SchemaDatapoint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a field holds, as Rossum writes it (protocol §3.4).
 *
 * @param value as displayed
 * @param normalized the machine text of a number or date; null for anything else
 */
record FieldText(String value, @Nullable String normalized) {
  static final FieldText EMPTY = new FieldText("", null);

  /**
   * A text whose type the schema tells. A number or date that cannot be read has no second text.
   */
  static FieldText of(SchemaDatapoint definition, String text) {
    if (text.isEmpty()) {
      return EMPTY;
    }
    if (definition.type().equals(DatapointType.NUMBER)) {
      return NumberStyle.of(definition.format())
          .parse(text)
          .map(number -> of(definition, number))
          .orElse(new FieldText(text, null));
    }
    if (definition.type().equals(DatapointType.DATE)) {
      return DateStyle.of(definition.format())
          .parse(text)
          .map(date -> of(definition, date))
          .orElse(new FieldText(text, null));
    }
    return new FieldText(text, null);
  }

  static FieldText of(SchemaDatapoint definition, BigDecimal number) {
    return new FieldText(NumberStyle.of(definition.format()).show(number), number.toPlainString());
  }

  static FieldText of(SchemaDatapoint definition, LocalDate date) {
    return new FieldText(DateStyle.of(definition.format()).show(date), date.toString());
  }

  /** A text of a field whose machine text until now is all that is known of its type. */
  static FieldText like(Optional<String> normalized, String text) {
    if (normalized.flatMap(NumberStyle::plain).isPresent()) {
      return new FieldText(
          text, NumberStyle.guess(text).map(BigDecimal::toPlainString).orElse(null));
    }
    if (normalized.flatMap(DateStyle::iso).isPresent()) {
      return new FieldText(text, DateStyle.iso(text).map(LocalDate::toString).orElse(null));
    }
    return new FieldText(text, null);
  }
}
