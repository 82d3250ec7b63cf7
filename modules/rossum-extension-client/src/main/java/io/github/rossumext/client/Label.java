package io.github.rossumext.client;

import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.Optional;

/** A label that annotations can have. Immutable and thread-safe. */
public final class Label extends Resource {
  Label(RawJson raw) {
    super(raw);
  }

  /** Returns its name. */
  public Optional<String> name() {
    return text("name");
  }

  /** Returns its colour, such as {@code #FF5733}. */
  public Optional<String> color() {
    return text("color");
  }

  /** Returns the organisation that it belongs to. */
  public Optional<ResourceUrl> organization() {
    return url("organization");
  }
}
