package io.github.rossumext.internal.help;

import java.util.Arrays;

/**
 * A mistake of an author that the library reports by an exception of the JDK. Its text names schema
 * ids and types, and holds nothing of the document, so the log may show it.
 */
public interface Mistake {
  /** Returns the JDK's type, whose name the log shows instead of this class. */
  default Class<?> type() {
    return getClass().getSuperclass();
  }

  /** Returns the exception for a value that is missing. */
  static java.util.NoSuchElementException ofMissing(String text) {
    return Line.from(new NoSuchElementException(text));
  }

  /** Returns the exception for an argument that does not fit. */
  static java.lang.IllegalArgumentException ofArgument(String text) {
    return Line.from(new IllegalArgumentException(text));
  }

  /** Returns the exception for a method call at the wrong time. */
  static java.lang.IllegalStateException ofState(String text) {
    return Line.from(new IllegalStateException(text));
  }

  // The simple names are those of the JDK, so output without packages looks familiar.

  /** A value that is missing. */
  final class NoSuchElementException extends java.util.NoSuchElementException implements Mistake {
    private static final long serialVersionUID = 1L;

    private NoSuchElementException(String text) {
      super(Printable.text(text));
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
      return Line.of(this, String.valueOf(getMessage()));
    }
  }

  /** An argument that does not fit. */
  @SuppressWarnings("JavaLangClash")
  final class IllegalArgumentException extends java.lang.IllegalArgumentException
      implements Mistake {
    private static final long serialVersionUID = 1L;

    private IllegalArgumentException(String text) {
      super(Printable.text(text));
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
      return Line.of(this, String.valueOf(getMessage()));
    }
  }

  /** A method call at the wrong time. */
  @SuppressWarnings("JavaLangClash")
  final class IllegalStateException extends java.lang.IllegalStateException implements Mistake {
    private static final long serialVersionUID = 1L;

    private IllegalStateException(String text) {
      super(Printable.text(text));
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
      return Line.of(this, String.valueOf(getMessage()));
    }
  }

  /**
   * The code that the exceptions share. It is a type of its own, because an interface cannot have a
   * private nested type.
   */
  final class Line {
    private Line() {}

    /**
     * Returns the exception without its first stack frame, which is in this interface: a log shows
     * the place.
     */
    private static <E extends Exception> E from(E mistake) {
      StackTraceElement[] trace = mistake.getStackTrace();
      mistake.setStackTrace(Arrays.copyOfRange(trace, Math.min(1, trace.length), trace.length));
      return mistake;
    }

    private static String of(Mistake mistake, String text) {
      return mistake.type().getName() + ": " + text;
    }
  }
}
