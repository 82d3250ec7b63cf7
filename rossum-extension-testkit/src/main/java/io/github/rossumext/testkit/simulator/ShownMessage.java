package io.github.rossumext.testkit.simulator;

import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.value.MessageType;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A message that the user reads after a validation. Immutable and thread-safe. */
public final class ShownMessage {
  /** Who sent a message. */
  public enum Origin {
    /** An extension, in a response. */
    EXTENSION,
    /** Rossum's own checks of types and constraints. Their wording is the simulator's. */
    ROSSUM
  }

  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^>]*>");

  private final MessageType type;
  private final String markup;
  private final OptionalLong datapointId;
  private final String schemaId;
  private final String path;
  private final Origin origin;

  private ShownMessage(
      MessageType type,
      String markup,
      OptionalLong datapointId,
      String schemaId,
      String path,
      Origin origin) {
    this.type = Objects.requireNonNull(type, "type");
    this.markup = Objects.requireNonNull(markup, "markup");
    this.datapointId = datapointId;
    this.schemaId = Objects.requireNonNull(schemaId, "schemaId");
    this.path = path;
    this.origin = Objects.requireNonNull(origin, "origin");
  }

  /**
   * Returns a message for the whole document.
   *
   * @param type the severity
   * @param markup the text as limited HTML
   * @param origin who sent the message
   */
  public static ShownMessage of(MessageType type, String markup, Origin origin) {
    return new ShownMessage(type, markup, OptionalLong.empty(), "", "", origin);
  }

  static ShownMessage of(
      MessageType type, String markup, @Nullable DocumentNode field, Origin origin) {
    ShownMessage message = of(type, markup, origin);
    return field == null ? message : message.withField(field.id(), field.schemaId(), field.path());
  }

  /** Returns a copy that is on this field. */
  public ShownMessage withField(long datapointId, String schemaId) {
    return withField(datapointId, schemaId, schemaId);
  }

  private ShownMessage withField(long id, String schemaId, String path) {
    return new ShownMessage(type, markup, OptionalLong.of(id), schemaId, path, origin);
  }

  /** Returns the severity. */
  public MessageType type() {
    return type;
  }

  /** Returns the text as limited HTML, cut after 4096 characters. */
  public String markup() {
    return markup;
  }

  /** Returns the id of the field; empty for the whole document. */
  public OptionalLong datapointId() {
    return datapointId;
  }

  /** Returns the schema id of the field; {@code ""} for the whole document. */
  public String schemaId() {
    return schemaId;
  }

  /** Returns who sent the message. */
  public Origin origin() {
    return origin;
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

  /**
   * Returns the path of the field, such as {@code line_items[0].item_code}; {@code ""} for the
   * whole document.
   */
  public String path() {
    return path;
  }

  /** Compares everything but the path, which follows from the id. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ShownMessage that
        && type.equals(that.type)
        && markup.equals(that.markup)
        && datapointId.equals(that.datapointId)
        && schemaId.equals(that.schemaId)
        && origin == that.origin;
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, markup, datapointId, schemaId, origin);
  }

  /** Returns type, field and text. */
  @Override
  public String toString() {
    return type + (path.isEmpty() ? "" : " on " + path) + ": " + text();
  }
}
