package io.github.rossumext.internal.help;

import java.util.List;

/** A number of bytes as text for people, such as {@code 32 MiB}. */
public final class Size {
  private static final int STEP = 1024;
  private static final List<String> UNITS = List.of("KiB", "MiB", "GiB", "TiB");

  private Size() {}

  /** Returns a limit, rounded down to a tenth of its unit. */
  public static String limit(long bytes) {
    return text(bytes, 0);
  }

  /**
   * Returns a measured size, rounded up, so that a size beyond a limit also looks greater than the
   * limit.
   */
  public static String found(long bytes) {
    return text(bytes, 1);
  }

  private static String text(long bytes, int roundingUp) {
    if (bytes < STEP) {
      return bytes == 1 ? "1 byte" : bytes + " bytes";
    }
    int index = 0;
    long unit = STEP;
    while (bytes / unit >= STEP && index < UNITS.size() - 1) {
      unit *= STEP;
      index++;
    }
    // Computed in two parts, because ten times the number may overflow.
    long tenths = bytes / unit * 10 + (bytes % unit * 10 + roundingUp * (unit - 1)) / unit;
    String number = tenths % 10 == 0 ? "" + tenths / 10 : tenths / 10 + "." + tenths % 10;
    return number + " " + UNITS.get(index);
  }
}
