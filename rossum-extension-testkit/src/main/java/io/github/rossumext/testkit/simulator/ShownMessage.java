package io.github.rossumext.testkit.simulator;

import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.value.MessageType;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message that a user reads after a validation (protocol §4.1, §7). Immutable and thread-safe.
 *
 * @param type how grave it is
 * @param markup the text as limited HTML, cut after the 4096 characters that are shown
 * @param datapointId the id of the field that it belongs to; empty for the whole document
 * @param schemaId the schema id of this field; {@code ""} for the whole document
 * @param origin who says it
 */
public record ShownMessage(
    MessageType type, String markup, OptionalLong datapointId, String schemaId, Origin origin) {
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^>]*>");

  /** Who says it. */
  public enum Origin {
    /** An extension, in a response. */
    EXTENSION,
    /** Rossum's own checks of types and constraints; their wording is the simulator's. */
    ROSSUM
  }

  static ShownMessage of(
      MessageType type, String markup, @Nullable DocumentNode field, Origin origin) {
    return field == null
        ? new ShownMessage(type, markup, OptionalLong.empty(), "", origin)
        : new ShownMessage(type, markup, OptionalLong.of(field.id()), field.schemaId(), origin);
  }

  /** Whether it is on this field. */
  boolean isOn(DocumentNode field) {
    return datapointId.isPresent() && datapointId.getAsLong() == field.id();
  }

  /**
   * The text as the user reads it: without tags, with entities as the characters they stand for.
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

  /** Whether it blocks confirming, exporting and automation. */
  public boolean isError() {
    return type.equals(MessageType.ERROR);
  }

  /** Kind, field and text. */
  @Override
  public String toString() {
    return type + (schemaId.isEmpty() ? "" : " on " + schemaId) + ": " + text();
  }
}
