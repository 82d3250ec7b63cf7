package io.github.rossumext.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;

/**
 * Builds an upload that was created, through the API unless something else is said. {@link #value}
 * and {@link #notImported()} are about the file that was named last. The same calls give the same
 * bytes. Not thread-safe; what it gives is.
 *
 * <pre>{@code
 * Fixture upload =
 *     UploadBuilder.create()
 *         .pdf("invoice.pdf").value("upload:cost_center", "CC-7")
 *         .pdf("terms.pdf").notImported()
 *         .build();
 * }</pre>
 */
public final class UploadBuilder {
  private static final long FIRST_DOCUMENT = 4_402_200_201L;

  private final ObjectNode call = RequestTemplate.about("upload", "created");
  private final ArrayNode files;
  private final ArrayNode documents;
  private final ObjectNode metadata;

  private UploadBuilder() {
    call.putNull("email").put("upload", RequestTemplate.url("uploads", 551_200));
    metadata = call.putObject("metadata");
    files = call.putArray("files");
    documents = call.putArray("documents");
  }

  /** Creates an upload without files. */
  public static UploadBuilder create() {
    return new UploadBuilder();
  }

  /** It came by e-mail. */
  public UploadBuilder byEmail() {
    call.put("email", RequestTemplate.url("emails", 880_500));
    return this;
  }

  /** What the client gave to the upload. */
  public UploadBuilder metadata(String key, String value) {
    metadata.put(key, value);
    return this;
  }

  /** A PDF. */
  public UploadBuilder pdf(String filename) {
    return file(filename, "application/pdf");
  }

  /** A file and the document that was made of it. */
  public UploadBuilder file(String filename, String mimeType) {
    long id = FIRST_DOCUMENT + files.size();
    ObjectNode file = files.addObject();
    file.put("document", RequestTemplate.url("documents", id)).put("prevent_importing", false);
    file.putArray("values");
    file.put("queue", RequestTemplate.QUEUE).putNull("annotation");
    documents.add(RequestTemplate.document(id, filename, mimeType));
    return this;
  }

  /** A value that came with the file, such as {@code upload:cost_center}. */
  public UploadBuilder value(String id, String value) {
    ((ArrayNode) last().get("values")).addObject().put("id", id).put("value", value);
    return this;
  }

  /** The file will not be imported as things stand. */
  public UploadBuilder notImported() {
    last().put("prevent_importing", true);
    return this;
  }

  private ObjectNode last() {
    JsonNode file = files.get(files.size() - 1);
    if (!(file instanceof ObjectNode object)) {
      throw new IllegalStateException("Name a file first.");
    }
    return object;
  }

  /** Builds the upload at {@code upload.created}. */
  public Fixture build() {
    return new Fixture("upload", Json.bytes(call));
  }
}
