package io.github.rossumext.testkit;

import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.ValidationSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field, a cell or a button that an author described; not yet a node. */
final class FieldSpec {
  /** What the author said that it is. */
  enum Kind {
    TEXT("a text"),
    NUMBER("a number"),
    DATE("a date"),
    BUTTON("a button");

    final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  final String schemaId;
  final Kind kind;
  private final @Nullable String displayed;
  private final String text;
  @Nullable Boolean hidden;
  @Nullable List<Option> options;
  @Nullable List<ValidationSource> sources;

  private FieldSpec(String schemaId, Kind kind, @Nullable String displayed, String text) {
    this.schemaId = schemaId;
    this.kind = kind;
    this.displayed = displayed;
    this.text = text;
  }

  static FieldSpec text(String schemaId, String text) {
    return new FieldSpec(schemaId, Kind.TEXT, null, text);
  }

  static FieldSpec button(String schemaId) {
    return new FieldSpec(schemaId, Kind.BUTTON, null, "");
  }

  static FieldSpec number(String schemaId, @Nullable String displayed, String number) {
    if (!number.isEmpty() && NumberStyle.plain(number).isEmpty()) {
      throw new IllegalArgumentException(
          "'"
              + schemaId
              + "' needs a plain decimal such as 1132.87, not '"
              + number
              + "'. For what is displayed, call number(\""
              + schemaId
              + "\", displayed, decimal).");
    }
    return new FieldSpec(schemaId, Kind.NUMBER, displayed, number);
  }

  static FieldSpec date(String schemaId, @Nullable String displayed, String date) {
    if (!date.isEmpty() && DateStyle.iso(date).isEmpty()) {
      throw new IllegalArgumentException(
          "'"
              + schemaId
              + "' needs an ISO date such as 2026-03-01, not '"
              + date
              + "'. For what is displayed, call date(\""
              + schemaId
              + "\", displayed, date).");
    }
    return new FieldSpec(schemaId, Kind.DATE, displayed, date);
  }

  /** What it holds where no schema tells its type; a number or date shows as its machine text. */
  FieldText held() {
    if (text.isEmpty()) {
      return new FieldText(displayed == null ? "" : displayed, null);
    }
    if (kind == Kind.TEXT) {
      return new FieldText(text, null);
    }
    String machine =
        kind == Kind.NUMBER ? new BigDecimal(text.strip()).toPlainString() : text.strip();
    return new FieldText(displayed == null ? text : displayed, machine);
  }

  /** What it holds as a field of this definition. */
  FieldText held(SchemaDatapoint definition) {
    DatapointType type = definition.type();
    boolean fits =
        switch (kind) {
          case TEXT -> !type.equals(DatapointType.BUTTON);
          case NUMBER -> type.equals(DatapointType.NUMBER);
          case DATE -> type.equals(DatapointType.DATE);
          case BUTTON -> type.equals(DatapointType.BUTTON);
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "'" + schemaId + "' is of type " + type + " in the schema, not " + kind.words + ".");
    }
    if (displayed != null || text.isEmpty()) {
      return held();
    }
    return switch (kind) {
      case TEXT, BUTTON -> FieldText.of(definition, text);
      case NUMBER -> FieldText.of(definition, new BigDecimal(text.strip()));
      case DATE -> FieldText.of(definition, LocalDate.parse(text.strip()));
    };
  }
}
