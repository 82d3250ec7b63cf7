package io.github.rossumext.internal.help;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The known names that a misspelt one is nearest to. */
public final class Nearest {
  private static final int SHOWN = 3;

  /** Longer names are cut before they are compared, so that a hostile one costs little. */
  static final int MAX_LENGTH = 64;

  private record Ranked(String name, int distance) {}

  private Nearest() {}

  /** Returns a question that names the nearest, or another text if no name is known. */
  public static String question(String wanted, Collection<String> known, String ifNone) {
    List<String> nearest = names(wanted, known);
    return nearest.isEmpty() ? ifNone : "Did you mean " + String.join(", ", nearest) + "?";
  }

  /** Returns the nearest names, at most three, the nearest first; equally near ones by alphabet. */
  public static List<String> names(String wanted, Collection<String> known) {
    String misspelt = comparable(wanted);
    return known.stream()
        .filter(name -> !name.isEmpty())
        .distinct()
        .map(name -> new Ranked(name, distance(comparable(name), misspelt)))
        .sorted(Comparator.comparingInt(Ranked::distance).thenComparing(Ranked::name))
        .limit(SHOWN)
        .map(Ranked::name)
        .toList();
  }

  private static String comparable(String name) {
    String start = name.length() > MAX_LENGTH ? name.substring(0, MAX_LENGTH) : name;
    return start.toLowerCase(Locale.ROOT);
  }

  /** Returns Levenshtein's distance: how many letters to change, add or remove. */
  static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      above[j] = j;
    }
    int[] row = new int[other.length() + 1];
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(above[j - 1] + change, Math.min(above[j], row[j - 1]) + 1);
      }
      int[] done = above;
      above = row;
      row = done;
    }
    return above[other.length()];
  }
}
