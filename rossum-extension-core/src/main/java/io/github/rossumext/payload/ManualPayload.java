package io.github.rossumext.payload;

import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.help.Binding;
import io.github.rossumext.internal.help.UnreadKey;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.Set;
import java.util.function.Function;

/**
 * The payload of {@code invocation.manual}: a client invoked the hook through the API. The client
 * adds its own keys to the common ones. Immutable and thread-safe.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#e-mails-uploads-invocations">The
 *     protocol: e-mails, uploads, invocations</a>
 */
public final class ManualPayload extends HookPayload {
  private static final Function<RawJson, Binding> BINDING =
      Access.way(RawJson.class, Binding.class);

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
   * Returns the keys of the client as a JSON object, without Rossum's own keys. So a response that
   * repeats the arguments reveals neither secrets nor token. If the client used the name of one of
   * Rossum's keys, this key is left out.
   */
  public RawJson arguments() {
    return raw().without(OF_ROSSUM);
  }

  /**
   * Returns the keys of the client as your record or map.
   *
   * @throws BindingException if it does not fit; the message names the path and what was expected
   * @throws IllegalStateException if the package of the record is not open to Jackson; the message
   *     has the line to add to {@code module-info.java}
   */
  public <T> T arguments(Class<T> type) {
    String hook = hook().map(ResourceUrl::uri).orElse("");
    return BINDING
        .apply(arguments())
        .as(type, unread -> unread.report(UnreadKey.reportedFor(hook), "arguments", type));
  }
}
