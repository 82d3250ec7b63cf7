package io.github.rossumext.client;

import io.github.rossumext.internal.help.Access;
import io.github.rossumext.payload.Document;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * Documents: the files of annotations. A method takes the id or the URL of a document. Each call
 * throws a {@link RossumApiException} if it does not succeed. Immutable and thread-safe.
 */
public final class Documents extends Resources<Document> {
  Documents(Api api) {
    super(api, "documents", Access.way(RawJson.class, Document.class));
  }

  /**
   * Copies the file of a document, of any size, and returns how many bytes it has. If the call
   * fails in the middle, you have the first part of the file.
   *
   * @param out where the bytes go; it stays open
   * @throws IOException if {@code out} throws it
   */
  public long download(long id, OutputStream out) throws IOException {
    return Download.copy(api().transport(), path(id, "content"), out);
  }

  /** Copies the file of a document, as {@link #download(long, OutputStream)} does. */
  public long download(ResourceUrl url, OutputStream out) throws IOException {
    return download(id(url), out);
  }

  /**
   * Copies the file of a document into a file, which is there whole or not at all. It replaces one
   * that is there.
   *
   * @throws IOException if the file cannot be written
   */
  public long download(long id, Path file) throws IOException {
    return Download.copy(api().transport(), path(id, "content"), file);
  }

  /** Copies the file of a document into a file, as {@link #download(long, Path)} does. */
  public long download(ResourceUrl url, Path file) throws IOException {
    return download(id(url), file);
  }

  /** Creates a document, and returns it. It has no annotation. */
  public Document create(FileBody file) {
    return create(new Multipart().file("content", file));
  }

  /**
   * Creates a document with metadata, and returns it. It has no annotation.
   *
   * @param metadata your record or map, or {@link RawJson}; at most 4 kB
   */
  public Document create(FileBody file, Object metadata) {
    return create(new Multipart().file("content", file).json("metadata", metadata));
  }

  /** Creates a document that belongs to another, and returns it. It has no annotation. */
  public Document createChild(ResourceUrl parent, FileBody file) {
    id(parent);
    return create(new Multipart().file("content", file).text("parent", parent.uri()));
  }

  /**
   * Creates a document that belongs to another, as {@link #createChild(ResourceUrl, FileBody)}
   * does.
   */
  public Document createChild(long parent, FileBody file) {
    return createChild(url(parent), file);
  }

  private Document create(Multipart body) {
    return view(api().post(path(), body));
  }

  /**
   * Replaces the metadata of a document, and returns the document.
   *
   * @param metadata your record or map, or {@link RawJson}; at most 4 kB
   */
  public Document replaceMetadata(long id, Object metadata) {
    return view(api().send("PATCH", path(id), Map.of("metadata", metadata)));
  }

  /** Replaces the metadata of a document, as {@link #replaceMetadata(long, Object)} does. */
  public Document replaceMetadata(ResourceUrl url, Object metadata) {
    return replaceMetadata(id(url), metadata);
  }

  /**
   * Deletes a document.
   *
   * @throws RossumApiException.Conflict if its annotation has data
   */
  public void delete(long id) {
    api().send("DELETE", path(id), null);
  }

  /** Deletes a document, as {@link #delete(long)} does. */
  public void delete(ResourceUrl url) {
    delete(id(url));
  }
}
