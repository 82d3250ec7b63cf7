package io.github.rossumext.payload;

import io.github.rossumext.content.DatapointTree;
import io.github.rossumext.value.RawJson;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code annotation_content}: extraction finished, a user changed data, confirms, or the annotation
 * is being exported (protocol §1, §3). Immutable and thread-safe.
 */
public final class ContentPayload extends HookPayload {
  private final DatapointTree content;
  private final long[] updatedDatapoints;

  ContentPayload(PayloadReader reader) {
    super(reader);
    this.content = reader.tree();
    this.updatedDatapoints = reader.ids("updated_datapoints");
  }

  /** The annotation; of its keys, only {@code content} is always there. */
  public Annotation annotation() {
    return new Annotation(json("annotation").orElse(RawJson.EMPTY_OBJECT));
  }

  /** The document; absent in payloads of 2020. */
  public Optional<Document> document() {
    return json("document").filter(RawJson::isObject).map(Document::new);
  }

  /** The datapoint tree of the annotation. */
  public DatapointTree content() {
    return content;
  }

  /** The ids of the nodes that were changed since the last call, or of the clicked button. */
  public List<Long> updatedDatapoints() {
    return Arrays.stream(updatedDatapoints).boxed().toList();
  }

  /** Whether the node with this id was changed since the last call, or is the clicked button. */
  public boolean isUpdated(long id) {
    for (long updated : updatedDatapoints) {
      if (updated == id) {
        return true;
      }
    }
    return false;
  }
}
