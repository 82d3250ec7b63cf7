package io.github.rossumext.client;

import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An e-mail that Rossum received or sent. Immutable and thread-safe. */
public final class Email extends Resource {
  Email(RawJson raw) {
    super(raw);
  }

  /** Returns its subject. */
  public Optional<String> subject() {
    return text("subject");
  }

  /** Returns its kind, such as {@code incoming} or {@code outgoing}. */
  public Optional<String> type() {
    return text("type");
  }

  /** Returns the queue that it belongs to. */
  public Optional<ResourceUrl> queue() {
    return url("queue");
  }

  /** Returns the e-mail that it replies to. */
  public Optional<ResourceUrl> parent() {
    return url("parent");
  }

  /** Returns when it was created. */
  public Optional<Instant> createdAt() {
    return instant("created_at");
  }

  /** Returns the documents of its files. */
  public List<ResourceUrl> documents() {
    return urls("documents");
  }

  /** Returns the annotations that it is about. */
  public List<ResourceUrl> relatedAnnotations() {
    return urls("related_annotations");
  }
}
