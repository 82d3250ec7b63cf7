package io.github.rossumext.testkit.internal.hook;

import java.util.BitSet;
import java.util.List;

/** The times of a schedule, which Rossum wants at least 10 minutes apart. */
final class Cron {
  private static final int LEAST_MINUTES = 10;
  private static final int MINUTES_OF_A_DAY = 24 * 60;
  private static final List<String> PARTS =
      List.of("minute", "hour", "day of the month", "month", "day of the week");
  private static final int[][] RANGES = {{0, 59}, {0, 23}, {1, 31}, {1, 12}, {0, 7}};

  private Cron() {}

  /** Returns what is wrong; empty if nothing is. */
  static String fault(String cron) {
    String[] parts = cron.strip().split("\\s+", -1);
    if (parts.length != PARTS.size()) {
      return "Expected five parts (minute, hour, day, month, day of the week), found "
          + parts.length
          + ": '"
          + cron
          + "'.";
    }
    BitSet[] values = new BitSet[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = values(parts[i], i);
      if (values[i].isEmpty()) {
        return "Expected a "
            + PARTS.get(i)
            + " from "
            + RANGES[i][0]
            + " to "
            + RANGES[i][1]
            + ", found '"
            + parts[i]
            + "'.";
      }
    }
    int gap = smallestGap(values[0], values[1]);
    return gap >= LEAST_MINUTES
        ? ""
        : "Rossum wants at least 10 minutes between two runs, but '" + cron + "' has " + gap + ".";
  }

  private static int smallestGap(BitSet minutes, BitSet hours) {
    int first = -1;
    int last = -1;
    int smallest = MINUTES_OF_A_DAY;
    for (int time = 0; time < MINUTES_OF_A_DAY; time++) {
      if (hours.get(time / 60) && minutes.get(time % 60)) {
        if (last >= 0) {
          smallest = Math.min(smallest, time - last);
        } else {
          first = time;
        }
        last = time;
      }
    }
    return Math.min(smallest, first + MINUTES_OF_A_DAY - last);
  }

  /** Returns the values of a part; none if it is not legal. Names of months and days count. */
  private static BitSet values(String part, int index) {
    BitSet values = new BitSet();
    for (String item : part.split(",", -1)) {
      if (index >= 3 && item.matches("[A-Za-z]{3}(-[A-Za-z]{3})?")) {
        values.set(RANGES[index][0]);
        continue;
      }
      if (!item.matches("(\\*|\\d{1,2}(-\\d{1,2})?)(/\\d{1,2})?")) {
        return new BitSet();
      }
      String[] rangeAndStep = item.split("/", -1);
      String[] range = rangeAndStep[0].split("-", -1);
      boolean isAll = rangeAndStep[0].equals("*");
      int from = isAll ? RANGES[index][0] : Integer.parseInt(range[0]);
      boolean isOpen = isAll || (rangeAndStep.length > 1 && range.length == 1);
      int to = isOpen ? RANGES[index][1] : Integer.parseInt(range[range.length - 1]);
      int step = rangeAndStep.length > 1 ? Integer.parseInt(rangeAndStep[1]) : 1;
      if (from < RANGES[index][0] || to > RANGES[index][1] || from > to || step == 0) {
        return new BitSet();
      }
      for (int value = from; value <= to; value += step) {
        values.set(value);
      }
    }
    return values;
  }
}
