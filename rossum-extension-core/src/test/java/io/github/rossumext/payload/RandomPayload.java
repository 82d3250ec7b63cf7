package io.github.rossumext.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.content.RandomTree;
import io.github.rossumext.internal.json.RandomJson;
import java.util.List;
import java.util.Random;

/** Requests of every event, with the oddities of the protocol (protocol §1, §3). */
public final class RandomPayload extends RandomJson {
  private static final List<String> EVENTS =
      List.of(
          "annotation_content.initialize",
          "annotation_content.updated",
          "annotation_content.of_next_year",
          "annotation_status.changed",
          "email.received",
          "email.of_next_year",
          "upload.created",
          "invocation.scheduled",
          "invocation.manual",
          "invocation.interface",
          "of_next_year.happened");

  private static final List<String> URLS =
      words(
          "organization creator modifier modified_by confirmed_by deleted_by exported_by purged_by"
              + " rejected_by suggested_edit email automation_blocker email_thread queue document"
              + " schema url");
  private static final List<String> INSTANTS =
      words(
          "created_at assigned_at modified_at confirmed_at exported_at export_failed_at deleted_at"
              + " purged_at rejected_at");
  private static final List<String> FLAGS =
      words(
          "automated automatically_rejected has_email_thread_with_replies restricted_access"
              + " has_email_thread_with_new_replies training_enabled einvoice");

  public RandomPayload(Random random) {
    super(random);
  }

  /** The body of a request. */
  public ObjectNode body() {
    String[] words = oneOf(EVENTS).split("\\.", 2);
    ObjectNode body = JSON.objectNode().put("event", words[0]).put("action", words[1]);
    maybe(body, "request_id", this::text);
    maybe(body, "timestamp", this::instant);
    maybe(body, "hook", this::url);
    maybe(body, "base_url", this::url);
    maybe(body, "settings", this::object);
    maybe(body, "secrets", this::object);
    maybe(body, "rossum_authorization_token", this::text);
    switch (words[0]) {
      case "annotation_content", "annotation_status" -> annotationEvent(body, words[0]);
      case "email" -> email(body);
      case "upload" -> upload(body);
      default -> maybe(body, "annotation", this::anything);
    }
    unknownKeys(body);
    return body;
  }

  private void annotationEvent(ObjectNode body, String event) {
    ObjectNode annotation = annotation();
    if (event.equals("annotation_content")) {
      annotation.set("content", new RandomTree(random).content());
      if (!oneIn(4)) {
        body.set("updated_datapoints", oneIn(6) ? JSON.nullNode() : list(this::id));
      }
    } else {
      annotation.set("content", oneIn(4) ? anything() : url());
    }
    body.set("annotation", annotation);
    maybe(body, "document", this::document);
    maybe(body, "schemas", () -> list(this::object));
  }

  private ObjectNode annotation() {
    ObjectNode annotation = JSON.objectNode();
    maybe(annotation, "id", this::id);
    URLS.forEach(key -> maybe(annotation, key, this::url));
    INSTANTS.forEach(key -> maybe(annotation, key, this::instant));
    FLAGS.forEach(key -> maybe(annotation, key, this::flag));
    words("pages relations related_emails assignees labels")
        .forEach(key -> maybe(annotation, key, () -> list(this::url)));
    maybe(annotation, "status", () -> word("to_review", "exported", "of_next_year"));
    maybe(annotation, "previous_status", () -> word("importing", "of_next_year"));
    maybe(annotation, "time_spent", this::number);
    maybe(annotation, "rir_poll_id", this::text);
    maybe(annotation, "metadata", this::object);
    maybe(annotation, "prediction", this::object);
    maybe(annotation, "messages", () -> oneIn(4) ? object() : list(this::message));
    unknownKeys(annotation);
    return annotation;
  }

  private JsonNode message() {
    ObjectNode message = JSON.objectNode();
    maybe(message, "type", () -> word("error", "warning", "of_next_year"));
    maybe(message, "content", this::text);
    maybe(message, "id", () -> oneIn(3) ? word("all") : id());
    maybe(message, "detail", this::object);
    return message;
  }

  private ObjectNode document() {
    ObjectNode document = JSON.objectNode();
    maybe(document, "id", this::id);
    for (String key : List.of("url", "parent", "email", "creator", "content")) {
      maybe(document, key, this::url);
    }
    maybe(document, "created_at", this::instant);
    maybe(document, "arrived_at", this::instant);
    for (String key : List.of("s3_name", "mime_type", "original_file_name", "attachment_status")) {
      maybe(document, key, this::scalar);
    }
    maybe(document, "metadata", this::object);
    unknownKeys(document);
    return document;
  }

  private void email(ObjectNode body) {
    maybe(body, "email", this::url);
    maybe(body, "queue", this::url);
    maybe(body, "headers", () -> texts("from", "to", "reply-to", "subject", "message-id", "date"));
    maybe(body, "body", () -> texts("body_text_plain", "body_text_html"));
    maybe(body, "files", () -> list(this::emailFile));
  }

  private JsonNode texts(String... keys) {
    ObjectNode object = JSON.objectNode();
    for (String key : keys) {
      maybe(object, key, this::text);
    }
    return object;
  }

  private JsonNode emailFile() {
    if (oneIn(12)) {
      return anything();
    }
    ObjectNode file = JSON.objectNode();
    maybe(file, "id", this::id);
    maybe(file, "filename", this::text);
    maybe(file, "mime_type", () -> word("image/png", "application/pdf", "Application/PDF"));
    for (String key : List.of("n_pages", "height_px", "width_px")) {
      maybe(file, key, this::number);
    }
    maybe(file, "document", this::url);
    unknownKeys(file);
    return file;
  }

  private void upload(ObjectNode body) {
    maybe(body, "files", () -> list(this::uploadFile));
    maybe(body, "documents", () -> list(this::document));
    maybe(body, "metadata", this::object);
    maybe(body, "email", this::url);
    maybe(body, "upload", () -> oneIn(2) ? url() : object());
  }

  private JsonNode uploadFile() {
    ObjectNode file = JSON.objectNode();
    for (String key : List.of("document", "queue", "annotation")) {
      maybe(file, key, this::url);
    }
    maybe(file, "prevent_importing", this::flag);
    maybe(file, "failed_import", this::flag);
    maybe(file, "values", () -> list(() -> texts("id", "value")));
    unknownKeys(file);
    return file;
  }

  private JsonNode url() {
    return switch (random.nextInt(4)) {
      case 0 -> text();
      case 1 -> word("", "/", "//", "a/7", "https://", "https://a b/7/?x#y", "queues/-7", ":", "%");
      default -> JSON.textNode("https://acme.rossum.app/api/v1/queues/" + random.nextInt(99));
    };
  }

  private JsonNode instant() {
    return oneIn(3)
        ? word("", "2025-02-30T00:00:00Z", "+999999999-12-31T23:59:59Z", "2025-11-03", "now")
        : word("2025-11-03T08:15:42.118273Z", "2025-11-03T08:15:42Z", "2025-11-03T09:15:42+01:00");
  }

  private ObjectNode object() {
    ObjectNode object = JSON.objectNode();
    unknownKeys(object);
    maybe(object, "password", this::scalar);
    return object;
  }

  private static List<String> words(String all) {
    return List.of(all.split(" "));
  }
}
