package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.internal.help.Nearest;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** E-mails: those that arrived, an outbox of those that clients send, and templates. */
public final class Emails {
  private static final String TYPE = "emails";
  private static final int MOST_RECIPIENTS = 40;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");
  private static final String FIELD = "annotation.content.value.";
  private static final String OF_ANNOTATION = "annotation.";
  private static final Set<String> BUILT_IN =
      Set.of(
          "organization_name",
          "app_url",
          "user_name",
          "current_user_fullname",
          "current_user_email",
          "parent_email_subject",
          "sender_email",
          "annotation.document.original_file_name",
          "annotation.id",
          "annotation.url",
          "annotation.assignee_email");
  private static final Set<String> SENT =
      Set.of(
          "to",
          "cc",
          "bcc",
          "queue",
          "template_values",
          "related_annotations",
          "related_documents",
          "attachments",
          "parent_email",
          "reset_related_annotations_email_thread",
          "labels",
          "email_template");

  private final Organization organization;
  private final Annotations annotations;
  private final Uploads uploads;
  private final List<ObjectNode> outbox = new ArrayList<>();
  private final Map<Long, byte[]> contents = new HashMap<>();

  Emails(Crud.Base base, Annotations annotations, Uploads uploads) {
    this.organization = base.organization();
    this.annotations = annotations;
    this.uploads = uploads;
    new Crud(base, TYPE, new EmailRules()).list().get().change();
    base.router().add("POST", TYPE + "/send", this::send);
    base.router().add("POST", TYPE + "/import", this::receive);
    base.router().add("GET", TYPE + "/{#id}/content", this::content);
    new Crud(base, "email_templates", new TemplateRules()).all();
    base.router().add("POST", "email_templates/{#id}/render", this::render);
  }

  private static final class EmailRules implements Crud.Rules {
    @Override
    public Set<String> filters() {
      return Set.of("id", "queue", "type", "subject", "created_at_before", "created_at_after");
    }

    @Override
    public Set<String> keys() {
      return Set.of("labels", "queue", "filtered_out", "metadata");
    }
  }

  private static final class TemplateRules implements Crud.Rules {
    @Override
    public Set<String> filters() {
      return Set.of("id", "queue", "type", "name");
    }
  }

  /** Returns the e-mails that were sent, as their objects are now. */
  List<ObjectNode> outbox() {
    return List.copyOf(outbox);
  }

  private ApiResponse send(ApiRequest request) {
    ObjectNode body = request.object();
    organization.noteOtherKeys(request, body, SENT);
    checkRecipients(body);
    organization.require("queues", body, "queue");
    check(body, "related_annotations", "annotations");
    check(body, "related_documents", "documents");
    check(body.path("attachments"), "documents", "documents");
    if (body.hasNonNull("parent_email")) {
      organization.require(TYPE, body, "parent_email");
    }
    if (body.hasNonNull("email_template")) {
      organization.require("email_templates", body, "email_template");
    }
    JsonNode first = body.path("related_annotations").path(0);
    LiveAnnotation about =
        organization.find(Annotations.TYPE, first).map(annotations::live).orElse(null);
    ObjectNode email = Json.newObject().put("type", "outgoing");
    for (String key :
        List.of("to", "cc", "bcc", "related_annotations", "related_documents", "labels")) {
      email.set(key, body.has(key) ? body.path(key).deepCopy() : Json.newList());
    }
    email.set("queue", body.path("queue"));
    email.set("parent", body.path("parent_email"));
    if (!body.has("parent_email")) {
      email.putNull("parent");
    }
    ObjectNode template =
        organization.find("email_templates", body.path("email_template")).orElse(Json.newObject());
    JsonNode values = body.path("template_values");
    for (String key : List.of("subject", "message")) {
      String text = values.path(key).asText(template.path(key).asText(""));
      if (key.equals("subject") && text.isBlank()) {
        throw organization.refused(
            request,
            "template_values",
            "An e-mail needs a subject: that of template_values, or of an email_template.");
      }
      email.put(
          key.equals("message") ? "body_text_html" : key, filled(request, text, values, about));
    }
    email.set(
        "documents",
        body.path("attachments").has("documents")
            ? body.path("attachments").path("documents").deepCopy()
            : Json.newList());
    email.put("created_at", organization.now());
    ObjectNode row = organization.add(TYPE, email);
    outbox.add(row);
    return ApiResponse.json(201, Json.newObject().put("url", row.path("url").asText()));
  }

