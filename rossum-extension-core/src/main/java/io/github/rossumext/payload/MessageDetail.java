package io.github.rossumext.payload;

import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The origin of a message that Rossum keeps with an annotation. Nothing in it is guaranteed.
 * Immutable and thread-safe.
 */
public final class MessageDetail extends JsonView {
  MessageDetail(RawJson raw) {
    super(raw);
  }

  /** Returns the number of the hook whose response held it. */
  public OptionalLong hookId() {
    return number("hook_id");
  }

  /** Returns the name of the hook. */
  public Optional<String> hookName() {
    return text("hook_name");
  }

  /** Returns the id of the request whose response held it. */
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
    return number("source_id");
  }

  /** Returns the schema id of the node that it comes from. */
  public Optional<String> sourceSchemaId() {
    return text("source_schema_id");
  }
}
