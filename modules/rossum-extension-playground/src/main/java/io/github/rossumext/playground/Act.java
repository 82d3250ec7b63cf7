package io.github.rossumext.playground;

import io.github.rossumext.testkit.simulator.RossumSimulator;

/** Something that a user does with the document. */
interface Act {
  /**
   * Does it.
   *
   * @throws IllegalArgumentException if it does not fit the document
   * @throws IllegalStateException if it does not fit the document as it is now
   */
  ActResult on(RossumSimulator rossum, Keys keys);
}
