package io.github.rossumext.payload;

import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.RawJson;
import java.util.Set;

/**
 * {@code invocation.manual}: somebody invoked the hook through the API, with keys of his own beside
 * the common ones (protocol §3.6). Immutable and thread-safe.
 */
public final class ManualPayload extends HookPayload {
  private static final Set<String> OF_ROSSUM =
      Set.of(
          "request_id",
          "timestamp",
          "hook",
          "event",
          "action",
          "settings",
          "secrets",
          "base_url",
          "rossum_authorization_token",
          "updated_datapoints");

  ManualPayload(PayloadReader reader) {
    super(reader);
  }

  /**
   * The caller's JSON object: every key but Rossum's own, so that neither secrets nor token go back
   * to the caller in an answer that repeats the arguments. Values are kept to the letter. A key of
   * the caller's that is named as one of Rossum's is not reached.
   */
  public RawJson arguments() {
    return raw().without(OF_ROSSUM);
  }

  /**
   * The caller's JSON object as a record or map of the author's.
   *
   * @throws BindingException if it does not fit; the message names the path and what was expected
   */
  public <T> T arguments(Class<T> type) {
    return arguments().as(type);
  }
}
