package io.github.rossumext.payload;

import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a message that Rossum keeps with an annotation comes from (protocol §3.2). Nothing in it is
 * guaranteed. Immutable and thread-safe.
 */
public final class MessageDetail extends JsonView {
  MessageDetail(RawJson raw) {
    super(raw);
  }

  /** The number of the hook that answered it. */
  public OptionalLong hookId() {
    return number("hook_id");
  }

  /** The name of the hook. */
  public Optional<String> hookName() {
    return text("hook_name");
  }

  /** The id of the call that was answered with it. */
  public Optional<String> requestId() {
    return text("request_id");
  }

  /** When that was. */
  public Optional<Instant> timestamp() {
    return instant("timestamp");
  }

  /** Whether the code of a function failed, which this message is about. */
  public boolean isException() {
    return flag("is_exception");
  }

  /** The line of the function's code that failed. */
  public OptionalLong tracebackLineNumber() {
    return number("traceback_line_number");
  }

  /** The id of the node that it comes from. */
  public OptionalLong sourceId() {
    return number("source_id");
  }

  /** The schema id of the node that it comes from. */
  public Optional<String> sourceSchemaId() {
    return text("source_schema_id");
  }
}
