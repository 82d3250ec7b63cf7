package io.github.rossumext.client;

import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.value.ResourceUrl;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The filter of a list of annotations. An annotation must pass all that is set. Mutable and not
 * thread-safe: use it in the call that got it.
 */
public final class AnnotationQuery {
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  AnnotationQuery() {}

  Map<String, ?> parameters() {
    return parameters;
  }

  /** Keeps annotations with one of these statuses. */
  public AnnotationQuery status(AnnotationStatus... statuses) {
    return where("status", List.of(statuses));
  }

  /** Keeps annotations of these queues. */
  public AnnotationQuery queue(long... ids) {
    return where("queue", Arrays.stream(ids).boxed().toList());
  }

  /** Keeps annotations of these queues. */
  public AnnotationQuery queue(ResourceUrl... urls) {
    return where("queue", List.of(urls));
  }

  /** Keeps annotations with one of these ids. */
  public AnnotationQuery id(long... ids) {
    return where("id", Arrays.stream(ids).boxed().toList());
  }

  /** Keeps annotations with one of these URLs. */
  public AnnotationQuery id(ResourceUrl... urls) {
    return where("id", List.of(urls));
  }

  /** Keeps annotations of this document. */
  public AnnotationQuery document(long id) {
    return where("document", id);
  }

  /** Keeps annotations of this document. */
  public AnnotationQuery document(ResourceUrl url) {
    return where("document", url);
  }

  /** Keeps annotations with one of these labels. */
  public AnnotationQuery labels(long... ids) {
    return where("labels", Arrays.stream(ids).boxed().toList());
  }

  /** Keeps annotations with one of these labels. */
  public AnnotationQuery labels(ResourceUrl... urls) {
    return where("labels", List.of(urls));
  }

  /** Keeps annotations that went through without a user, or the others. */
  public AnnotationQuery automated(boolean isAutomated) {
    return where("automated", isAutomated);
  }

  /**
   * Keeps annotations to which something happened after a time.
   *
   * @param date what happened, such as {@code exported_at}
   */
  public AnnotationQuery after(String date, Instant time) {
    return where(date + "_after", time);
  }

  /**
   * Keeps annotations to which something happened before a time.
   *
   * @param date what happened, such as {@code exported_at}
   */
  public AnnotationQuery before(String date, Instant time) {
    return where(date + "_before", time);
  }

  /** Keeps annotations that have this text, of at most 256 characters, in a field. */
  public AnnotationQuery search(String text) {
    return where("search", text);
  }

  /**
   * Sets any parameter of the list, such as {@code relations__key}.
   *
   * @param value a text, number, boolean, time or URL, or a list of them
   */
  public AnnotationQuery where(String parameter, Object value) {
    parameters.put(parameter, value);
    return this;
  }

  /** Sorts by these keys; one with a minus before it the other way round. */
  public AnnotationQuery orderBy(String... keys) {
    return where("ordering", List.of(keys));
  }

  /** Fetches this many at a time, instead of 100, which is the most. */
  public AnnotationQuery pageSize(int size) {
    return where("page_size", size);
  }
}
