package io.github.rossumext.testkit.simulator;

import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.testkit.internal.document.Document;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.testkit.internal.document.DocumentSchema;
import io.github.rossumext.testkit.internal.document.FieldDefinition;
import io.github.rossumext.testkit.internal.document.FieldText;
import io.github.rossumext.value.MessageType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Rossum's own checks of types and constraints, which run after the extensions. A failed check is
 * an error on the field. A pattern must match the whole text, because the protocol does not say
 * whether a part is enough.
 */
final class OwnChecks {
  private static final Map<DatapointType, String> NOT_OF_TYPE =
      Map.of(
          DatapointType.NUMBER,
          "This is not a number.",
          DatapointType.DATE,
          "This is not a date.",
          DatapointType.BOOLEAN,
          "This is not a boolean.");

  private final Document document;
  private final Map<String, Constraint> constraints = new HashMap<>();

  OwnChecks(Document document) {
    this.document = document;
  }

  List<ShownMessage> errors() {
    List<ShownMessage> errors = new ArrayList<>();
    for (DocumentNode field : document.datapoints()) {
      String problem = field.isButton() ? "" : problem(field);
      if (!problem.isEmpty() && !field.isHidden()) {
        errors.add(ShownMessage.of(MessageType.ERROR, problem, field, ShownMessage.Origin.ROSSUM));
      }
    }
    return errors;
  }

  private String problem(DocumentNode field) {
    FieldDefinition definition = field.definition();
    FieldText text = field.text();
    if (text.isEmpty()) {
      return definition.isRequired() ? "This field is required." : "";
    }
    if (!definition.isReadable(text)) {
      return NOT_OF_TYPE.getOrDefault(definition.type(), "This cannot be read.");
    }
    if (field.options().filter(all -> !DocumentNode.isAmong(all, text.displayed())).isPresent()) {
      return "This is not among the options.";
    }
    return definition
        .schema()
        .map(known -> constraints.computeIfAbsent(field.schemaId(), id -> Constraint.of(known)))
        .map(constraint -> constraint.problem(text.displayed()))
        .orElse("");
  }

  /** The constraints of a field, computed once for a validation and not for every row. */
  private record Constraint(
      OptionalInt exact, OptionalInt min, OptionalInt max, @Nullable Pattern pattern) {
    static Constraint of(SchemaDatapoint field) {
      return new Constraint(
          field.exactLength(),
          field.minLength(),
          field.maxLength(),
          field.regexp().map(OwnChecks::compiled).orElse(null));
    }

    String problem(String value) {
      int length = value.codePointCount(0, value.length());
      if (exact.isPresent() && length != exact.getAsInt()) {
        return "This must have " + exact.getAsInt() + " characters.";
      }
      if (min.isPresent() && length < min.getAsInt()) {
        return "This must have at least " + min.getAsInt() + " characters.";
      }
      if (max.isPresent() && length > max.getAsInt()) {
        return "This must have at most " + max.getAsInt() + " characters.";
      }
      return pattern == null || matches(pattern, value)
          ? ""
          : "This does not match the pattern of the field.";
    }

    private static boolean matches(Pattern pattern, String value) {
      try {
        return pattern.matcher(value).matches();
      } catch (StackOverflowError e) {
        return true; // the pattern cannot be read
      }
    }
  }

  /**
   * The pattern; null if it cannot be read, which is reported once, when the document is opened.
   */
  private static @Nullable Pattern compiled(String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      return null;
    }
  }

  /** What of the schema the checks cannot read. */
  static List<String> unclear(DocumentSchema schema) {
    List<String> unclear = new ArrayList<>();
    for (SchemaDatapoint field : schema.fields()) {
      String id = field.id();
      if (field.regexp().filter(pattern -> compiled(pattern) == null).isPresent()) {
        unclear.add("The pattern of '" + id + "' cannot be read; it is not checked.");
      }
      if (!schema.field(id).hasKnownFormat()) {
        unclear.add(
            "The format of '" + id + "' is unknown, so its texts are displayed in machine format.");
      }
    }
    return unclear;
  }
}
