package io.github.rossumext.payload;

import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.RawJson;
import java.util.Set;

/**
 * {@code invocation.manual}: a client invoked the hook through the API, with its own keys in
 * addition to the common ones. Immutable and thread-safe.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#e-mails-uploads-invocations">The
 *     protocol: e-mails, uploads, invocations</a>
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
   * Returns the client's JSON object: every key but Rossum's own, so that a response that repeats
   * the arguments reveals neither secrets nor token. Values keep every character. A key of the
   * client that has the name of one of Rossum's is left out.
   */
  public RawJson arguments() {
    return raw().without(OF_ROSSUM);
  }

  /**
   * Returns the client's JSON object as a record or map of yours.
   *
   * @throws BindingException if it does not fit; the message names the path and what was expected
   */
  public <T> T arguments(Class<T> type) {
    return arguments().as(type);
  }
}
