package io.github.rossumext.client;

import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.Optional;

/** An annotation that was cut out of another, and its document. Immutable and thread-safe. */
public final class NewAnnotation extends JsonView {
  NewAnnotation(RawJson raw) {
    super(raw);
  }

  /** Returns the annotation. */
  public Optional<ResourceUrl> annotation() {
    return url("annotation");
  }

  /** Returns its document. */
  public Optional<ResourceUrl> document() {
    return url("document");
  }
}
