package io.github.rossumext.internal.help;

/**
 * The requests of a thread whose end is logged at DEBUG, because a test sends hundreds of them and
 * tells what failed itself. Thread-safe.
 */
public final class QuietLog {
  private static final ThreadLocal<Boolean> QUIET = ThreadLocal.withInitial(() -> false);

  private QuietLog() {}

  /** Runs what sends the requests on this thread. */
  public static void during(Runnable requests) {
    boolean wasQuiet = QUIET.get();
    QUIET.set(true);
    try {
      requests.run();
    } finally {
      if (wasQuiet) {
        QUIET.set(true);
      } else {
        QUIET.remove();
      }
    }
  }

  /** Returns whether this thread sends such requests now. */
  public static boolean isQuiet() {
    return QUIET.get();
  }
}
