package io.github.rossumext.client;

import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Files that were uploaded together. Immutable and thread-safe. */
public final class Upload extends Resource {
  Upload(RawJson raw) {
    super(raw);
  }

  /** Returns the queue that they went to. */
  public Optional<ResourceUrl> queue() {
    return url("queue");
  }

  /** Returns the e-mail that they came with. */
  public Optional<ResourceUrl> email() {
    return url("email");
  }

  /** Returns the user who uploaded them. */
  public Optional<ResourceUrl> creator() {
    return url("creator");
  }

  /** Returns when they were uploaded. */
  public Optional<Instant> createdAt() {
    return instant("created_at");
  }

  /** Returns the documents of the files. */
  public List<ResourceUrl> documents() {
    return urls("documents");
  }

  /** Returns documents that extensions added. */
  public List<ResourceUrl> additionalDocuments() {
    return urls("additional_documents");
  }

  /** Returns the annotations of the documents. */
  public List<ResourceUrl> annotations() {
    return urls("annotations");
  }
}
