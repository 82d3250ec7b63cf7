package io.github.rossumext.internal.http;

import io.github.rossumext.value.ExtensionException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A failure as it may be logged: types and stack traces, without the texts of the exceptions, which
 * quote what they stumbled over, such as a document's value or a password. The library's own
 * exceptions hold none of that and keep their text.
 */
final class LoggedFailure extends Throwable {
  private static final long serialVersionUID = 1L;
  private static final int MAX_CAUSES = 20;

  private LoggedFailure(String text, @Nullable Throwable cause) {
    super(text, cause, false, true);
  }

  static LoggedFailure of(Throwable failure) {
    return of(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static LoggedFailure of(Throwable failure, Set<Throwable> seen) {
    seen.add(failure);
    Throwable cause = failure.getCause();
    String name = failure.getClass().getName();
    String text = failure instanceof ExtensionException ? name + ": " + failure.getMessage() : name;
    LoggedFailure logged =
        new LoggedFailure(
            text,
            cause == null || seen.contains(cause) || seen.size() > MAX_CAUSES
                ? null
                : of(cause, seen));
    logged.setStackTrace(failure.getStackTrace());
    return logged;
  }

  /** The type of the failure, in place of this class's own name. */
  @Override
  @SuppressWarnings("OverrideThrowableToString")
  public String toString() {
    return String.valueOf(getMessage());
  }
}
