package io.github.rossumext.testkit.simulator;

import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.value.MessageType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Rossum's own checks of types and constraints, after the extensions' (protocol §7). An unmet one
 * is an error on the field. A pattern must match the whole value: whether Rossum is content with a
 * part of it is not known.
 */
final class OwnChecks {
  private final Document document;
  private final FieldTypes types;

  OwnChecks(Document document) {
    this.document = document;
    this.types = document.types();
  }

  List<ShownMessage> errors() {
    List<ShownMessage> errors = new ArrayList<>();
    for (DocumentNode field : document.datapoints()) {
      if (!types.isButton(field) && !types.isHidden(field)) {
        String problem = problem(field);
        if (!problem.isEmpty()) {
          errors.add(
              new ShownMessage(
                  MessageType.ERROR,
                  problem,
                  OptionalLong.of(field.id()),
                  field.schemaId(),
                  ShownMessage.Origin.ROSSUM));
        }
      }
    }
    return errors;
  }

  private String problem(DocumentNode field) {
    Optional<SchemaDatapoint> definition = types.definition(field.schemaId());
    String value = field.value();
    if (value.isEmpty()) {
      return definition.filter(SchemaDatapoint::isRequired).isPresent()
          ? "This field is required."
          : "";
    }
    String problem = typeProblem(field, value);
    return problem.isEmpty()
        ? definition.map(known -> constraint(known, value)).orElse("")
        : problem;
  }

  private String typeProblem(DocumentNode field, String value) {
    DatapointType type = types.type(field.schemaId());
    String normalized = field.normalizedValue();
    if (type.equals(DatapointType.NUMBER) && !isNumber(field, value, normalized)) {
      return "This is not a number.";
    }
    if (type.equals(DatapointType.DATE)
        && DateFormats.iso(normalized == null ? value : normalized).isEmpty()) {
      return "This is not a date.";
    }
    boolean isOutside =
        types.options(field).filter(options -> !ValueWriter.isAmong(options, value)).isPresent();
    return isOutside ? "This is not among the options." : "";
  }

  // Old requests have numbers without a normalized value: then the value itself must be one.
  private boolean isNumber(DocumentNode field, String value, @Nullable String normalized) {
    String format = types.format(field.schemaId(), NumberFormats.DEFAULT);
    return normalized == null
        ? NumberFormats.plain(value)
            .flatMap(plain -> NumberFormats.display(plain, format))
            .isPresent()
        : NumberFormats.plain(normalized).isPresent();
  }

  private static String constraint(SchemaDatapoint definition, String value) {
    int length = value.codePointCount(0, value.length());
    if (definition.exactLength().isPresent() && length != definition.exactLength().getAsInt()) {
      return "This must have " + definition.exactLength().getAsInt() + " characters.";
    }
    if (definition.minLength().isPresent() && length < definition.minLength().getAsInt()) {
      return "This must have at least " + definition.minLength().getAsInt() + " characters.";
    }
    if (definition.maxLength().isPresent() && length > definition.maxLength().getAsInt()) {
      return "This must have at most " + definition.maxLength().getAsInt() + " characters.";
    }
    return definition.regexp().filter(pattern -> !matches(pattern, value)).isPresent()
        ? "This does not match the pattern of the field."
        : "";
  }

  private static boolean matches(String pattern, String value) {
    try {
      return Pattern.compile(pattern).matcher(value).matches();
    } catch (PatternSyntaxException | StackOverflowError e) {
      return true; // reported once, when the document is opened
    }
  }

  /** What of the schema the checks cannot follow. */
  static List<String> unclear(FieldTypes types) {
    List<String> unclear = new ArrayList<>();
    for (SchemaDatapoint definition : types.definitions()) {
      String id = definition.id();
      definition
          .regexp()
          .filter(pattern -> !compiles(pattern))
          .ifPresent(
              pattern ->
                  unclear.add("The pattern of '" + id + "' cannot be read; it is not checked."));
      boolean isKnown =
          definition.type().equals(DatapointType.DATE)
              ? DateFormats.isKnown(types.format(id, DateFormats.DEFAULT))
              : !definition.type().equals(DatapointType.NUMBER)
                  || NumberFormats.isKnown(types.format(id, NumberFormats.DEFAULT));
      if (!isKnown) {
        unclear.add("The format of '" + id + "' is not known; values are shown in machine format.");
      }
    }
    return unclear;
  }

  private static boolean compiles(String pattern) {
    try {
      Pattern.compile(pattern);
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
