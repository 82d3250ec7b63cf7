package io.github.rossumext.testkit.internal.hook;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.testkit.internal.document.DocumentSchema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What Rossum refuses in a schema, or what cannot work: ids, options, constraints. */
public final class SchemaCheck {
  private static final Set<String> TYPES =
      Set.of("string", "number", "date", "enum", "button", "boolean");
  private static final Set<String> UI_TYPES =
      Set.of("captured", "data", "manual", "formula", "reasoning", "lookup");
  private static final Set<String> EDITS = Set.of("enabled", "enabled_without_warning", "disabled");
  private static final Set<String> LENGTHS = Set.of("min", "max", "exact");
  private static final int LONGEST_ID = 50;

  private final Findings findings = new Findings();
  private final Set<String> ids = new HashSet<>();

  private SchemaCheck() {}

  /**
   * Returns what is wrong in a schema.
   *
   * @param schema a schema object of Rossum, or its list {@code content}
   */
  public static List<Finding> run(JsonNode schema) {
    SchemaCheck check = new SchemaCheck();
    JsonNode sections = schema.isObject() ? schema.path("content") : schema;
    if (!sections.isArray() || sections.isEmpty()) {
      check.findings.error("schema.json", "Expected a list of sections.");
    }
    for (JsonNode section : sections) {
      check.node(section, "section");
      for (JsonNode child : section.path("children")) {
        check.inSection(child);
      }
    }
    return check.findings.all();
  }

  private void inSection(JsonNode child) {
    if (!child.path("category").asText().equals("multivalue")) {
      datapoint(child);
      return;
    }
    String path = node(child, "multivalue");
    findings.requireWhole(path, child.path("min_occurrences"), 0, Integer.MAX_VALUE);
    findings.requireWhole(path, child.path("max_occurrences"), 0, Integer.MAX_VALUE);
    if (child.path("min_occurrences").asLong(0) > child.path("max_occurrences").asLong(1000)) {
      findings.error(path, "min_occurrences is more than max_occurrences.");
    }
    JsonNode inner = child.path("children");
    if (!inner.isObject()) {
      findings.error(path, "Expected one object as children: a tuple or a datapoint.");
    } else if (inner.path("category").asText().equals("tuple")) {
      node(inner, "tuple");
      inner.path("children").forEach(this::datapoint);
    } else {
      datapoint(inner);
    }
  }

  /** Checks what all nodes have, and returns where it is. */
  private String node(JsonNode node, String category) {
    String id = node.path("id").asText("");
    String path = "schema.json: " + (id.isEmpty() ? "a " + category + " without an id" : id);
    if (!node.path("category").asText().equals(category)) {
      findings.error(path, "Expected the category " + category + ".");
    }
    if (id.isEmpty() || id.length() > LONGEST_ID) {
      findings.error(path, "Expected an id of 1 to 50 characters.");
    } else if (!ids.add(id)) {
      findings.error(path, "The id is there twice.");
    }
    if (node.path("label").asText("").isBlank()) {
      findings.error(path, "Expected a label.");
    }
    return path;
  }

  private void datapoint(JsonNode node) {
    String path = node(node, "datapoint");
    String type = node.path("type").asText("");
    word(path, type, TYPES);
    JsonNode ui = node.path("ui_configuration");
    if (ui.path("type").isTextual()) {
      word(path, ui.path("type").asText(), UI_TYPES);
    }
    if (ui.path("edit").isTextual()) {
      word(path, ui.path("edit").asText(), EDITS);
    }
    if (ui.path("type").asText().equals("formula") && node.path("formula").asText("").isBlank()) {
      findings.error(path, "A formula field needs a formula.");
    }
    JsonNode format = node.path("format");
    if (format.isTextual() && !DocumentSchema.isDocumentedFormat(type, format.textValue())) {
      findings.warning(
          path,
          "Rossum does not document the format '"
              + format.textValue()
              + "'. Documented are numbers such as '# ##0.#' and '#,##0.#', and dates with D or DD,"
              + " M or MM, and YYYY. In a test, the simulator displays machine text and reports"
              + " it.");
    }
    options(path, type, node);
    constraints(path, type, node.path("constraints"));
    JsonNode threshold = node.path("score_threshold");
    if (threshold.isNumber() && (threshold.asDouble() < 0 || threshold.asDouble() > 1)) {
      findings.error(path, "Expected a score_threshold from 0 to 1, found " + threshold + ".");
    }
  }

  private void word(String path, String word, Set<String> known) {
    if (!known.contains(word)) {
      findings.unknown(path, word, known.stream().sorted().toList());
    }
  }

  private void options(String path, String type, JsonNode node) {
    JsonNode options = node.path("options");
    boolean isEnum = type.equals("enum");
    if (isEnum != options.isArray()) {
      findings.error(
          path, isEnum ? "An enum needs a list of options." : "Only an enum has options.");
    }
    Set<String> values = new HashSet<>();
    for (JsonNode option : options) {
      if (!option.path("value").isValueNode() || !option.path("label").isValueNode()) {
        findings.error(path, "An option needs a value and a label.");
      } else if (!values.add(option.path("value").asText())) {
        findings.error(path, "The option '" + option.path("value").asText() + "' is there twice.");
      }
    }
    JsonNode start = node.path("default_value");
    if (isEnum
        && start.isTextual()
        && !start.asText().isEmpty()
        && !values.contains(start.asText())) {
      findings.error(path, "The default_value '" + start.asText() + "' is not one of the options.");
    }
  }

  private void constraints(String path, String type, JsonNode constraints) {
    JsonNode required = constraints.path("required");
    if (!required.isMissingNode() && !required.isBoolean()) {
      findings.error(path, "Expected true or false as required.");
    }
    JsonNode length = constraints.path("length");
    length
        .fieldNames()
        .forEachRemaining(
            key -> {
              word(path, key, LENGTHS);
              findings.requireWhole(path, length.path(key), 0, Integer.MAX_VALUE);
            });
    if (length.has("exact") && length.size() > 1) {
      findings.error(path, "A length is exact, or it has min and max.");
    }
    if (length.path("min").asLong(0) > length.path("max").asLong(Long.MAX_VALUE)) {
      findings.error(path, "The minimum length is more than the maximum.");
    }
    JsonNode regexp = constraints.path("regexp");
    if (!regexp.isMissingNode() && !regexp.isNull()) {
      pattern(path, regexp.path("pattern"));
    }
    if (type.equals("button") && required.asBoolean()) {
      findings.error(path, "A button cannot be required, because it holds nothing.");
    }
  }

  private void pattern(String path, JsonNode pattern) {
    if (!pattern.isTextual()) {
      findings.error(path, "Expected a pattern in regexp.");
      return;
    }
    try {
      Pattern.compile(pattern.textValue().replace("(?P<", "(?<"));
    } catch (PatternSyntaxException e) {
      findings.warning(
          path,
          "The pattern may be wrong: " + e.getDescription() + ". Rossum reads it as Python does.");
    }
  }
}
