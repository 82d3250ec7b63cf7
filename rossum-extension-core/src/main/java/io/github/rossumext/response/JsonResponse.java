package io.github.rossumext.response;

import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.json.JsonWriter;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.RawJson;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Function;

/**
 * A response of any JSON, to {@code invocation.manual} or to an event that this library does not
 * know. Rossum forwards the response to {@code invocation.manual} to the caller. Immutable and
 * thread-safe.
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
   * Returns a response of this JSON, byte for byte. The only exceptions are characters that Rossum
   * cannot store: NUL is left out, and half of a surrogate pair becomes U+FFFD. To return what the
   * caller sent, pass {@code arguments()}. Do not pass the {@code raw()} JSON of a payload, which
   * also holds the secrets of the hook.
   */
  public static JsonResponse of(RawJson json) {
    return new JsonResponse(json);
  }

  /**
   * Returns a response of your record, map, list or scalar as JSON. The components of records get
   * names in snake_case. Dates and times become ISO texts, numbers plain decimals, and an empty
   * {@code Optional} null.
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
