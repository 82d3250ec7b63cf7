package io.github.rossumext.testkit.internal.hook;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.internal.help.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects what the checks find. Not thread-safe. */
final class Findings {
  private final List<Finding> findings = new ArrayList<>();

  void error(String path, String text) {
    findings.add(new Finding(true, path, text));
  }

  void warning(String path, String text) {
    findings.add(new Finding(false, path, text));
  }

  /** Reports a word that Rossum does not know, with the nearest that it knows. */
  void unknown(String path, String word, Collection<String> known) {
    error(
        path,
        "'"
            + word
            + "' is unknown. "
            + Nearest.question(word, known, "Expected one of " + String.join(", ", known) + "."));
  }

  /** Reports a number that is not a whole one in a range. */
  void requireWhole(String path, JsonNode value, long from, long to) {
    if (value.isMissingNode() || value.isNull()) {
      return;
    }
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < from
        || value.longValue() > to) {
      error(
          path,
          "Expected a whole number from " + from + " to " + to + ", found " + shown(value) + ".");
    }
  }

  /** Returns a value as a finding shows it; a long one or one with parts by its kind only. */
  static String shown(JsonNode value) {
    String text = value.isValueNode() ? value.toString() : "";
    return text.isEmpty() || text.length() > 60
        ? "a value of another kind ("
            + value.getNodeType().name().toLowerCase(java.util.Locale.ROOT)
            + ")"
        : text;
  }

  List<Finding> all() {
    return List.copyOf(findings);
  }
}
