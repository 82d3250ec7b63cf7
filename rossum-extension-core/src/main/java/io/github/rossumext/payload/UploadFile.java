package io.github.rossumext.payload;

import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file of an upload. Immutable and thread-safe. */
public final class UploadFile extends JsonView {
  UploadFile(RawJson raw) {
    super(raw);
  }

  /** Returns the document that was made of it, which the response names. */
  public Optional<ResourceUrl> document() {
    return url("document");
  }

  /**
   * Returns whether Rossum does not import it ({@code prevent_importing}), as things are: for
   * example because of the response of an earlier hook.
   */
  public boolean isImportPrevented() {
    return flag("prevent_importing");
  }

  /**
   * Returns whether its import fails so far ({@code failed_import}), for example because the
   * response of an earlier hook says so. Then its annotation gets the status {@code failed_import},
   * whether {@link #isImportPrevented()} or not. Rossum sends the key since 2026.
   */
  public boolean isImportFailed() {
    return flag("failed_import");
  }

  /**
   * Returns the values of the file by their ids, such as {@code upload:cost_center}, in their
   * order. For a null value, returns {@code ""}.
   */
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    for (RawJson value : json("values").map(RawJson::elements).orElse(List.of())) {
      value
          .find("id")
          .flatMap(RawJson::scalar)
          .ifPresent(id -> values.put(id, value.find("value").flatMap(RawJson::scalar).orElse("")));
    }
    return Collections.unmodifiableMap(values);
  }

  /** Returns the queue that it is uploaded to. */
  public Optional<ResourceUrl> queue() {
    return url("queue");
  }

  /** Returns the annotation that was made of it; empty if Rossum has not made one yet. */
  public Optional<ResourceUrl> annotation() {
    return url("annotation");
  }
}
