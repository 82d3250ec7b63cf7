package io.github.rossumext.client;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an exception says.
 *
 * @param status the status of the response; 0 if there was none
 * @param text everything, also in Rossum's own words
 * @param logged the part of the text that quotes nothing of a response
 */
record Problem(
    Call call,
    int status,
    String text,
    String logged,
    @Nullable String detail,
    Map<String, List<String>> fieldErrors,
    @Nullable Throwable cause) {

  /** A call without a response. */
  static Problem withoutResponse(Call call, String text, @Nullable Throwable cause) {
    return withoutResponse(call, text, "", cause);
  }

  /**
   * The same.
   *
   * @param quoted the end of the text, which quotes a response
   */
  static Problem withoutResponse(Call call, String text, String quoted, @Nullable Throwable cause) {
    String logged = call.shown() + ": " + text;
    return new Problem(call, 0, logged + quoted, logged, null, Map.of(), cause);
  }

  /** A response that says less than it should. */
  static Problem ofResponse(Call call, int status, String text) {
    String all = call.shown() + ": Rossum responded with " + status + ", but " + text;
    return new Problem(call, status, all, all, null, Map.of(), null);
  }
}
