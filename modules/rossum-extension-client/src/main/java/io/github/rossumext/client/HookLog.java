package io.github.rossumext.client;

import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What Rossum logged about a request to a hook. Bodies are there only if the hook has {@code
 * payload_logging_enabled}, and may hold data of documents. Immutable and thread-safe.
 */
public final class HookLog extends JsonView {
  HookLog(RawJson raw) {
    super(raw);
  }

  /** Returns when Rossum logged it. */
  public Optional<Instant> timestamp() {
    return instant("timestamp");
  }

  /** Returns the id of the request, which your extension logs, too. */
  public Optional<String> requestId() {
    return text("request_id");
  }

  /** Returns the event with its action, such as {@code annotation_content.initialize}. */
  public Optional<String> event() {
    return text("event").flatMap(event -> text("action").map(action -> event + "." + action));
  }

  /** Returns the id of the hook. */
  public OptionalLong hookId() {
    return id("hook_id");
  }

  /** Returns its level, such as {@code INFO} or {@code ERROR}. */
  public Optional<String> level() {
    return text("log_level");
  }

  /** Returns what Rossum says about it. */
  public Optional<String> message() {
    return text("message");
  }

  /** Returns {@code waiting}, {@code running}, {@code completed}, {@code cancelled} or so. */
  public Optional<String> status() {
    return text("status");
  }

  /** Returns the HTTP status of the hook's response; empty if there was none. */
  public OptionalInt statusCode() {
    OptionalLong status = number("status_code");
    return status.isPresent() ? OptionalInt.of((int) status.getAsLong()) : OptionalInt.empty();
  }

  /** Returns when the request was sent. */
  public Optional<Instant> start() {
    return instant("start");
  }

  /** Returns when the response came. */
  public Optional<Instant> end() {
    return instant("end");
  }
}
