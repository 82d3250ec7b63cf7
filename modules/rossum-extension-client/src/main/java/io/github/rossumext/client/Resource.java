package io.github.rossumext.client;

import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An object that Rossum's API returned. Each documented key has an accessor; for any other, call
 * {@link #find(String)}. Immutable and thread-safe.
 */
public abstract class Resource extends JsonView {
  Resource(RawJson raw) {
    super(raw);
  }

  /** Returns its id. */
  public final OptionalLong id() {
    return id("id");
  }

  /** Returns its URL. */
  public final Optional<ResourceUrl> url() {
    return url("url");
  }
}
