package io.github.rossumext.payload;

import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.List;
import java.util.Optional;

/**
 * The payload of {@code email.received}: an e-mail with attachments arrived. Immutable and
 * thread-safe.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#e-mails-uploads-invocations">The
 *     protocol: e-mails, uploads, invocations</a>
 */
public final class EmailPayload extends HookPayload {
  EmailPayload(PayloadReader reader) {
    super(reader);
  }

  /** Returns the e-mail. */
  public Optional<ResourceUrl> email() {
    return url("email");
  }

  /** Returns the queue that it was sent to. */
  public Optional<ResourceUrl> queue() {
    return url("queue");
  }

  /** Returns the headers of the e-mail; without any key if Rossum sent none. */
  public Headers headers() {
    return new Headers(object("headers"));
  }

  /** Returns the text of the e-mail; without any key if Rossum sent none. */
  public Body body() {
    return new Body(object("body"));
  }

  private RawJson object(String key) {
    return json(key).filter(RawJson::isObject).orElse(RawJson.EMPTY_OBJECT);
  }

  /** Returns the files of the e-mail, in their order. */
  public List<EmailFile> files() {
    return json("files").map(RawJson::elements).orElse(List.of()).stream()
        .filter(RawJson::isObject)
        .map(EmailFile::new)
        .toList();
  }

  /**
   * The headers that Rossum reads from an e-mail. If a header is missing, its accessor returns
   * {@code ""}. For other headers, call {@link #find}. Immutable and thread-safe.
   */
  public static final class Headers extends JsonView {
    Headers(RawJson raw) {
      super(raw);
    }

    /** Returns the sender. */
    public String from() {
      return header("from");
    }

    /** Returns the address that it was sent to: the inbox of the queue. */
    public String to() {
      return header("to");
    }

    /** Returns the address for replies. */
    public String replyTo() {
      return header("reply-to");
    }

    /** Returns the subject. */
    public String subject() {
      return header("subject");
    }

    /** Returns its id, with the angle brackets around it. */
    public String messageId() {
      return header("message-id");
    }

    /**
     * Returns when it was sent, as the sender wrote it: {@code Mon, 03 Nov 2025 09:14:00 +0100}.
     */
    public String date() {
      return header("date");
    }

    /** Returns the checks of the receiving server, in one or several lines. */
    public String authenticationResults() {
      return header("authentication-results");
    }

    private String header(String name) {
      return text(name).orElse("");
    }
  }

  /**
   * The text of an e-mail, as plain text and as HTML. If one of them is missing, its accessor
   * returns {@code ""}. Immutable and thread-safe.
   */
  public static final class Body extends JsonView {
    Body(RawJson raw) {
      super(raw);
    }

    /** Returns the plain text. */
    public String textPlain() {
      return text("body_text_plain").orElse("");
    }

    /** Returns the HTML, as the sender wrote it: do not show it without cleaning it. */
    public String textHtml() {
      return text("body_text_html").orElse("");
    }
  }
}
