package io.github.rossumext.testkit;

import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.payload.HookAction.INITIALIZE;
import static io.github.rossumext.payload.HookAction.UPDATED;
import static io.github.rossumext.payload.HookAction.USER_UPDATE;

import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Node;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.value.RawJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of Rossum's to test with: as bytes, as JSON text or as a typed payload. The methods that
 * change it give a new fixture. Immutable and thread-safe.
 *
 * @see Fixtures
 */
public final class Fixture {
  private final String name;
  private final byte[] body;

  Fixture(String name, byte[] body) {
    this.name = name;
    this.body = body;
  }

  /** What it is about, such as {@code invoice}. */
  public String name() {
    return name;
  }

  /** The body of the request, in UTF-8. A copy. */
  public byte[] bytes() {
    return body.clone();
  }

  /** The body of the request as text. */
  public String json() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The payload. */
  public HookPayload payload() {
    return HookPayload.parse(body);
  }

  /**
   * The payload as the type of its event.
   *
   * @throws IllegalArgumentException if it is a call of another event
   */
  public <P extends HookPayload> P payload(Class<P> type) {
    HookPayload payload = payload();
    if (!type.isInstance(payload)) {
      throw new IllegalArgumentException(
          this
              + " has a payload of type "
              + payload.getClass().getSimpleName()
              + ", not "
              + type.getSimpleName()
              + ".");
    }
    return type.cast(payload);
  }

  /**
   * The same document at another action of {@code annotation_content}, with the status that its
   * annotation then has.
   *
   * @param action the action
   * @param updatedDatapoints the ids of the nodes that the user changed; Rossum always sends some
   *     with {@code updated}, perhaps some with {@code user_update}, and otherwise none unless
   *     another extension ran before (protocol §3.1)
   * @throws IllegalArgumentException if this is another event, the document has no node with one of
   *     the ids, or {@code updated} comes without any
   */
  public Fixture with(HookAction action, long... updatedDatapoints) {
    ContentPayload payload = payload(ContentPayload.class);
    for (long id : updatedDatapoints) {
      if (payload.content().byId(id).isEmpty()) {
        throw new IllegalArgumentException(this + " has no node " + id + ".");
      }
    }
    if (action.equals(UPDATED) && updatedDatapoints.length == 0) {
      throw new IllegalArgumentException(
          "Rossum sends updated with the ids that were changed: name one, or call edited(…).");
    }
    Map<String, @Nullable Object> annotation = members(payload.annotation().raw());
    annotation.put("status", status(action).value());
    annotation.put("previous_status", previousStatus(action).value());
    Map<String, @Nullable Object> call = members(payload.raw());
    call.put("action", action.value());
    call.put("updated_datapoints", updatedDatapoints);
    call.put("annotation", annotation);
    return new Fixture(name, RawJson.ofValue(call).text().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The same document at {@code annotation_content.updated}, after a user edited these fields.
   *
   * @param schemaIds the schema ids of the fields, each of which the document has once; for a cell
   *     of a table, call {@link #with} with the cell's id
   * @throws IllegalArgumentException if the document has no such field or several
   */
  public Fixture edited(String... schemaIds) {
    long[] ids = new long[schemaIds.length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = only(schemaIds[i]).id();
    }
    return with(UPDATED, ids);
  }

  /**
   * The same document at {@code annotation_content.user_update}, after a user clicked this button.
   *
   * @param schemaId the schema id of the button, which the document has once; for a button in a
   *     row, call {@link #with} with the button's id
   * @throws IllegalArgumentException if the document has no such button or several
   */
  public Fixture clicked(String schemaId) {
    if (!(only(schemaId) instanceof Datapoint button) || !button.isButton()) {
      throw new IllegalArgumentException(schemaId + " is no button.");
    }
    return with(USER_UPDATE, button.id());
  }

  private Node only(String schemaId) {
    List<Node> nodes = payload(ContentPayload.class).content().bySchemaId(schemaId);
    if (nodes.size() != 1) {
      throw new IllegalArgumentException(
          nodes.isEmpty()
              ? this + " has no " + schemaId + "."
              : this + " has " + nodes.size() + " of " + schemaId + ": name its id instead.");
    }
    return nodes.get(0);
  }

  private static AnnotationStatus status(HookAction action) {
    if (action.equals(INITIALIZE)) {
      return AnnotationStatus.IMPORTING;
    }
    return action.equals(EXPORT) ? AnnotationStatus.EXPORTING : AnnotationStatus.REVIEWING;
  }

  private static AnnotationStatus previousStatus(HookAction action) {
    if (action.equals(INITIALIZE)) {
      return AnnotationStatus.CREATED;
    }
    return action.equals(EXPORT) ? AnnotationStatus.REVIEWING : AnnotationStatus.TO_REVIEW;
  }

  private static Map<String, @Nullable Object> members(RawJson object) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (String key : object.keys()) {
      RawJson value = object.find(key).orElseThrow();
      members.put(key, value.isNull() ? null : value.as(Object.class));
    }
    return members;
  }

  /** What it is about and what happened, such as {@code invoice, annotation_content.started}. */
  @Override
  public String toString() {
    return name + ", " + payload().eventAndAction();
  }
}
