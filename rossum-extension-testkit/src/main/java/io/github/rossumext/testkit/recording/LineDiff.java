package io.github.rossumext.testkit.recording;

import java.util.ArrayList;
import java.util.List;

/** The lines in which two texts differ, with the lines around them. */
final class LineDiff {
  private static final int AROUND = 3;

  /**
   * Longer texts are not compared line by line, because the time grows with the square of their
   * lines.
   */
  private static final int MOST_LINES = 4000;

  private LineDiff() {}

  static String of(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    if (old.size() > MOST_LINES || now.size() > MOST_LINES) {
      return "  (" + old.size() + " and " + now.size() + " lines: compare the files)\n";
    }
    return shown(edits(old, now));
  }

  /** Returns all lines, each with a prefix: two spaces, "- " or "+ ". */
  private static List<String> edits(List<String> old, List<String> now) {
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<String> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        lines.add("  " + old.get(i));
        i++;
        j++;
      } else if (i < old.size() && (j == now.size() || common[i + 1][j] >= common[i][j + 1])) {
        lines.add("- " + old.get(i));
        i++;
      } else {
        lines.add("+ " + now.get(j));
        j++;
      }
    }
    return lines;
  }

  private static String shown(List<String> lines) {
    StringBuilder text = new StringBuilder();
    boolean isGap = false;
    for (int k = 0; k < lines.size(); k++) {
      if (isNearChange(lines, k)) {
        text.append(lines.get(k)).append('\n');
        isGap = false;
      } else if (!isGap) {
        text.append("  …\n");
        isGap = true;
      }
    }
    return text.toString();
  }

  private static boolean isNearChange(List<String> lines, int line) {
    int to = Math.min(lines.size(), line + AROUND + 1);
    return lines.subList(Math.max(0, line - AROUND), to).stream()
        .anyMatch(near -> !near.startsWith("  "));
  }
}
