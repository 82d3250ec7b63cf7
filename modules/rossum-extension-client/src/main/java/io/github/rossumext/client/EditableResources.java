package io.github.rossumext.client;

import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.function.Function;

/**
 * Objects of one kind, to read, create, change and delete. Immutable and thread-safe.
 *
 * @param <T> the view of one object
 */
public class EditableResources<T extends JsonView> extends Resources<T> {
  EditableResources(Api api, String type, Function<RawJson, T> view) {
    super(api, type, view);
  }

  /**
   * Creates an object, and returns it.
   *
   * @param body your record or map, or {@link RawJson}; references are URLs, see {@link
   *     RossumClient#url}
   * @throws BindingException if the body cannot be written as JSON
   */
  public final T create(Object body) {
    return view(api().send("POST", path(), body));
  }

  /**
   * Changes the keys of an object that the body has, and returns the object. Rossum may leave keys
   * out of this response that {@link #get} has.
   *
   * @param body as in {@link #create}
   */
  public final T patch(long id, Object body) {
    return view(api().send("PATCH", path(id), body));
  }

  /** Changes the keys of an object that the body has, as {@link #patch(long, Object)} does. */
  public final T patch(ResourceUrl url, Object body) {
    return patch(id(url), body);
  }

  /**
   * Deletes an object.
   *
   * @throws RossumApiException.Conflict if something needs it
   */
  public void delete(long id) {
    api().send("DELETE", path(id), null);
  }

  /** Deletes an object, as {@link #delete(long)} does. */
  public final void delete(ResourceUrl url) {
    delete(id(url));
  }
}
