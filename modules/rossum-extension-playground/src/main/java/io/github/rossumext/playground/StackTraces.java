package io.github.rossumext.playground;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Stack traces as text. The exceptions are those of the author, which may throw themselves. */
final class StackTraces {
  private static final int MOST = 20_000;

  private StackTraces() {}

  /** Returns the whole stack trace. */
  static String of(Throwable thrown) {
    StringWriter text = new StringWriter();
    try {
      thrown.printStackTrace(new PrintWriter(text));
    } catch (RuntimeException e) {
      return thrown.getClass().getName() + ", whose stack trace cannot be printed";
    }
    String trace = text.toString();
    return trace.length() <= MOST ? trace : trace.substring(0, MOST) + "\n…";
  }

  /** Returns type, text and place of an exception in one line. */
  static String inOneLine(Throwable thrown) {
    String text;
    try {
      text = thrown.toString();
    } catch (RuntimeException e) {
      text = thrown.getClass().getName();
    }
    for (StackTraceElement element : thrown.getStackTrace()) {
      String type = element.getClassName();
      if (!type.startsWith("java.") && !type.startsWith("jdk.")) {
        return text + " (" + element.getFileName() + ":" + element.getLineNumber() + ")";
      }
    }
    return text;
  }
}
