package io.github.rossumext.internal.help;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The mistakes that an endpoint has reported. Each one is logged once for each hook, not once for
 * each request. Remembers the last {@value #MAX_REPORTS} of them. Thread-safe.
 */
public final class OncePerHook {
  /** The mistakes of the hook of one request. The library finds it through the context. */
  public interface OfHook {
    /** Returns whether this mistake is new, and remembers it as reported. */
    boolean isFirst(String kind, String name);
  }

  static final int MAX_REPORTS = 1_000;

  /** Longer texts are cut, so that the memory is bounded. */
  static final int MAX_LENGTH = 200;

  private record Report(String hook, String kind, String name) {}

  // Ordered by last use, so that a mistake of every request is not forgotten.
  private final Map<Report, Boolean> reported =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Report, Boolean> eldest) {
          return size() > MAX_REPORTS;
        }
      };

  /**
   * Returns whether this mistake is new for a hook, and remembers it as reported.
   *
   * @param hook identifies the hook, such as the hook's URL; {@code ""} if it is unknown
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