  private static void checkRecipients(ObjectNode body) {
    int count = 0;
    for (String key : List.of("to", "cc", "bcc")) {
      for (JsonNode one : body.path(key)) {
        if (!one.path("email").asText("").contains("@")) {
          throw ApiError.field(key, "Enter a valid email address.");
        }
        count++;
      }
    }
    if (count == 0) {
      throw ApiError.field("non_field_errors", "At least one recipient is required.");
    }
    if (count > MOST_RECIPIENTS) {
      throw ApiError.field("non_field_errors", "At most 40 recipients are allowed.");
    }
  }

  private void check(JsonNode body, String key, String type) {
    if (body.has(key)) {
      organization.requireAll(type, body, key);
    }
  }

  /**
   * Returns a text with the values of its placeholders. Those of users and of the organization stay
   * as they are. Others than the documented ones are refused.
   */
  private String filled(
      ApiRequest request, String text, JsonNode values, @Nullable LiveAnnotation about) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    Set<String> known = known(values, about);
    return matcher.replaceAll(
        found -> {
          String name = found.group(1).strip();
          if (values.hasNonNull(name)) {
            return Matcher.quoteReplacement(values.path(name).asText());
          }
          check(request, name, known, about);
          return Matcher.quoteReplacement(
              about == null ? found.group() : value(name, found.group(), about));
        });
  }

  private static Set<String> known(JsonNode values, @Nullable LiveAnnotation about) {
    Set<String> known = new TreeSet<>(BUILT_IN);
    values.fieldNames().forEachRemaining(known::add);
    if (about != null) {
      about.document().datapoints().forEach(field -> known.add(FIELD + field.schemaId()));
    }
    return known;
  }

  private void check(
      ApiRequest request, String name, Set<String> known, @Nullable LiveAnnotation about) {
    if (about == null && name.startsWith(OF_ANNOTATION)) {
      throw organization.refused(
          request,
          "template_values",
          "The placeholder {{" + name + "}} needs an annotation in related_annotations.");
    }
    if (!known.contains(name)) {
      throw organization.refused(
          request,
          "template_values",
          "Rossum does not fill the placeholder {{"
              + name
              + "}}. "
              + Nearest.question(name, known, ""));
    }
  }

  private static String value(String name, String byDefault, LiveAnnotation about) {
    if (name.startsWith(FIELD)) {
      return about.document().datapoints().stream()
          .filter(node -> node.schemaId().equals(name.substring(FIELD.length())))
          .findFirst()
          .map(DocumentNode::displayed)
          .orElse("");
    }
    return switch (name) {
      case "annotation.id" -> about.annotation().path("id").asText();
      case "annotation.url" -> about.annotation().path("url").asText();
      case "annotation.document.original_file_name" ->
          about.request().path("document").path("original_file_name").asText();
      default -> byDefault;
    };
  }

  private ApiResponse receive(ApiRequest request) {
    Multipart form = Multipart.of(request);
    List<Multipart.Part> files = form.files("raw_message");
    if (files.isEmpty()) {
      throw ApiError.field("raw_message", "No file was submitted.");
    }
    if (form.text("recipient").isEmpty()) {
      throw ApiError.required("recipient");
    }
    Fields.check(form.object("values"), "emails_import:");
    ObjectNode email = Json.newObject().put("type", "incoming");
    email.put("created_at", organization.now());
    email.putArray("to").addObject().put("email", form.text("recipient"));
    email.set("metadata", form.object("metadata"));
    ObjectNode row = organization.add(TYPE, email);
    contents.put(row.path("id").asLong(), files.get(0).bytes());
    ObjectNode task = uploads.start("email_imported", row, () -> {});
    return ApiResponse.json(202, Json.newObject().put("url", task.path("url").asText()));
  }

  private ApiResponse content(ApiRequest request) {
    ObjectNode row = organization.table(TYPE).get(request.id("id"));
    byte[] raw = contents.get(request.id("id"));
    byte[] known =
        raw != null
            ? raw
            : ("Subject: "
                    + row.path("subject").asText()
                    + "\r\n\r\n"
                    + row.path("body_text_html").asText())
                .getBytes(StandardCharsets.UTF_8);
    return ApiResponse.bytes(200, "message/rfc822", known);
  }

  private ApiResponse render(ApiRequest request) {
    ObjectNode template = organization.table("email_templates").get(request.id("id"));
    ObjectNode body = request.object();
    JsonNode first = body.path("annotation_list").path(0);
    LiveAnnotation about =
        organization.find(Annotations.TYPE, first).map(annotations::live).orElse(null);
    ObjectNode rendered = Json.newObject();
    for (String key : List.of("to", "cc", "bcc")) {
      rendered.set(key, template.path(key).isArray() ? template.path(key) : Json.newList());
    }
    for (String key : List.of("subject", "message")) {
      rendered.put(
          key, filled(request, template.path(key).asText(""), body.path("template_values"), about));
    }
    return ApiResponse.ok(rendered);
  }
}
