package io.github.rossumext.playground;

import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.ShownMessage;
import io.github.rossumext.testkit.simulator.SimulatedField;
import io.github.rossumext.testkit.simulator.SimulatedMultivalue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The document after an act, with what a test asserts then.
 *
 * @param refusals the reasons why the act was refused; empty if it was done
 * @param messages the messages on the screen
 * @param silent the paths of the fields that had messages before and have none now
 * @param changed the fields that the extension changed in this act, as they are now, by path; of
 *     each, the assertions, such as {@code hasText("1")}
 * @param rows the numbers of rows of the tables and lists in which it added or removed some
 */
record Moment(
    AnnotationStatus status,
    List<String> refusals,
    List<ShownMessage> messages,
    List<String> silent,
    Map<String, List<String>> changed,
    Map<String, Integer> rows) {
  /**
   * Returns the moment after an act.
   *
   * @param before the messages before the act
   */
  static Moment of(
      RossumSimulator rossum,
      List<String> refusals,
      List<Exchange> exchanges,
      List<ShownMessage> before) {
    Map<String, Set<String>> parts = new LinkedHashMap<>();
    Map<String, Integer> rows = new LinkedHashMap<>();
    for (Exchange exchange : exchanges) {
      exchange
          .changes()
          .forEach(
              change -> {
                parts
                    .computeIfAbsent(change.path(), path -> new LinkedHashSet<>())
                    .add(change.part());
                int row = change.path().indexOf('[');
                if (row > 0 && (change.part().equals("added") || change.part().equals("removed"))) {
                  String table = change.path().substring(0, row);
                  rows.put(table, rowsOf(rossum, table));
                }
              });
    }
    Map<String, List<String>> changed = new LinkedHashMap<>();
    parts.forEach(
        (path, which) ->
            rossum
                .findField(path)
                .map(field -> assertions(field, which, rossum))
                .filter(assertions -> !assertions.isEmpty())
                .ifPresent(assertions -> changed.put(path, assertions)));
    return new Moment(
        rossum.status(),
        List.copyOf(refusals),
        rossum.messages(),
        silent(rossum, before),
        changed,
        rows);
  }

  private static List<String> silent(RossumSimulator rossum, List<ShownMessage> before) {
    return before.stream()
        .map(ShownMessage::path)
        .distinct()
        .filter(
            path -> rossum.findField(path).filter(field -> field.messages().isEmpty()).isPresent())
        .toList();
  }

  private static int rowsOf(RossumSimulator rossum, String table) {
    return (int)
        rossum.sections().stream()
            .flatMap(section -> section.children().stream())
            .filter(child -> child.schemaId().equals(table))
            .filter(SimulatedMultivalue.class::isInstance)
            .map(SimulatedMultivalue.class::cast)
            .mapToLong(found -> found.rows().size() + found.values().size())
            .sum();
  }

  /** Returns what a test asserts of a field whose parts the extension changed. */
  private static List<String> assertions(
      SimulatedField field, Set<String> parts, RossumSimulator rossum) {
    List<String> assertions = new ArrayList<>();
    boolean isAdded = parts.contains("added");
    boolean isValue = parts.contains("value") || (isAdded && !field.isEmpty());
    if (isValue && isWithoutSecrets(field.text(), rossum)) {
      assertions.add(
          field.text().isEmpty() ? "isEmpty()" : "hasText(" + JavaText.literal(field.text()) + ")");
    }
    if (parts.contains("hidden")) {
      assertions.add(field.isHidden() ? "isHidden()" : "isShown()");
    }
    if (parts.contains("options")) {
      List<String> values = field.options().stream().map(option -> option.value()).toList();
      if (values.stream().allMatch(value -> isWithoutSecrets(value, rossum))) {
        assertions.add(
            values.isEmpty() ? "hasNoOptions()" : "hasOptions(" + JavaText.literals(values) + ")");
      }
    }
    if (parts.contains("validation_sources")) {
      List<String> sources =
          field.validationSources().stream()
              .map(
                  source -> JavaText.constant("ValidationSource", source.value(), source.isKnown()))
              .toList();
      assertions.add(
          sources.isEmpty()
              ? "isNotValidated()"
              : "isValidatedBy(" + String.join(", ", sources) + ")");
    }
    return assertions;
  }

  private static boolean isWithoutSecrets(String text, RossumSimulator rossum) {
    return rossum.withoutSecrets(text).equals(text);
  }
}
