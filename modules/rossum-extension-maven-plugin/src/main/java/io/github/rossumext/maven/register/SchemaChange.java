package io.github.rossumext.maven.register;

import static java.util.stream.Collectors.joining;

import java.util.Set;
import java.util.TreeSet;

/**
 * One change of a schema.
 *
 * @param sign {@code +}, {@code -} or {@code ~}
 * @param path the ids from the section on, separated by {@code /}
 * @param id the id of the element
 * @param text what changes
 */
record SchemaChange(char sign, String path, String id, String text, Set<Effect> effects) {
  SchemaChange {
    effects = Set.copyOf(effects);
  }

  boolean losesData() {
    return effects.contains(Effect.LOSES_DATA);
  }

  /** Returns the line of the plan. */
  String line() {
    return sign
        + " "
        + path
        + ": "
        + text
        + " ("
        + new TreeSet<>(effects).stream().map(Effect::shown).collect(joining(", "))
        + ")";
  }
}
