package io.github.rossumext.value;

import java.util.Objects;
import java.util.Set;

/**
 * How severe a message is. Immutable and thread-safe.
 *
 * @param value the word as Rossum writes it
 */
public record MessageType(String value) implements OpenEnum<MessageType> {
  /** Blocks confirming and automation; on export the annotation becomes {@code failed_export}. */
  public static final MessageType ERROR = new MessageType("error");

  /** Shown, blocks nothing. */
  public static final MessageType WARNING = new MessageType("warning");

  /** Shown, blocks nothing. */
  public static final MessageType INFO = new MessageType("info");

  private static final Set<MessageType> KNOWN = Set.of(ERROR, WARNING, INFO);

  /** Creates the word that Rossum writes, known or not. */
  public MessageType {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public boolean isKnown() {
    return KNOWN.contains(this);
  }

  /** Returns the word itself. */
  @Override
  public String toString() {
    return value;
  }
}
