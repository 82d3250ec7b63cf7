package io.github.rossumext.client;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an exception says.
 *
 * @param status the status of the response; 0 if there was none
 */
record Problem(
    Call call,
    int status,
    String text,
    @Nullable String detail,
    Map<String, List<String>> fieldErrors,
    @Nullable Throwable cause) {

  /** A call without a response. */
  static Problem withoutResponse(Call call, String text, @Nullable Throwable cause) {
    return new Problem(call, 0, call.shown() + ": " + text, null, Map.of(), cause);
  }

  /** A response that says less than it should. */
  static Problem ofResponse(Call call, int status, String text) {
    return new Problem(
        call,
        status,
        call.shown() + ": Rossum responded with " + status + ", but " + text,
        null,
        Map.of(),
        null);
  }
}
