package io.github.rossumext.internal.help;

/**
 * Marks threads whose requests are logged at DEBUG. A test that sends hundreds of requests uses it,
 * because it reports failures itself. Thread-safe.
 */
public final class QuietLog {
  private static final ThreadLocal<Boolean> QUIET = ThreadLocal.withInitial(() -> false);

  private QuietLog() {}

  /** Runs code that sends such requests on this thread. */
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
