package io.github.rossumext.api;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What two lists of an API do not share, each line under the package and the type it is of. */
final class Difference {
  private Difference() {}

  static List<String> of(List<String> before, List<String> after) {
    Set<List<String>> old = new LinkedHashSet<>(withTheirPlaces(before));
    Set<List<String>> current = new LinkedHashSet<>(withTheirPlaces(after));
    List<String> difference = new ArrayList<>();
    old.stream()
        .filter(line -> !current.contains(line))
        .forEach(line -> difference.add("- " + String.join(" / ", line)));
    current.stream()
        .filter(line -> !old.contains(line))
        .forEach(line -> difference.add("+ " + String.join(" / ", line)));
    return difference.isEmpty() ? List.of("the order of the lines, or empty lines") : difference;
  }

  /** Each line behind those with a smaller margin that stand above it. */
  private static List<List<String>> withTheirPlaces(List<String> lines) {
    List<List<String>> placed = new ArrayList<>();
    List<String> place = new ArrayList<>();
    for (String line : lines) {
      if (!line.isBlank()) {
        int depth = (line.length() - line.stripLeading().length()) / 2;
        while (place.size() > depth) {
          place.remove(place.size() - 1);
        }
        place.add(line.strip());
        placed.add(List.copyOf(place));
      }
    }
    return placed;
  }
}
