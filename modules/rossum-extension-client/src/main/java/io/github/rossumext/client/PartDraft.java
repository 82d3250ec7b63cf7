package io.github.rossumext.client;

import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A document to make of pages of another: by {@link Annotations#split}, by {@link
 * Annotations#editPages}, or as one that {@link SuggestedEdits} suggest. It needs at least one
 * page. Mutable and not thread-safe.
 */
public final class PartDraft {
  private static final Set<Integer> ROTATIONS = Set.of(0, 90, 180, 270);
  private static final String VALUES = "edit:";

  private final List<Page> pages = new ArrayList<>();
  private final Map<String, Object> metadata = new LinkedHashMap<>();
  private final Map<String, String> values = new LinkedHashMap<>();
  // The keys that have one reference or text.
  private final Map<String, Object> single = new LinkedHashMap<>();

  private record Page(Object page, int rotation, boolean isDeleted) {}

  private PartDraft() {}

  /** Creates a document of these pages, in this order. */
  public static PartDraft of(ResourceUrl... pages) {
    PartDraft part = new PartDraft();
    for (ResourceUrl page : pages) {
      part.page(page);
    }
    return part;
  }

  private PartDraft add(Object page, int rotation, boolean isDeleted) {
    if (!ROTATIONS.contains(rotation)) {
      throw new IllegalArgumentException(
          "A page is turned by 0, 90, 180 or 270 degrees, but found " + rotation + ".");
    }
    pages.add(new Page(page, rotation, isDeleted));
    return this;
  }

  /** Adds a page. */
  public PartDraft page(long id) {
    return add(id, 0, false);
  }

  /** Adds a page. */
  public PartDraft page(ResourceUrl url) {
    return add(url, 0, false);
  }

  /**
   * Adds a page that is turned.
   *
   * @param rotation degrees clockwise: 0, 90, 180 or 270
   */
  public PartDraft page(long id, int rotation) {
    return add(id, rotation, false);
  }

  /** Adds a page that is turned, as {@link #page(long, int)} does. */
  public PartDraft page(ResourceUrl url, int rotation) {
    return add(url, rotation, false);
  }

  /** Adds a page that is marked as deleted; not for a split. */
  public PartDraft deletedPage(long id) {
    return add(id, 0, true);
  }

  /** Adds a page that is marked as deleted, as {@link #deletedPage(long)} does. */
  public PartDraft deletedPage(ResourceUrl url) {
    return add(url, 0, true);
  }

  /** Changes this child of the parent, instead of making a new annotation; for an edit only. */
  public PartDraft annotation(long id) {
    return set("annotation", id);
  }

  /** Changes this child of the parent, as {@link #annotation(long)} does. */
  public PartDraft annotation(ResourceUrl url) {
    return set("annotation", url);
  }

  /** Sets the queue, instead of the parent's; not for a split. */
  public PartDraft queue(long id) {
    return set("target_queue", id);
  }

  /** Sets the queue, instead of the parent's; not for a split. */
  public PartDraft queue(ResourceUrl url) {
    return set("target_queue", url);
  }

  /** Sets the name of the document; for an edit only. */
  public PartDraft name(String name) {
    return set("document_name", name);
  }

  private PartDraft set(String key, Object value) {
    single.put(key, value);
    return this;
  }

  /**
   * Sets the metadata of the document; not for a suggestion.
   *
   * @param json your record or map, or {@link RawJson}; at most 4 kB
   */
  public PartDraft documentMetadata(Object json) {
    metadata.put("document", Objects.requireNonNull(json, "json"));
    return this;
  }

  /**
   * Sets the metadata of the annotation; not for a suggestion.
   *
   * @param json your record or map, or {@link RawJson}; at most 4 kB
   */
  public PartDraft annotationMetadata(Object json) {
    metadata.put("annotation", Objects.requireNonNull(json, "json"));
    return this;
  }

  /**
   * Sets a value for the fields that ask for it; not for a split.
   *
   * @param id such as {@code edit:document_type}
   */
  public PartDraft value(String id, String value) {
    if (!id.startsWith(VALUES)) {
      throw new IllegalArgumentException("The id must begin with edit:, but was " + id + ".");
    }
    values.put(id, value);
    return this;
  }

  Map<String, Object> ofSplit(Api api) {
    if (pages.stream().anyMatch(Page::isDeleted)) {
      throw new IllegalArgumentException("A split has no deleted pages: leave them out.");
    }
    return body(api, "a split", "pages", "rotation_deg", Set.of("metadata"));
  }

  Map<String, Object> ofEdit(Api api) {
    return body(
        api,
        "an edit",
        "parent_pages",
        "rotation_deg",
        Set.of("annotation", "target_queue", "document_name", "metadata", "values"));
  }

  Map<String, Object> ofSuggestion(Api api) {
    return body(api, "a suggestion", "pages", "rotation", Set.of("target_queue", "values"));
  }

  /** The three calls have other names for the same, and not all of it. */
  private Map<String, Object> body(
      Api api, String whole, String pagesKey, String rotationKey, Set<String> allowed) {
    if (pages.isEmpty()) {
      throw new IllegalArgumentException("A part of " + whole + " needs at least one page.");
    }
    Map<String, Object> body = new LinkedHashMap<>();
    if (single.containsKey("annotation")) {
      body.put("annotation", api.reference("annotations", single.get("annotation")));
    }
    if (single.containsKey("target_queue")) {
      body.put("target_queue", api.reference("queues", single.get("target_queue")));
    }
    if (single.containsKey("document_name")) {
      body.put("document_name", single.get("document_name"));
    }
    if (!metadata.isEmpty()) {
      body.put("metadata", metadata);
    }
    if (!values.isEmpty()) {
      body.put("values", values);
    }
    for (String key : body.keySet()) {
      if (!allowed.contains(key)) {
        throw new IllegalArgumentException("A part of " + whole + " cannot have " + key + ".");
      }
    }
    body.put(pagesKey, pages.stream().map(page -> json(api, page, rotationKey)).toList());
    return body;
  }

  private static Map<String, Object> json(Api api, Page page, String rotationKey) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("page", api.reference("pages", page.page()));
    json.put(rotationKey, page.rotation());
    if (page.isDeleted()) {
      json.put("deleted", true);
    }
    return json;
  }
}
