package io.github.rossumext.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.document.Document;
import java.util.List;
import java.util.Locale;

/** A template of a request: common keys, annotation, ids and URLs. */
final class RequestTemplate {
  private static final long FIRST_NODE = 5_913_000_001L;

  private static final String API = "https://papierhaus.rossum.example/api/v1/";
  private static final String MOMENT = "2026-01-15T08:59:29.000000Z";

  /** The queue of the documents. */
  static final String QUEUE = url("queues", 19_099);

  private RequestTemplate() {}

  static String url(String type, long id) {
    return API + type + "/" + id;
  }

  /** Returns the common keys of a request of another event. */
  static ObjectNode about(String event, String action) {
    ObjectNode request = Json.object(Json.resource("document.json"));
    request.without(List.of("annotation", "document", "updated_datapoints"));
    return request.put("event", event).put("action", action);
  }

  /** Returns a document object. */
  static ObjectNode document(long id, String filename, String mimeType) {
    ObjectNode document = Json.newObject();
    document.put("id", id).put("url", url("documents", id));
    document.put("s3_name", "90b1d2c4e6f8405a8c3e7d1f" + String.format(Locale.ROOT, "%08x", id));
    document.putNull("parent").putNull("email").put("mime_type", mimeType);
    document.put("creator", url("users", 5120)).put("created_at", MOMENT).put("arrived_at", MOMENT);
    document.put("original_file_name", filename);
    document.put("content", url("documents", id) + "/content").putNull("attachment_status");
    document.putObject("metadata");
    return document;
  }

  static Fixture of(String name, Document document) {
    ObjectNode request = Json.object(Json.resource("document.json"));
    ObjectNode annotation = (ObjectNode) request.get("annotation");
    annotation.set(
        "content", Document.numbered(document.json(), FIRST_NODE, annotation.path("url").asText()));
    return new Fixture(name, Json.bytes(request));
  }
}
