package io.github.rossumext.client;

import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.List;
import java.util.Optional;

/** A relation between annotations. Immutable and thread-safe. */
public final class Relation extends Resource {
  Relation(RawJson raw) {
    super(raw);
  }

  /** Returns its kind: {@code edit}, {@code attachment} or {@code duplicate}. */
  public Optional<String> type() {
    return text("type");
  }

  /** Returns its key; of duplicates, it is the MD5 hash of the file. */
  public Optional<String> key() {
    return text("key");
  }

  /** Returns the annotation that the others come from. */
  public Optional<ResourceUrl> parent() {
    return url("parent");
  }

  /** Returns the annotations. */
  public List<ResourceUrl> annotations() {
    return urls("annotations");
  }
}
