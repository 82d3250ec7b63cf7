package io.github.rossumext.payload;

import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.List;
import java.util.Optional;

/**
 * The payload of {@code upload.created}: an upload was created through the API or by e-mail.
 * Immutable and thread-safe.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#e-mails-uploads-invocations">The
 *     protocol: e-mails, uploads, invocations</a>
 */
public final class UploadPayload extends HookPayload {
  UploadPayload(PayloadReader reader) {
    super(reader);
  }

  /** Returns the files of the upload, in their order. */
  public List<UploadFile> files() {
    return objects("files").stream().map(UploadFile::new).toList();
  }

  /** Returns the documents that were made of the files. */
  public List<Document> documents() {
    return objects("documents").stream().map(Document::new).toList();
  }

  private List<RawJson> objects(String key) {
    return json(key).map(RawJson::elements).orElse(List.of()).stream()
        .filter(RawJson::isObject)
        .toList();
  }

  /**
   * Returns the document of a file, which has the file's name and media type; empty if the payload
   * does not have it.
   */
  public Optional<Document> documentOf(UploadFile file) {
    return file.document()
        .flatMap(url -> documents().stream().filter(document -> is(document, url)).findFirst());
  }

  // The host of a URL may be another one, the id is the same.
  private static boolean is(Document document, ResourceUrl url) {
    return document.url().filter(url::equals).isPresent()
        || (document.id().isPresent() && document.id().equals(url.id()));
  }

  /** Returns the metadata that the client gave to the upload. */
  public Optional<RawJson> metadata() {
    return json("metadata");
  }

  /** Returns the e-mail that it came with; empty for an upload through the API. */
  public Optional<ResourceUrl> email() {
    return url("email");
  }

  /**
   * Returns the URL of the upload. If the upload came as an object, {@code find("upload")} has the
   * rest of it.
   */
  public Optional<ResourceUrl> upload() {
    Optional<RawJson> upload = json("upload");
    return upload
        .flatMap(value -> value.find("url"))
        .or(() -> upload)
        .flatMap(RawJson::scalar)
        .filter(url -> !url.isEmpty())
        .map(ResourceUrl::new);
  }
}
