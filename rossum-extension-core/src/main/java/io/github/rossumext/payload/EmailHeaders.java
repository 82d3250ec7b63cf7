package io.github.rossumext.payload;

import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;

/**
 * The headers that Rossum reads out of an e-mail. Each may be missing, which reads as {@code ""};
 * others are reached by {@link #find}. Immutable and thread-safe.
 */
public final class EmailHeaders extends JsonView {
  EmailHeaders(RawJson raw) {
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

  /** Returns when it was sent, as the sender wrote it: {@code Mon, 03 Nov 2025 09:14:00 +0100}. */
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
