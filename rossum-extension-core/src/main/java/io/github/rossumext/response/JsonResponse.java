package io.github.rossumext.response;

import io.github.rossumext.internal.access.Access;
import io.github.rossumext.internal.json.JsonWriter;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.RawJson;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Function;

/**
 * Any JSON: the answer to {@code invocation.manual}, which Rossum forwards to the caller, and to
 * events that this library does not know (protocol §4.2). Immutable and thread-safe.
 */
public final class JsonResponse extends HookResponse {
  private static final JsonResponse EMPTY = new JsonResponse(RawJson.EMPTY_OBJECT);
  private static final Function<Object, RawJson> JSON = Access.way(Object.class, RawJson.class);

  private final RawJson json;

  private JsonResponse(RawJson json) {
    this.json = Objects.requireNonNull(json, "json");
  }

  /** The answer <code>{}</code>. */
  public static JsonResponse empty() {
    return EMPTY;
  }

  /**
   * This JSON, byte for byte. Of a payload, {@code raw()} holds the secrets of the hook: answer
   * with {@code arguments()}, if at all.
   */
  public static JsonResponse of(RawJson json) {
    return new JsonResponse(json);
  }

  /**
   * A record, map, list or scalar of the author's, with the components of records in snake_case:
   * dates and times as ISO texts, numbers plain, an empty {@code Optional} as null.
   *
   * @throws BindingException if it cannot be written as JSON, or holds a payload or {@code Secret};
   *     the message names the path
   */
  public static JsonResponse of(Object value) {
    return new JsonResponse(JSON.apply(value));
  }

  /** The JSON of the answer. */
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
