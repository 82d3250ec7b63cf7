package io.github.rossumext.benchmarks;

import java.util.List;
import java.util.Locale;

/** How ratios of several rounds are shown. */
final class Ratios {
  private Ratios() {}

  /** Returns the median, with the lowest and the highest in brackets. */
  static String spread(List<Double> ratios) {
    List<Double> sorted = ratios.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "%.3f (%.3f to %.3f)",
        sorted.get(sorted.size() / 2),
        sorted.get(0),
        sorted.get(sorted.size() - 1));
  }
}
