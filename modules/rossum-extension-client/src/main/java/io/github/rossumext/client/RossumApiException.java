package io.github.rossumext.client;

import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.help.LogText;
import io.github.rossumext.internal.help.Printable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A call to Rossum's API that did not succeed. Catch the subtype of the case that you can handle,
 * such as {@link Conflict}. No text of it holds a token, the values of a query or the body that was
 * sent. {@link #detail()} and {@link #fieldErrors()} are Rossum's own words. If a handler fails
 * with this exception, the log shows method, path and status, but not Rossum's words, because they
 * may quote the document.
 */
public class RossumApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  static {
    for (Class<? extends RossumApiException> type :
        List.of(
            RossumApiException.class,
            Unauthorized.class,
            Forbidden.class,
            NotFound.class,
            Conflict.class,
            Throttled.class,
            Unavailable.class)) {
      Access.open(type, LogText.class, RossumApiException::logText);
    }
  }

  private final String method;
  private final String path;
  private final int status;
  private final String logged;
  private final @Nullable String detail;
  // The type says that it can be serialized.
  private final LinkedHashMap<String, List<String>> fieldErrors;

  RossumApiException(Problem problem) {
    super(Printable.text(problem.text()), problem.cause());
    this.method = problem.call().method();
    this.path = problem.call().shownPath();
    this.status = problem.status();
    this.logged = problem.logged();
    this.detail = problem.detail();
    this.fieldErrors = new LinkedHashMap<>(problem.fieldErrors());
  }

  private LogText logText() {
    return new LogText(logged);
  }

  /** Returns the method of the call, such as {@code GET}. */
  public String method() {
    return method;
  }

  /** Returns the path of the call without its query, such as {@code /v1/annotations/314528}. */
  public String path() {
    return path;
  }

  /** Returns the status of the response; empty if there was none. */
  public OptionalInt status() {
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /** Returns what Rossum says about the whole call, at most 4096 characters. */
  public Optional<String> detail() {
    return Optional.ofNullable(detail);
  }

  /**
   * Returns what Rossum says about parts of the body, by their paths such as {@code
   * documents[0].pages}; none if it says nothing.
   */
  public Map<String, List<String>> fieldErrors() {
    return Collections.unmodifiableMap(fieldErrors);
  }

  /** The token is over, wrong or missing: status 401. */
  public static final class Unauthorized extends RossumApiException {
    private static final long serialVersionUID = 1L;

    Unauthorized(Problem problem) {
      super(problem);
    }
  }

  /** The owner of the token may not do this: status 403. */
  public static final class Forbidden extends RossumApiException {
    private static final long serialVersionUID = 1L;

    Forbidden(Problem problem) {
      super(problem);
    }
  }

  /** The object does not exist, or the owner of the token may not see it: status 404. */
  public static final class NotFound extends RossumApiException {
    private static final long serialVersionUID = 1L;

    NotFound(Problem problem) {
      super(problem);
    }
  }

  /** The object is in a state that does not allow this: status 409. */
  public static final class Conflict extends RossumApiException {
    private static final long serialVersionUID = 1L;

    Conflict(Problem problem) {
      super(problem);
    }
  }

  /**
   * There were too many calls with this token: status 429, also after the repeats that the time
   * allows.
   */
  public static final class Throttled extends RossumApiException {
    private static final long serialVersionUID = 1L;

    Throttled(Problem problem) {
      super(problem);
    }
  }

  /**
   * Rossum did not respond in time, the connection failed, or the status was 408, 500, 502, 503 or
   * 504. If the call changes something, nobody knows whether it did.
   */
  public static final class Unavailable extends RossumApiException {
    private static final long serialVersionUID = 1L;

    Unavailable(Problem problem) {
      super(problem);
    }
  }
}
