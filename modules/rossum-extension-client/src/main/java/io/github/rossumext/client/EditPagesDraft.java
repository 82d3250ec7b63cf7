package io.github.rossumext.client;

import io.github.rossumext.value.ResourceUrl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What happens to a parent annotation and to the annotations that were split off it. Mutable and
 * not thread-safe.
 *
 * {@snippet class="io.github.rossumext.snippets.ClientSnippetsTest" region="edit-pages"}
 *
 * @see Annotations#editPages(long, EditPagesDraft)
 */
public final class EditPagesDraft {
  private final List<PartDraft> parts = new ArrayList<>();
  private final List<Move> moves = new ArrayList<>();
  private final List<Object> deleted = new ArrayList<>();
  private final List<Object> stopped = new ArrayList<>();
  private final Map<String, Object> others = new LinkedHashMap<>();

  private record Move(Object annotation, Object queue) {}

  private EditPagesDraft() {}

  /** Creates an edit that does nothing yet. */
  public static EditPagesDraft create() {
    return new EditPagesDraft();
  }

  /**
   * Makes an annotation of pages, or changes the {@linkplain PartDraft#annotation one} it names.
   */
  public EditPagesDraft part(PartDraft part) {
    parts.add(part);
    return this;
  }

  /** Moves a child into a queue. */
  public EditPagesDraft move(long annotation, long targetQueue) {
    moves.add(new Move(annotation, targetQueue));
    return this;
  }

  /** Moves a child into a queue. */
  public EditPagesDraft move(ResourceUrl annotation, ResourceUrl targetQueue) {
    moves.add(new Move(annotation, targetQueue));
    return this;
  }

  /** Deletes a child. */
  public EditPagesDraft delete(long annotation) {
    deleted.add(annotation);
    return this;
  }

  /** Deletes a child. */
  public EditPagesDraft delete(ResourceUrl annotation) {
    deleted.add(annotation);
    return this;
  }

  /** Closes a child that the owner of the token has open. */
  public EditPagesDraft stopReviewing(long annotation) {
    stopped.add(annotation);
    return this;
  }

  /** Closes a child that the owner of the token has open. */
  public EditPagesDraft stopReviewing(ResourceUrl annotation) {
    stopped.add(annotation);
    return this;
  }

  /** Sets whether the parent is closed afterwards. Without this call, Rossum decides. */
  public EditPagesDraft stopParent(boolean isStopped) {
    others.put("stop_parent", isStopped);
    return this;
  }

  /**
   * Says who edits.
   *
   * @param source such as {@code automation}
   */
  public EditPagesDraft dataSource(String source) {
    others.put("edit_data_source", source);
    return this;
  }

  /** The body; ids become URLs. */
  Map<String, Object> body(Api api) {
    Map<String, Object> body = new LinkedHashMap<>();
    if (!deleted.isEmpty()) {
      body.put("delete", api.references("annotations", deleted));
    }
    if (!moves.isEmpty()) {
      body.put("move", moves.stream().map(move -> json(api, move)).toList());
    }
    if (!parts.isEmpty()) {
      body.put("edit", parts.stream().map(part -> part.ofEdit(api)).toList());
    }
    if (!stopped.isEmpty()) {
      body.put("stop_reviewing", api.references("annotations", stopped));
    }
    body.putAll(others);
    return body;
  }

  private static Map<String, Object> json(Api api, Move move) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("annotation", api.reference("annotations", move.annotation()));
    json.put("target_queue", api.reference("queues", move.queue()));
    return json;
  }
}
