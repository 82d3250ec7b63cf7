package io.github.rossumext.payload;

import io.github.rossumext.internal.help.Access;
import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The file that an annotation was made of. Immutable and thread-safe.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#the-document">The
 *     protocol: the document</a>
 */
public final class Document extends JsonView {
  static {
    Access.open(RawJson.class, Document.class, Document::new);
  }

  Document(RawJson raw) {
    super(raw);
  }

  /** Returns the id of the document. */
  public OptionalLong id() {
    return id("id");
  }

  /** Returns its URL. */
  public Optional<ResourceUrl> url() {
    return url("url");
  }

  /** Returns its name in Rossum's store. */
  public Optional<String> s3Name() {
    return text("s3_name");
  }

  /** Returns the document that it was cut from. */
  public Optional<ResourceUrl> parent() {
    return url("parent");
  }

  /** Returns the e-mail that it came with. */
  public Optional<ResourceUrl> email() {
    return url("email");
  }

  /** Returns its media type. */
  public Optional<String> mimeType() {
    return text("mime_type");
  }

  /** Returns the user who created it. */
  public Optional<ResourceUrl> creator() {
    return url("creator");
  }

  /** Returns when it was created. */
  public Optional<Instant> createdAt() {
    return instant("created_at");
  }

  /** Returns when it arrived. */
  public Optional<Instant> arrivedAt() {
    return instant("arrived_at");
  }

  /** Returns the name of the file as it was sent. */
  public Optional<String> originalFileName() {
    return text("original_file_name");
  }

  /** Returns the URL of the file itself. */
  public Optional<ResourceUrl> content() {
    return url("content");
  }

  /** Returns the status of an attachment. */
  public Optional<String> attachmentStatus() {
    return text("attachment_status");
  }

  /** Returns the metadata that API clients keep with it. */
  public Optional<RawJson> metadata() {
    return json("metadata");
  }
}
