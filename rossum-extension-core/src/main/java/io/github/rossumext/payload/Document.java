package io.github.rossumext.payload;

import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** The file that an annotation was made of (protocol §3.3). Immutable and thread-safe. */
public final class Document extends JsonView {
  Document(RawJson raw) {
    super(raw);
  }

  /** The number of the document. */
  public OptionalLong id() {
    return number("id");
  }

  /** Its URL. */
  public Optional<ResourceUrl> url() {
    return url("url");
  }

  /** Its name in Rossum's store. */
  public Optional<String> s3Name() {
    return text("s3_name");
  }

  /** The document that it was cut from. */
  public Optional<ResourceUrl> parent() {
    return url("parent");
  }

  /** The e-mail that it came with. */
  public Optional<ResourceUrl> email() {
    return url("email");
  }

  /** Its media type. */
  public Optional<String> mimeType() {
    return text("mime_type");
  }

  /** The user who created it. */
  public Optional<ResourceUrl> creator() {
    return url("creator");
  }

  /** When it was created. */
  public Optional<Instant> createdAt() {
    return instant("created_at");
  }

  /** When it arrived. */
  public Optional<Instant> arrivedAt() {
    return instant("arrived_at");
  }

  /** The name of the file as it was sent. */
  public Optional<String> originalFileName() {
    return text("original_file_name");
  }

  /** The URL of the file itself. */
  public Optional<ResourceUrl> content() {
    return url("content");
  }

  /** The status of an attachment. */
  public Optional<String> attachmentStatus() {
    return text("attachment_status");
  }

  /** The metadata that API clients keep with it. */
  public Optional<RawJson> metadata() {
    return json("metadata");
  }
}
