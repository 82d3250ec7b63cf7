package io.github.rossumext.internal.http;

import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.help.LogText;
import io.github.rossumext.internal.help.Mistake;
import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.value.ExtensionException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A failure in the form that may be logged: types and stack traces. It shows the texts of the
 * library's own exceptions, which hold nothing of the document. It shows other texts only if the
 * endpoint is configured so, or their {@link LogText} instead. If an exception itself fails while
 * it is read, the rest is left out.
 */
public final class LoggedFailure extends Throwable {
  private static final long serialVersionUID = 1L;
  private static final int MAX_CAUSES = 20;

  private LoggedFailure(String text, @Nullable Throwable cause) {
    super(text, cause, false, true);
  }

  static LoggedFailure of(Throwable failure, ExceptionTexts texts) {
    return of(failure, texts, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static LoggedFailure of(Throwable failure, ExceptionTexts texts, Set<Throwable> seen) {
    seen.add(failure);
    Throwable cause = attempt(failure::getCause, null);
    String name = name(failure);
    String text = text(failure, texts);
    LoggedFailure logged =
        new LoggedFailure(
            text == null ? name : name + ": " + Printable.lines(text),
            cause == null || seen.contains(cause) || seen.size() > MAX_CAUSES
                ? null
                : of(cause, texts, seen));
    logged.setStackTrace(trace(failure));
    return logged;
  }

  /** Returns the short form of an exception for a log line: its type and place. */
  public static String place(Throwable failure) {
    StackTraceElement[] trace = trace(failure);
    return "exception=" + name(failure) + " at=" + (trace.length == 0 ? "unknown" : trace[0]);
  }

  /**
   * Returns the end of such a line: a space and the text of the exception; "" if the text is
   * hidden.
   */
  public static String textAtEnd(Throwable failure, ExceptionTexts texts) {
    String text = text(failure, texts);
    return text == null ? "" : " text=" + Printable.quoted(text);
  }

  private static String name(Throwable failure) {
    Class<?> type = failure instanceof Mistake mistake ? mistake.type() : failure.getClass();
    return type.getName();
  }

  private static @Nullable String text(Throwable failure, ExceptionTexts texts) {
    boolean isOwn = failure instanceof ExtensionException || failure instanceof Mistake;
    if (texts == ExceptionTexts.HIDDEN && !isOwn) {
      return Access.find(failure, LogText.class).map(LogText::text).orElse(null);
    }
    return attempt(failure::getMessage, "its text cannot be read");
  }

  private static StackTraceElement[] trace(Throwable failure) {
    StackTraceElement[] none = {};
    StackTraceElement[] trace = attempt(failure::getStackTrace, none);
    return trace == null ? none : trace;
  }

  private static <T> @Nullable T attempt(Supplier<T> reading, @Nullable T otherwise) {
    try {
      return reading.get();
    } catch (Throwable e) { // a user's exception class may throw anything
      return otherwise;
    }
  }

  /** The type of the failure, in place of this class's own name. */
  @Override
  @SuppressWarnings("OverrideThrowableToString")
  public String toString() {
    return String.valueOf(getMessage());
  }
}
