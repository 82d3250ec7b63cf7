package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Documents: files with their bytes. */
public final class Documents {
  private static final String TYPE = "documents";

  private final Organization organization;
  private final Map<Long, byte[]> contents = new HashMap<>();

  Documents(Crud.Base base) {
    this.organization = base.organization();
    new Crud(base, TYPE, new DocumentRules()).list().get().change().delete();
    base.router().add("POST", TYPE, this::create);
    base.router().add("GET", TYPE + "/{#id}/content", request -> content(row(request)));
    base.router().add("GET", "original/{name}", this::original);
  }

  private final class DocumentRules implements Crud.Rules {
    @Override
    public Set<String> filters() {
      return Set.of(
          "id",
          "email",
          "creator",
          "arrived_at_before",
          "arrived_at_after",
          "created_at_before",
          "created_at_after",
          "original_file_name",
          "attachment_status",
          "parent");
    }

    @Override
    public Set<String> keys() {
      return Set.of("metadata");
    }

    @Override
    public void deleted(ObjectNode row) {
      for (ObjectNode annotation : organization.table("annotations").all()) {
        if (Ref.of(annotation.path("document")).equals(Ref.of(row.path("url")))
            && !annotation.path("content").isEmpty()) {
          throw ApiError.conflict("The document has an annotation with data.");
        }
      }
    }
  }

  private ObjectNode row(ApiRequest request) {
    return organization.table(TYPE).get(request.id("id"));
  }

  private ApiResponse create(ApiRequest request) {
    Multipart form = Multipart.of(request);
    List<Multipart.Part> files = form.files("content");
    if (files.isEmpty()) {
      throw ApiError.field("content", "No file was submitted.");
    }
    if (files.size() > 1) {
      throw ApiError.field("content", "Only one file can be created by one request.");
    }
    ObjectNode metadata = form.object("metadata");
    String parent = form.text("parent");
    if (!parent.isEmpty()) {
      organization.require(TYPE, "parent", Json.newObject().textNode(parent));
    }
    ObjectNode row = add(files.get(0), request.caller());
    row.set("metadata", metadata);
    if (!parent.isEmpty()) {
      row.put("parent", parent);
    }
    return ApiResponse.json(201, row);
  }

  /** Adds a file. */
  ObjectNode add(Multipart.Part file, Caller caller) {
    ObjectNode keys = Json.newObject();
    String seed = "document " + organization.table(TYPE).all().size();
    keys.put(
        "s3_name",
        UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString().replace("-", ""));
    keys.putNull("parent").putNull("email");
    keys.putArray("annotations");
    keys.put("mime_type", file.type());
    keys.put("creator", organization.url("users", caller.userId()));
    keys.put("created_at", organization.now()).put("arrived_at", organization.now());
    keys.put("original_file_name", file.fileName());
    keys.putNull("content").putNull("attachment_status").putObject("metadata");
    ObjectNode row = organization.add(TYPE, keys);
    row.put("content", row.path("url").asText() + "/content");
    contents.put(row.path("id").asLong(), file.bytes());
    return row;
  }

  /** Sets the bytes of a document. */
  public void content(long id, byte[] bytes) {
    organization.table(TYPE).get(id);
    contents.put(id, bytes);
  }

  /** Returns the bytes of a document. */
  byte[] content(long id) {
    organization.table(TYPE).get(id);
    byte[] known = contents.get(id);
    return known != null
        ? known
        : ("%PDF-1.4\n% document " + id + " of the stub\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
  }

  private ApiResponse content(ObjectNode row) {
    return ApiResponse.bytes(
        200, row.path("mime_type").asText("application/pdf"), content(row.path("id").asLong()));
  }

  private ApiResponse original(ApiRequest request) {
    return organization.table(TYPE).all().stream()
        .filter(row -> row.path("s3_name").asText().equals(request.text("name")))
        .findFirst()
        .map(this::content)
        .orElseThrow(ApiError::notFound);
  }
}
