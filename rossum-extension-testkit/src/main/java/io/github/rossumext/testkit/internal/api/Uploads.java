package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Uploads, and the tasks that end after some polls. */
public final class Uploads {
  private static final String UPLOAD_TASK = "upload_created";

  private final Organization organization;
  private final Annotations annotations;
  private final Documents documents;
  private final Map<Long, Pending> pending = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private int polls = 1;

  Uploads(Crud.Base base, Annotations annotations, Documents documents) {
    this.organization = base.organization();
    this.annotations = annotations;
    this.documents = documents;
    new Crud(base, "uploads", new Crud.Rules() {}).get();
    base.router().add("POST", "uploads", request -> upload(request, ""));
    base.router().add("POST", "uploads/{name}", request -> upload(request, request.text("name")));
    base.router().add("GET", "tasks/{#id}", this::task);
  }

  /** Sets how often a task is still running when a client asks. */
  public void polls(int running) {
    polls = running;
  }

  int polls() {
    return polls;
  }

  private ApiResponse upload(ApiRequest request, String name) {
    ObjectNode queue =
        organization
            .table("queues")
            .find(queueId(request))
            .orElseThrow(() -> ApiError.field("queue", "Invalid queue."));
    Multipart form = Multipart.of(request, name);
    List<Multipart.Part> files = form.files("content");
    ObjectNode values = form.object("values");
    ObjectNode metadata = form.object("metadata");
    Fields.check(values, "upload:");
    if (files.isEmpty()) {
      throw ApiError.field("content", "No file was submitted.");
    }
    checkIdentical(request, queue, files);
    ObjectNode upload = Json.newObject();
    upload.set("queue", queue.path("url"));
    upload.putNull("email").put("organization", organization.url("organizations", 1));
    upload.put("creator", organization.url("users", request.caller().userId()));
    upload.put("created_at", organization.now());
    ArrayNode urls = upload.putArray("documents");
    List<ObjectNode> made = new ArrayList<>();
    for (Multipart.Part file : files) {
      ObjectNode document = documents.add(file, request.caller());
      made.add(document);
      urls.add(document.path("url"));
    }
    upload.putArray("additional_documents");
    upload.putArray("annotations");
    ObjectNode row = organization.add("uploads", upload);
    Caller caller = request.caller();
    ObjectNode task =
        start(UPLOAD_TASK, row, () -> imported(row, queue, made, values, metadata, caller));
    return ApiResponse.json(202, Json.newObject().put("url", task.path("url").asText()));
  }

  private static long queueId(ApiRequest request) {
    String queue = request.parameter("queue").orElseThrow(() -> ApiError.required("queue"));
    long byUrl = Ref.of(queue).map(Ref::id).orElse(-1L);
    return byUrl >= 0 ? byUrl : queue.matches("\\d{1,18}") ? Long.parseLong(queue) : -1;
  }

  private void checkIdentical(ApiRequest request, ObjectNode queue, List<Multipart.Part> files) {
    boolean rejects = request.isSet("reject_identical");
    if (rejects && files.size() > 1) {
      throw ApiError.field("content", "Only one file is allowed with reject_identical.");
    }
    for (Multipart.Part file : files) {
      boolean isNew = seen.add(queue.path("id").asText() + " " + hash(file.bytes()));
      if (rejects && !isNew) {
        throw ApiError.conflict("The queue has an identical document.");
      }
    }
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void imported(
      ObjectNode upload,
      ObjectNode queue,
      List<ObjectNode> files,
      ObjectNode values,
      ObjectNode metadata,
      Caller caller) {
    for (ObjectNode document : files) {
      LiveAnnotation live = annotations.add(document, queue, caller, "importing");
      live.annotation().set("metadata", metadata.deepCopy());
      Fields.take(live, values);
      upload.withArray("annotations").add(live.annotation().path("url"));
      live.initialize();
    }
  }

  /** Starts a task, which ends after some polls with this upload. */
  ObjectNode start(String type, ObjectNode upload, Runnable end) {
    ObjectNode keys = Json.newObject().put("type", type).put("status", "running");
    keys.put("expires_at", organization.in(Duration.ofDays(1)));
    keys.putNull("detail");
    keys.putObject("content").set("upload", upload.path("url"));
    ObjectNode task = organization.add("tasks", keys);
    pending.put(task.path("id").asLong(), new Pending(polls, end));
    return task;
  }

  private ApiResponse task(ApiRequest request) {
    boolean isRedirected = !request.isSet("no_redirect");
    ObjectNode task = organization.table("tasks").get(request.id("id"));
    Pending running = pending.get(request.id("id"));
    if (running != null) {
      if (!running.poll()) {
        return ApiResponse.ok(task);
      }
      pending.remove(request.id("id"));
      task.put("status", "succeeded");
      task.set("result_url", task.path("content").path("upload"));
    }
    return isRedirected && task.has("result_url")
        ? ApiResponse.empty(303).withHeader("Location", task.path("result_url").asText())
        : ApiResponse.ok(task);
  }
}
