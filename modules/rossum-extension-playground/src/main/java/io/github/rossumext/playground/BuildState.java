package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which build of the extension responds. Immutable.
 *
 * @param number its number among those that responded, from 1
 * @param at when it was loaded
 * @param failure why the next build could not be loaded; null without one
 */
record BuildState(int number, LocalTime at, @Nullable Failure failure) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  /**
   * Why a build cannot be loaded. It holds texts only: an exception would hold the classes of the
   * build.
   */
  record Failure(String text, String trace) {
    static Failure of(FactoryException e) {
      Throwable thrown = e.getCause() == null ? e : e.getCause();
      return new Failure(String.valueOf(e.getMessage()), StackTraces.of(thrown));
    }
  }

  BuildState withFailure(Failure why) {
    return new BuildState(number, at, why);
  }

  String time() {
    return TIME.format(at);
  }

  /**
   * Returns what the page shows.
   *
   * @param isNew whether this is what happened last
   */
  ObjectNode json(boolean isNew) {
    ObjectNode json = Json.object();
    json.put("number", number);
    json.put("at", time());
    json.put("isNew", isNew);
    if (failure != null) {
      json.putObject("failure").put("text", failure.text()).put("trace", failure.trace());
    }
    return json;
  }
}
