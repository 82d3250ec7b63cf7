package io.github.rossumext.response;

import io.github.rossumext.internal.access.Access;
import io.github.rossumext.internal.json.JsonWriter;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.RawJson;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Function;

/**
 * Any JSON: the response to {@code invocation.manual}, which Rossum forwards to the caller, and to
 * events that this library does not know. Immutable and thread-safe.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#responses-to-other-events">The
 *     protocol: responses to other events</a>
 */
public final class JsonResponse extends HookResponse {
  private static final JsonResponse EMPTY = new JsonResponse(RawJson.EMPTY_OBJECT);
  private static final Function<Object, RawJson> JSON = Access.way(Object.class, RawJson.class);

  private final RawJson json;

  private JsonResponse(RawJson json) {
    this.json = Objects.requireNonNull(json, "json");
  }

  /** Returns the response <code>{}</code>. */
  public static JsonResponse empty() {
    return EMPTY;
  }

  /**
   * Returns this JSON, byte for byte. The {@code raw()} JSON of a payload holds the secrets of the
   * hook: respond with {@code arguments()}, if you respond with the payload.
   */
  public static JsonResponse of(RawJson json) {
    return new JsonResponse(json);
  }

  /**
   * Returns your record, map, list or scalar as JSON, with the components of records in snake_case:
   * dates and times are ISO texts, numbers are plain, an empty {@code Optional} is null.
   *
   * @throws BindingException if it cannot be written as JSON, or holds a payload or {@code Secret};
   *     the message names the path
   */
  public static JsonResponse of(Object value) {
    return new JsonResponse(JSON.apply(value));
  }

  /** Returns the JSON of the response. */
  public RawJson json() {
    return json;
  }

  @Override
  void write(JsonWriter writer) throws IOException {
    writer.raw(json.text());
  }

  @Override
  public String toString() {
    return "JsonResponse[" + json + "]";
  }
}
