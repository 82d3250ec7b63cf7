package io.github.rossumext.value;

import java.util.OptionalLong;

/**
 * What the user reads beside a field or above the document (protocol §4.1); Rossum shows the first
 * 4096 characters. Immutable and thread-safe.
 *
 * @param type how grave it is
 * @param content the text
 * @param datapointId the id of the field that it belongs to; empty for the whole document
 */
public record Message(MessageType type, Html content, OptionalLong datapointId) {
  /** A message for the whole document. */
  public static Message of(MessageType type, Html content) {
    return new Message(type, content, OptionalLong.empty());
  }

  /** A message for the whole document; the plain text is escaped. */
  public static Message of(MessageType type, String text) {
    return of(type, Html.escape(text));
  }

  /** The same message on a field. */
  public Message on(long id) {
    return new Message(type, content, OptionalLong.of(id));
  }
}
