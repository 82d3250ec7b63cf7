package io.github.rossumext.internal.help;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the names that a misspelt one may stand for. */
public final class Nearest {
  private static final int SHOWN = 3;

  private Nearest() {}

  /** Returns a question that names the nearest; {@code ""} if there are no names. */
  public static String question(String wanted, Collection<String> known) {
    String nearest =
        String.join(
            ", ",
            known.stream()
                .distinct()
                .filter(name -> !name.isEmpty())
                .sorted(
                    Comparator.comparingInt((String other) -> distance(other, wanted))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList());
    return nearest.isEmpty() ? "" : "Did you mean " + nearest + "?";
  }

  /** Returns Levenshtein's distance, without regard to case. */
  public static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(above[j - 1] + change, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }
}
