package io.github.rossumext.testkit.internal.api;

/** Work that takes as long as clients ask for it a number of times. */
final class Pending {
  private final Runnable end;
  private int left;

  /**
   * Creates work that is not done.
   *
   * @param polls how often it is still running
   * @param end what happens when it is done
   */
  Pending(int polls, Runnable end) {
    this.end = end;
    this.left = polls;
  }

  /** Asks for it, and returns whether it is done. Do not ask again after that. */
  boolean poll() {
    if (left > 0) {
      left--;
      return false;
    }
    end.run();
    return true;
  }
}
