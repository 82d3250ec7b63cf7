package io.github.rossumext.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;

/**
 * A builder of a new upload, which came through the API unless you call {@link #byEmail()}. {@link
 * #value}, {@link #importPrevented()} and {@link #importFailed()} change the last file. The same
 * calls give the same bytes. Not thread-safe; the fixtures are.
 *
 * {@snippet class="io.github.rossumext.snippets.DocumentSnippetsTest" region="upload-builder"}
 */
public final class UploadBuilder {
  private static final long FIRST_DOCUMENT = 4_402_200_201L;

  private final ObjectNode request = RequestTemplate.about("upload", "created");
  private final ArrayNode files;
  private final ArrayNode documents;
  private final ObjectNode metadata;

  private UploadBuilder() {
    request.putNull("email").put("upload", RequestTemplate.url("uploads", 551_200));
    metadata = request.putObject("metadata");
    files = request.putArray("files");
    documents = request.putArray("documents");
  }

  /** Creates an upload without files. */
  public static UploadBuilder create() {
    return new UploadBuilder();
  }

  /** Sets that the upload came by e-mail. */
  public UploadBuilder byEmail() {
    request.put("email", RequestTemplate.url("emails", 880_500));
    return this;
  }

  /** Adds metadata of the client. */
  public UploadBuilder metadata(String key, String value) {
    metadata.put(key, value);
    return this;
  }

  /** Adds a PDF. */
  public UploadBuilder pdf(String filename) {
    return file(filename, "application/pdf");
  }

  /** Adds a file and its document. */
  public UploadBuilder file(String filename, String mimeType) {
    long id = FIRST_DOCUMENT + files.size();
    ObjectNode file = files.addObject();
    file.put("document", RequestTemplate.url("documents", id)).put("prevent_importing", false);
    file.put("failed_import", false);
    file.putArray("values");
    file.put("queue", RequestTemplate.QUEUE).putNull("annotation");
    documents.add(RequestTemplate.document(id, filename, mimeType));
    return this;
  }

  /** Adds a value to the last file, such as {@code upload:cost_center}. */
  public UploadBuilder value(String id, String value) {
    ((ArrayNode) last().get("values")).addObject().put("id", id).put("value", value);
    return this;
  }

  /** Sets that the last file is not to be imported. */
  public UploadBuilder importPrevented() {
    last().put("prevent_importing", true);
    return this;
  }

  /** Sets that the import of the last file fails. */
  public UploadBuilder importFailed() {
    last().put("failed_import", true);
    return this;
  }

  private ObjectNode last() {
    JsonNode file = files.get(files.size() - 1);
    if (!(file instanceof ObjectNode object)) {
      throw new IllegalStateException("There is no file yet. Call file(…) or pdf(…) first.");
    }
    return object;
  }

  /** Builds the upload at {@code upload.created}. */
  public Fixture build() {
    return new Fixture("upload", Json.bytes(request));
  }
}
