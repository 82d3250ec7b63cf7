package io.github.rossumext.internal.help;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The mistakes that an endpoint has reported: each is worth one line of the log for each hook, not
 * one for each request. Remembers the last {@value #MAX_REPORTS} of them. Thread-safe.
 */
public final class OncePerHook {
  /** The mistakes of the hook that a request is for; the way to it starts at the context. */
  public interface OfHook {
    /** Returns whether this mistake was not reported yet, and takes it for reported from now on. */
    boolean isFirst(String kind, String name);
  }

  static final int MAX_REPORTS = 1_000;

  /** Longer texts are cut, so that the memory is bounded. */
  static final int MAX_LENGTH = 200;

  private record Report(String hook, String kind, String name) {}

  // In the order of their last use: one that comes with every request is not forgotten.
  private final Map<Report, Boolean> reported =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Report, Boolean> eldest) {
          return size() > MAX_REPORTS;
        }
      };

  /**
   * Returns whether this mistake was not reported yet for a hook, and takes it for reported from
   * now on.
   *
   * @param hook tells hooks apart, such as the hook's URL; {@code ""} if it is unknown
   * @param kind what is wrong, such as {@code "settings key"}
   * @param name the name that is misspelt, as the request or the rule has it
   */
  public boolean isFirst(String hook, String kind, String name) {
    Report report = new Report(cut(hook), cut(kind), cut(name));
    synchronized (reported) {
      return reported.put(report, true) == null;
    }
  }

  private static String cut(String text) {
    return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
  }
}
