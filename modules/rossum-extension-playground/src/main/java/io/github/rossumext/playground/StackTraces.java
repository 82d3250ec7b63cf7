package io.github.rossumext.playground;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** Returns type and text of an exception, and the line of your code that it is about. */
  static String inOneLine(Throwable thrown) {
    return withoutPlace(thrown) + placeOf(thrown).map(place -> " (" + place + ")").orElse("");
  }

  /** Returns type and text of an exception. */
  static String withoutPlace(Throwable thrown) {
    try {
      return thrown.toString();
    } catch (RuntimeException e) {
      return thrown.getClass().getName();
    }
  }

  private static Optional<String> placeOf(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .filter(element -> isOfAuthor(element.getClassName()))
        .findFirst()
        .map(element -> element.getFileName() + ":" + element.getLineNumber());
  }

  /** Returns whether a class is neither the JDK's nor the library's. */
  private static boolean isOfAuthor(String type) {
    try {
      CodeSource source =
          Class.forName(type, false, HookEndpoint.class.getClassLoader())
              .getProtectionDomain()
              .getCodeSource();
      return source != null
          && Stream.of(HookEndpoint.class, RossumSimulator.class, Playground.class)
              .noneMatch(own -> source.equals(own.getProtectionDomain().getCodeSource()));
    } catch (ClassNotFoundException | LinkageError e) {
      return true; // of a class loader that the library does not see
    }
  }
}
