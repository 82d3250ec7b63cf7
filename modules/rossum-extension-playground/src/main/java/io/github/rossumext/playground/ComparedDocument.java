package io.github.rossumext.playground;

import java.io.IOException;
import java.util.List;

/** A recording or a scenario that two builds of an extension are compared by. */
interface ComparedDocument {
  /** Returns its name in the folder. */
  String name();

  /**
   * Returns what the builds do differently.
   *
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if a file is not what it should be
   */
  List<Difference> differences(Side before, Side after) throws IOException;
}
