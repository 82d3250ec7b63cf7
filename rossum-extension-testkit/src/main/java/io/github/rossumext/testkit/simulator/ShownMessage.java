package io.github.rossumext.testkit.simulator;

import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.value.MessageType;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message that the user reads after a validation. Immutable and thread-safe.
 *
 * @param type the severity
 * @param markup the text as limited HTML, cut after 4096 characters
 * @param datapointId the id of the field; empty for the whole document
 * @param schemaId the schema id of this field; {@code ""} for the whole document
 * @param origin who sent the message
 */
public record ShownMessage(
    MessageType type, String markup, OptionalLong datapointId, String schemaId, Origin origin) {
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^>]*>");

  /** Who sent a message. */
  public enum Origin {
    /** An extension, in a response. */
    EXTENSION,
    /** Rossum's own checks of types and constraints. Their wording is the simulator's. */
    ROSSUM
  }

  static ShownMessage of(
      MessageType type, String markup, @Nullable DocumentNode field, Origin origin) {
    return field == null
        ? new ShownMessage(type, markup, OptionalLong.empty(), "", origin)
        : new ShownMessage(type, markup, OptionalLong.of(field.id()), field.schemaId(), origin);
  }

  /** Returns whether it is on this field. */
  boolean isOn(DocumentNode field) {
    return datapointId.isPresent() && datapointId.getAsLong() == field.id();
  }

  /**
   * Returns the text as the user reads it: without tags, and with characters instead of entities.
   */
  public String text() {
    return TAG.matcher(markup)
        .replaceAll("")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  /** Returns whether it is an error, which blocks confirming, exporting and automation. */
  public boolean isError() {
    return type.equals(MessageType.ERROR);
  }

  /** Returns type, field and text. */
  @Override
  public String toString() {
    return type + (schemaId.isEmpty() ? "" : " on " + schemaId) + ": " + text();
  }
}
