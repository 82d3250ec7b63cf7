package io.github.rossumext.client;

import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Objects of one kind, to read. Each call throws a {@link RossumApiException} if it does not
 * succeed. Immutable and thread-safe.
 *
 * @param <T> the view of one object
 */
public class Resources<T extends JsonView> {
  private final Api api;
  private final String type;
  private final Function<RawJson, T> view;

  Resources(Api api, String type, Function<RawJson, T> view) {
    this.api = api;
    this.type = type;
    this.view = view;
  }

  final Api api() {
    return api;
  }

  final T view(RawJson json) {
    return view.apply(json);
  }

  /** The path of all objects. */
  final String path() {
    return "/v1/" + type;
  }

  /** The path of one object, or of what is below it. */
  final String path(long id, String... below) {
    String path = path() + "/" + id;
    return below.length == 0 ? path : path + "/" + String.join("/", below);
  }

  /** The id in a URL of this kind; any other URL is refused. */
  final long id(ResourceUrl url) {
    return api.id(type, url);
  }

  /** The URL of an object with this id. */
  final ResourceUrl url(long id) {
    return api.url(type, id);
  }

  /**
   * Returns the object with this id.
   *
   * @throws RossumApiException.NotFound if there is none, or the owner of the token may not see it
   */
  public final T get(long id) {
    return view(api.get(path(id)));
  }

  /** Returns the object with this URL, as {@link #get(long)} does. */
  public final T get(ResourceUrl url) {
    return get(id(url));
  }

  /** Returns all objects. Pages are fetched when the stream needs them. */
  public final Stream<T> list() {
    return list(Map.of());
  }

  /**
   * Returns the objects that pass these filters. Pages are fetched when the stream needs them.
   *
   * @param filters parameters of the list, such as {@code name}; the values of a list are joined by
   *     commas, and a URL becomes its id
   */
  public final Stream<T> list(Map<String, ?> filters) {
    return api.list(path(), filters, view);
  }
}
