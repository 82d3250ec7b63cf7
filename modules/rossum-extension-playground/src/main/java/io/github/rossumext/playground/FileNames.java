package io.github.rossumext.playground;

import java.util.regex.Pattern;

/** The names of files that a project can have, wherever it is checked out. */
final class FileNames {
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])", Pattern.CASE_INSENSITIVE);

  private FileNames() {}

  /**
   * Checks a name without its extension.
   *
   * @throws IllegalArgumentException if it is the name of a device in Windows
   */
  static void requireOfEverySystem(String name) {
    if (DEVICE.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Windows cannot have a file named '" + name + "'. Choose another name.");
    }
  }
}
