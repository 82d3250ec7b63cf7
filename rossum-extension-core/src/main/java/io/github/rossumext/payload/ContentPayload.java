package io.github.rossumext.payload;

import io.github.rossumext.content.DatapointTree;
import java.util.Arrays;
import java.util.List;

/**
 * The payload of {@code annotation_content}: the extraction finished, a user opened, changed or
 * confirms the document, or Rossum exports it. Immutable and thread-safe.
 */
public final class ContentPayload extends AnnotationPayload {
  private final DatapointTree content;
  private final long[] updatedDatapoints;
  // After a user filled a table, a rule asks about as many cells as there are ids.
  private final long[] sortedUpdatedDatapoints;

  ContentPayload(PayloadReader reader) {
    super(reader);
    this.content = reader.tree();
    this.updatedDatapoints = reader.ids("updated_datapoints");
    this.sortedUpdatedDatapoints = updatedDatapoints.clone();
    Arrays.sort(sortedUpdatedDatapoints);
  }

  /** Returns the datapoint tree of the annotation. */
  public DatapointTree content() {
    return content;
  }

  /**
   * Returns the ids of the nodes that changed since the last request, or of the clicked button, in
   * the order in which they came.
   */
  public List<Long> updatedDatapoints() {
    return Arrays.stream(updatedDatapoints).boxed().toList();
  }

  /**
   * Returns whether the node with this id changed since the last request, or is the clicked button.
   */
  public boolean isUpdated(long id) {
    return Arrays.binarySearch(sortedUpdatedDatapoints, id) >= 0;
  }
}
