package io.github.rossumext.client;

import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.List;
import java.util.Optional;

/** A suggestion to split a document or to turn its pages. Immutable and thread-safe. */
public final class SuggestedEdit extends Resource {
  SuggestedEdit(RawJson raw) {
    super(raw);
  }

  /** Returns the annotation. */
  public Optional<ResourceUrl> annotation() {
    return url("annotation");
  }

  /** Returns the suggested documents, each with its {@code pages}. */
  public List<RawJson> documents() {
    return json("documents").map(RawJson::elements).orElse(List.of());
  }
}
