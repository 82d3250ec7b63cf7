package io.github.rossumext.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;

/**
 * A builder of an e-mail that arrived. At first it has a sender, a receiver and a date, but no
 * subject, text or files. The same calls give the same bytes. Not thread-safe; the fixtures are.
 *
 * {@snippet class="io.github.rossumext.snippets.DocumentSnippetsTest" region="email-builder"}
 */
public final class EmailBuilder {
  private static final long FIRST_DOCUMENT = 4_402_200_101L;

  private final ObjectNode request = RequestTemplate.about("email", "received");
  private final ArrayNode files;
  private final ObjectNode headers;
  private final ObjectNode body;

  private EmailBuilder() {
    request
        .put("email", RequestTemplate.url("emails", 880_500))
        .put("queue", RequestTemplate.QUEUE);
    files = request.putArray("files");
    headers = request.putObject("headers");
    headers
        .put("from", "sender@supplier.example")
        .put("to", "papierhaus-7f2c1e@rossum.example")
        .put("message-id", "<20260115.0859@supplier.example>")
        .put("date", "Thu, 15 Jan 2026 09:59:00 +0100");
    body = request.putObject("body");
    body.putNull("body_text_plain").putNull("body_text_html");
  }

  /** Creates an e-mail without files. */
  public static EmailBuilder create() {
    return new EmailBuilder();
  }

  /** Sets the sender, such as {@code Buchhaltung <rechnung@nordlicht.example>}. */
  public EmailBuilder from(String sender) {
    return header("from", sender);
  }

  /** Sets the subject. */
  public EmailBuilder subject(String text) {
    return header("subject", text);
  }

  /**
   * Sets a header.
   *
   * @param header the name in lower case, such as {@code reply-to}
   */
  public EmailBuilder header(String header, String value) {
    headers.put(header, value);
    return this;
  }

  /** Removes a header. Rossum may send an e-mail without any header. */
  public EmailBuilder removeHeader(String header) {
    headers.remove(header);
    return this;
  }

  /** Sets the plain text. */
  public EmailBuilder text(String plain) {
    body.put("body_text_plain", plain);
    return this;
  }

  /** Sets the HTML. */
  public EmailBuilder html(String html) {
    body.put("body_text_html", html);
    return this;
  }

  /** Adds a PDF of one page. */
  public EmailBuilder pdf(String filename) {
    return file(filename, "application/pdf");
  }

  /** Adds a file. The first has the id 1, the next 2, and so on. */
  public EmailBuilder file(String filename, String mimeType) {
    ObjectNode file = files.addObject();
    file.put("id", Integer.toString(files.size()));
    file.put("filename", filename).put("mime_type", mimeType).put("n_pages", 1);
    file.putNull("height_px").putNull("width_px");
    file.put("document", RequestTemplate.url("documents", FIRST_DOCUMENT - 1 + files.size()));
    return this;
  }

  /** Builds the e-mail at {@code email.received}. */
  public Fixture build() {
    return new Fixture("email", Json.bytes(request));
  }
}
