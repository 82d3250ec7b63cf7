package io.github.rossumext.client;

import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Hooks, and the calls that try them. Each call throws a {@link RossumApiException} if it does not
 * succeed. Immutable and thread-safe.
 *
 * <p>{@link #patch} replaces each key that the body has, so send the whole {@code config}. The
 * response may lack keys: call {@link #get} for the object as it is then.
 */
public final class Hooks extends EditableResources<Hook> {
  Hooks(Api api) {
    super(api, "hooks", Hook::new);
  }

  /** Returns the names of the secrets that a hook has. Rossum never returns their values. */
  public List<String> secretNames(long id) {
    // Rossum documents it as a list, and sends the names without a page around them.
    RawJson json = api().get(path(id, "secrets_keys"));
    return json.find("results").orElse(json).elements().stream()
        .flatMap(name -> name.scalar().stream())
        .toList();
  }

  /** Returns the names of the secrets that a hook has, as {@link #secretNames(long)} does. */
  public List<String> secretNames(ResourceUrl url) {
    return secretNames(id(url));
  }

  /**
   * Returns the body of a request that Rossum would send to a hook, with real data. Its secrets are
   * blank, and its token is yours: do not store it.
   *
   * @param event with its action, such as {@code annotation_content.initialize}
   * @param about the URLs and values that the event needs, such as {@code annotation}; none for
   *     {@code invocation}
   * @throws IllegalArgumentException if the event has no action
   */
  public RawJson generatePayload(long id, String event, Map<String, ?> about) {
    int dot = event.indexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException(
          "Expected an event with its action, such as annotation_content.initialize, but found '"
              + event
              + "'.");
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("event", event.substring(0, dot));
    body.put("action", event.substring(dot + 1));
    body.putAll(about);
    return api().sendRepeatable("POST", path(id, "generate_payload"), body);
  }

  /**
   * Lets Rossum send a request to a hook, and returns the body of the hook's response. The response
   * changes nothing in Rossum, but the handler runs as for any request.
   *
   * @param payload the body of the request, such as one of {@link #generatePayload}
   * @return JSON null if the hook's response has no body
   * @throws RossumApiException.Conflict if the hook is not ready yet; try again after 10 seconds
   */
  public RawJson test(long id, Object payload) {
    RawJson result = api().send("POST", path(id, "test"), Map.of("payload", payload));
    return result.find("response").orElseGet(() -> RawJson.of("null"));
  }

  /**
   * Returns what Rossum logged about requests to hooks in the last seven days, newest first. Pages
   * are fetched when the stream needs them.
   *
   * @param filters parameters of the list, such as {@code hook}, {@code status} and {@code
   *     timestamp_after}; a URL becomes its id
   */
  public Stream<HookLog> logs(Map<String, ?> filters) {
    return api().list(path() + "/logs", filters, HookLog::new);
  }
}
