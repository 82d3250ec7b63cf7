package io.github.rossumext.value;

import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A message that the user reads, for a field or for the whole document. Rossum shows 4096
 * characters of its markup. The endpoint cuts a longer message between two tags, entities or
 * characters, ends it with {@code […]}, and reports it. Immutable and thread-safe.
 */
public final class Message {
  private final MessageType type;
  private final Html content;
  private final @Nullable Long datapointId;

  private Message(MessageType type, Html content, @Nullable Long datapointId) {
    this.type = Objects.requireNonNull(type, "type");
    this.content = Objects.requireNonNull(content, "content");
    this.datapointId = datapointId;
  }

  /** Returns a message for the whole document. */
  public static Message of(MessageType type, Html content) {
    return new Message(type, content, null);
  }

  /** Returns a message for the whole document. The plain text is escaped. */
  public static Message of(MessageType type, String text) {
    return of(type, Html.escape(text));
  }

  /**
   * Returns a copy for a field.
   *
   * @param id the id of the field's datapoint
   */
  public Message withDatapoint(long id) {
    return new Message(type, content, id);
  }

  /** Returns how severe the message is. */
  public MessageType type() {
    return type;
  }

  /** Returns the text. */
  public Html content() {
    return content;
  }

  /** Returns the id of the field; empty for the whole document. */
  public OptionalLong datapointId() {
    return datapointId == null ? OptionalLong.empty() : OptionalLong.of(datapointId);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Message that
        && type.equals(that.type)
        && content.equals(that.content)
        && Objects.equals(datapointId, that.datapointId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, content, datapointId);
  }

  /** Returns type, field and text. */
  @Override
  public String toString() {
    String place = datapointId == null ? "document" : "datapoint " + datapointId;
    return "Message[" + type + ", " + place + ", " + content + "]";
  }
}
