package io.github.rossumext.testkit.simulator;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.document.Document;
import io.github.rossumext.value.RawJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A document in Rossum: its tree, its status, and the results of the last validation. */
final class OpenDocument {
  private static final String ANNOTATIONS = "annotations";

  private final ObjectNode request;
  private final ObjectNode annotation;
  private final Document document;
  private final @Nullable RawJson schema;
  private final boolean namesAnnotations;
  // Written once, because no event changes them.
  private @Nullable JsonNode schemas;
  private @Nullable JsonNode requestSchemas;
  private AnnotationStatus status;
  private AnnotationStatus previousStatus;
  private List<ShownMessage> messages = List.of();
  private Map<Long, List<ShownMessage>> messagesByField = Map.of();
  private List<Blocker> blockers = List.of();
  private long holder;

  private OpenDocument(ObjectNode request, ObjectNode annotation, @Nullable RawJson schema) {
    this.request = request;
    this.annotation = annotation;
    this.schema = schema;
    this.namesAnnotations = request.path("document").has(ANNOTATIONS);
    this.document =
        new Document(
            "The document",
            annotation.withArray("content"),
            annotation.path("url").asText(""),
            schema == null ? null : Schema.of(schema));
    this.status = status(annotation, "status", AnnotationStatus.IMPORTING);
    this.previousStatus = status(annotation, "previous_status", AnnotationStatus.CREATED);
  }

  /**
   * Returns the document of a request.
   *
   * @param known the schema; null to use the request's, if it has one
   */
  static OpenDocument of(String name, byte[] json, @Nullable RawJson known) {
    if (!(Json.find(json) instanceof ObjectNode request)
        || !(request.path("annotation") instanceof ObjectNode annotation)
        || !annotation.path("content").isArray()) {
      throw new IllegalArgumentException(
          "'" + name + "' does not hold a document. Open a fixture of annotation_content.");
    }
    JsonNode sideloaded = request.path("schemas").path(0);
    RawJson schema =
        known == null && sideloaded.isObject() ? RawJson.of(Json.text(sideloaded)) : known;
    return new OpenDocument(request, annotation, schema);
  }

  private static AnnotationStatus status(
      ObjectNode annotation, String key, AnnotationStatus byDefault) {
    String known = Json.scalar(annotation.path(key));
    return known == null ? byDefault : new AnnotationStatus(known);
  }

  /** Returns the request of the document, whose common keys the next requests get. */
  ObjectNode request() {
    return request;
  }

  ObjectNode annotation() {
    return annotation;
  }

  Document document() {
    return document;
  }

  @Nullable RawJson schema() {
    return schema;
  }

  /** Returns the list of the schema, to be written into requests; null if it is unknown. */
  @Nullable JsonNode schemas() {
    if (schemas == null && schema != null) {
      schemas = Json.written(Json.newList().add(RequestWriter.schema(schema)));
    }
    return schemas;
  }

  /** Returns the sideload {@code schemas} of the request, to be written into other requests. */
  JsonNode requestSchemas() {
    if (requestSchemas == null) {
      requestSchemas = Json.written(request.path("schemas"));
    }
    return requestSchemas;
  }

  /**
   * Returns the object {@code document} of its requests. The API adds the annotations to it, which
   * requests to hooks do not have.
   */
  JsonNode requestDocument() {
    JsonNode known = request.path("document");
    if (namesAnnotations || !(known instanceof ObjectNode object)) {
      return known;
    }
    ObjectNode copy = object.objectNode();
    copy.setAll(object);
    copy.remove(ANNOTATIONS);
    return copy;
  }

  AnnotationStatus status() {
    return status;
  }

  /** Returns the id of the API's user that has it open; 0 if none has. */
  long holder() {
    return holder;
  }

  void holder(long user) {
    holder = user;
  }

  void status(AnnotationStatus next) {
    holder = 0;
    previousStatus = status;
    status = next;
    annotation.put("status", status.value());
    annotation.put("previous_status", previousStatus.value());
  }

  List<ShownMessage> messages() {
    return messages;
  }

  void messages(List<ShownMessage> shown) {
    messages = List.copyOf(shown);
    messagesByField =
        messages.stream()
            .filter(message -> message.datapointId().isPresent())
            .collect(groupingBy(message -> message.datapointId().getAsLong()));
  }

  /** Returns the messages on a field. */
  List<ShownMessage> messagesOn(long field) {
    return messagesByField.getOrDefault(field, List.of());
  }

  List<Blocker> blockers() {
    return blockers;
  }

  void blockers(List<Blocker> said) {
    blockers = List.copyOf(said);
  }

  boolean hasErrors() {
    return messages.stream().anyMatch(ShownMessage::isError);
  }
}
