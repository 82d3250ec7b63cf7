package io.github.rossumext.client;

import io.github.rossumext.value.ResourceUrl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An e-mail to send. It needs a queue and at least one recipient. Mutable and not thread-safe. */
public final class EmailDraft {
  private static final int MAX_RECIPIENTS = 40;
  private static final List<String> RECIPIENTS = List.of("to", "cc", "bcc");

  private final Map<String, List<Object>> lists = new LinkedHashMap<>();
  private final Map<String, Object> single = new LinkedHashMap<>();
  private final Map<String, String> templateValues = new LinkedHashMap<>();

  private EmailDraft(Object queue) {
    single.put("queue", queue);
  }

  /** Creates an e-mail of a queue. */
  public static EmailDraft create(long queue) {
    return new EmailDraft(queue);
  }

  /** Creates an e-mail of a queue. */
  public static EmailDraft create(ResourceUrl queue) {
    return new EmailDraft(queue);
  }

  private EmailDraft add(String list, Object element) {
    lists.computeIfAbsent(list, any -> new ArrayList<>()).add(element);
    return this;
  }

  /** Adds a recipient. */
  public EmailDraft to(String address) {
    return add("to", Map.of("email", address));
  }

  /** Adds a recipient of a copy. */
  public EmailDraft cc(String address) {
    return add("cc", Map.of("email", address));
  }

  /** Adds a recipient of a copy, whom the others do not see. */
  public EmailDraft bcc(String address) {
    return add("bcc", Map.of("email", address));
  }

  /** Sets the subject. It may have placeholders of Rossum's, such as the id of the annotation. */
  public EmailDraft subject(String text) {
    return value("subject", text);
  }

  /** Sets the text, as HTML. It may have placeholders. */
  public EmailDraft message(String html) {
    return value("message", html);
  }

  /** Sets a value of the template. */
  public EmailDraft value(String name, String text) {
    templateValues.put(name, text);
    return this;
  }

  /** Uses a template. */
  public EmailDraft template(long id) {
    single.put("email_template", id);
    return this;
  }

  /** Uses a template. */
  public EmailDraft template(ResourceUrl url) {
    single.put("email_template", url);
    return this;
  }

  /** Replies to an e-mail. */
  public EmailDraft replyTo(ResourceUrl email) {
    single.put("parent_email", email);
    return this;
  }

  /** Adds an annotation that it is about. */
  public EmailDraft annotation(long id) {
    return add("related_annotations", id);
  }

  /** Adds an annotation that it is about. */
  public EmailDraft annotation(ResourceUrl url) {
    return add("related_annotations", url);
  }

  /** Attaches the file of a document. */
  public EmailDraft attachment(long document) {
    return add("attachments", document);
  }

  /** Attaches the file of a document. */
  public EmailDraft attachment(ResourceUrl document) {
    return add("attachments", document);
  }

  /** The body; ids become URLs. */
  Map<String, Object> body(Api api) {
    long recipients =
        RECIPIENTS.stream().mapToLong(list -> lists.getOrDefault(list, List.of()).size()).sum();
    if (recipients < 1 || recipients > MAX_RECIPIENTS) {
      throw new IllegalArgumentException(
          "An e-mail needs 1 to " + MAX_RECIPIENTS + " recipients, but has " + recipients + ".");
    }
    Map<String, Object> body = new LinkedHashMap<>();
    RECIPIENTS.forEach(list -> body.put(list, lists.getOrDefault(list, List.of())));
    single.forEach(
        (key, value) ->
            body.put(key, url(api, key.equals("queue") ? "queues" : "email_templates", value)));
    if (!templateValues.isEmpty()) {
      body.put("template_values", templateValues);
    }
    if (lists.containsKey("related_annotations")) {
      body.put(
          "related_annotations",
          lists.get("related_annotations").stream()
              .map(each -> url(api, "annotations", each))
              .toList());
    }
    if (lists.containsKey("attachments")) {
      body.put(
          "attachments",
          Map.of(
              "documents",
              lists.get("attachments").stream().map(each -> url(api, "documents", each)).toList()));
    }
    return body;
  }

  private static Object url(Api api, String type, Object idOrUrl) {
    return idOrUrl instanceof Long id ? api.url(type, id) : idOrUrl;
  }
}
