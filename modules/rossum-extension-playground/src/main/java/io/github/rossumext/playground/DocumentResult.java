package io.github.rossumext.playground;

import java.util.ArrayList;
import java.util.List;

/**
 * What two builds of an extension do differently with one document. Immutable.
 *
 * @param document its name
 * @param differences the first of them
 * @param more how many are left out
 * @param lines the same as text, and a line for those that are left out
 * @param isDifferent whether something differs; otherwise, both builds fail
 */
record DocumentResult(
    String document,
    List<Difference> differences,
    int more,
    List<String> lines,
    boolean isDifferent) {
  /** The number of differences of a document that are kept. */
  static final int MOST = 100;

  static DocumentResult of(String document, List<Difference> all) {
    List<String> lines = new ArrayList<>();
    StringBuilder rest = new StringBuilder();
    for (Difference one : all) {
      if (lines.size() < MOST) {
        lines.add(one.line());
      } else {
        rest.append(one.line()).append('\n');
      }
    }
    int more = Math.max(0, all.size() - MOST);
    if (more > 0) {
      // The hash tells whether the rest is what somebody approved.
      lines.add(more + " more, sha256 " + Difference.hash(rest.toString()));
    }
    return new DocumentResult(
        document,
        List.copyOf(all.subList(0, all.size() - more)),
        more,
        List.copyOf(lines),
        all.stream().anyMatch(one -> !one.isFailureOfBoth()));
  }
}
