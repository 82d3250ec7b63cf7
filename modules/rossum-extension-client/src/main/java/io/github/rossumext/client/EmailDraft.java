package io.github.rossumext.client;

import io.github.rossumext.value.ResourceUrl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An e-mail to send. It needs a queue and at least one recipient. Mutable and not thread-safe. */
public final class EmailDraft {
  private static final int MAX_RECIPIENTS = 40;

  private final Object queue;
  private final Map<String, List<Map<String, String>>> recipients = new LinkedHashMap<>();
  private final Map<String, String> templateValues = new LinkedHashMap<>();
  private final List<Object> annotations = new ArrayList<>();
  private final List<Object> documents = new ArrayList<>();
  private final List<Object> attachments = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();
  private final Map<String, Reference> single = new LinkedHashMap<>();
  private boolean resetsThread;

  private record Reference(String type, Object idOrUrl) {}

  private EmailDraft(Object queue) {
    this.queue = queue;
    for (String list : List.of("to", "cc", "bcc")) {
      recipients.put(list, new ArrayList<>());
    }
  }

  /** Creates an e-mail of a queue. */
  public static EmailDraft of(long queue) {
    return new EmailDraft(queue);
  }

  /** Creates an e-mail of a queue. */
  public static EmailDraft of(ResourceUrl queue) {
    return new EmailDraft(queue);
  }

  private EmailDraft recipient(String list, Map<String, String> recipient) {
    recipients.computeIfAbsent(list, any -> new ArrayList<>()).add(recipient);
    return this;
  }

  private static Map<String, String> person(String address, String name) {
    Map<String, String> person = new LinkedHashMap<>();
    person.put("email", address);
    person.put("name", name);
    return person;
  }

  /** Adds a recipient. */
  public EmailDraft to(String address) {
    return recipient("to", Map.of("email", address));
  }

  /** Adds a recipient with a name. */
  public EmailDraft to(String address, String name) {
    return recipient("to", person(address, name));
  }

  /** Adds a recipient of a copy. */
  public EmailDraft cc(String address) {
    return recipient("cc", Map.of("email", address));
  }

  /** Adds a recipient of a copy, with a name. */
  public EmailDraft cc(String address, String name) {
    return recipient("cc", person(address, name));
  }

  /** Adds a recipient of a copy, whom the others do not see. */
  public EmailDraft bcc(String address) {
    return recipient("bcc", Map.of("email", address));
  }

  /** Adds a recipient of a copy with a name, whom the others do not see. */
  public EmailDraft bcc(String address, String name) {
    return recipient("bcc", person(address, name));
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
    return set("email_template", "email_templates", id);
  }

  /** Uses a template. */
  public EmailDraft template(ResourceUrl url) {
    return set("email_template", "email_templates", url);
  }

  /** Replies to an e-mail. */
  public EmailDraft replyTo(long email) {
    return set("parent_email", "emails", email);
  }

  /** Replies to an e-mail. */
  public EmailDraft replyTo(ResourceUrl email) {
    return set("parent_email", "emails", email);
  }

  private EmailDraft set(String key, String type, Object idOrUrl) {
    single.put(key, new Reference(type, idOrUrl));
    return this;
  }

  private EmailDraft add(List<Object> list, Object idOrUrl) {
    list.add(idOrUrl);
    return this;
  }

  /** Adds an annotation that it is about. */
  public EmailDraft annotation(long id) {
    return add(annotations, id);
  }

  /** Adds an annotation that it is about. */
  public EmailDraft annotation(ResourceUrl url) {
    return add(annotations, url);
  }

  /** Adds a document that it is about, without its file. */
  public EmailDraft document(long id) {
    return add(documents, id);
  }

  /** Adds a document that it is about, without its file. */
  public EmailDraft document(ResourceUrl url) {
    return add(documents, url);
  }

  /** Attaches the file of a document. */
  public EmailDraft attachment(long document) {
    return add(attachments, document);
  }

  /** Attaches the file of a document. */
  public EmailDraft attachment(ResourceUrl document) {
    return add(attachments, document);
  }

  /**
   * Adds a label of e-mails.
   *
   * @param name such as {@code rejection}
   */
  public EmailDraft label(String name) {
    labels.add(name);
    return this;
  }

  /** Resets the e-mail thread of the annotations that it is about. */
  public EmailDraft resetThread() {
    resetsThread = true;
    return this;
  }

  /** The body; ids become URLs. */
  Map<String, Object> body(Api api) {
    int count = recipients.values().stream().mapToInt(List::size).sum();
    if (count < 1 || count > MAX_RECIPIENTS) {
      throw new IllegalArgumentException(
          "An e-mail needs 1 to " + MAX_RECIPIENTS + " recipients, but has " + count + ".");
    }
    Map<String, Object> body = new LinkedHashMap<>(recipients);
    body.put("queue", api.reference("queues", queue));
    single.forEach((key, each) -> body.put(key, api.reference(each.type(), each.idOrUrl())));
    if (!templateValues.isEmpty()) {
      body.put("template_values", templateValues);
    }
    if (!annotations.isEmpty()) {
      body.put("related_annotations", api.references("annotations", annotations));
    }
    if (!documents.isEmpty()) {
      body.put("related_documents", api.references("documents", documents));
    }
    if (!attachments.isEmpty()) {
      body.put("attachments", Map.of("documents", api.references("documents", attachments)));
    }
    if (!labels.isEmpty()) {
      body.put("labels", labels);
    }
    if (resetsThread) {
      body.put("reset_related_annotations_email_thread", true);
    }
    return body;
  }
}
