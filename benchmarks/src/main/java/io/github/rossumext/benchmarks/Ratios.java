package io.github.rossumext.benchmarks;

import java.util.List;
import java.util.Locale;

/** How the figures of several rounds are shown. */
final class Ratios {
  private Ratios() {}

  /** Returns the median, with the lowest and the highest in brackets. */
  static String spread(int decimals, List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    return shown(decimals, sorted.get(sorted.size() / 2))
        + " ("
        + shown(decimals, sorted.get(0))
        + " to "
        + shown(decimals, sorted.get(sorted.size() - 1))
        + ")";
  }

  /** Returns the median, with the middle half in brackets. */
  static String middle(int decimals, List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    return shown(decimals, sorted.get(sorted.size() / 2))
        + " (middle half "
        + shown(decimals, sorted.get(sorted.size() / 4))
        + " to "
        + shown(decimals, sorted.get(sorted.size() * 3 / 4))
        + ")";
  }

  private static String shown(int decimals, double figure) {
    return String.format(Locale.ROOT, "%." + decimals + "f", figure);
  }
}
