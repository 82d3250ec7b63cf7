package io.github.rossumext.client;

import io.github.rossumext.value.ResourceUrl;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Labels, and which annotations have them. Each call throws a {@link RossumApiException} if it does
 * not succeed. Immutable and thread-safe.
 */
public final class Labels extends EditableResources<Label> {
  Labels(Api api) {
    super(api, "labels", Label::new);
  }

  /** Gives an annotation a label. */
  public void add(long label, long annotation) {
    add(url(label), api().url("annotations", annotation));
  }

  /** Gives an annotation a label. */
  public void add(ResourceUrl label, ResourceUrl annotation) {
    apply(List.of(label), List.of(), List.of(annotation));
  }

  /** Takes a label from an annotation. */
  public void remove(long label, long annotation) {
    remove(url(label), api().url("annotations", annotation));
  }

  /** Takes a label from an annotation. */
  public void remove(ResourceUrl label, ResourceUrl annotation) {
    apply(List.of(), List.of(label), List.of(annotation));
  }

  /**
   * Gives annotations labels, and takes others from them, in one call.
   *
   * @param added labels to give
   * @param removed labels to take
   */
  public void apply(
      Collection<ResourceUrl> added,
      Collection<ResourceUrl> removed,
      Collection<ResourceUrl> annotations) {
    api()
        .send(
            "POST",
            path() + "/apply",
            Map.of(
                "operations", Map.of("add", added, "remove", removed),
                "objects", Map.of("annotations", annotations)));
  }
}
