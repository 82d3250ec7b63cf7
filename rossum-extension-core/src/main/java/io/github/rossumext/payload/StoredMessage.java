package io.github.rossumext.payload;

import io.github.rossumext.internal.help.Access;
import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.RawJson;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A message that Rossum keeps with an annotation. It comes from an earlier response of this or
 * another extension, or from Rossum itself. Immutable and thread-safe.
 */
public final class StoredMessage extends JsonView {
  static {
    Access.open(RawJson.class, StoredMessage.class, StoredMessage::new);
  }

  StoredMessage(RawJson raw) {
    super(raw);
  }

  /** Returns how severe it is; the empty word if the message came without a type. */
  public MessageType type() {
    return new MessageType(text("type").orElse(""));
  }

  /** Returns the text, as limited HTML; {@code ""} if it came without. */
  public String content() {
    return text("content").orElse("");
  }

  /** Returns the id of the field that it belongs to; empty for the whole document. */
  public OptionalLong id() {
    return id("id");
  }

  /** Returns where it comes from; without keys if Rossum sent nothing. */
  public Detail detail() {
    return new Detail(json("detail").filter(RawJson::isObject).orElse(RawJson.EMPTY_OBJECT));
  }

  /**
   * The origin of a message that Rossum keeps with an annotation. Any of its keys may be missing.
   * Immutable and thread-safe.
   */
  public static final class Detail extends JsonView {
    Detail(RawJson raw) {
      super(raw);
    }

    /** Returns the id of the hook whose response had it. */
    public OptionalLong hookId() {
      return id("hook_id");
    }

    /** Returns the name of the hook. */
    public Optional<String> hookName() {
      return text("hook_name");
    }

    /** Returns the id of the request whose response had it. */
    public Optional<String> requestId() {
      return text("request_id");
    }

    /** Returns the time of that request. */
    public Optional<Instant> timestamp() {
      return instant("timestamp");
    }

    /** Returns whether the message is about the failed code of a function. */
    public boolean isException() {
      return flag("is_exception");
    }

    /** Returns the line of the function's code that failed. */
    public OptionalLong tracebackLineNumber() {
      return number("traceback_line_number");
    }

    /** Returns the id of the node that it comes from. */
    public OptionalLong sourceId() {
      return id("source_id");
    }

    /** Returns the schema id of the node that it comes from. */
    public Optional<String> sourceSchemaId() {
      return text("source_schema_id");
    }
  }
}
