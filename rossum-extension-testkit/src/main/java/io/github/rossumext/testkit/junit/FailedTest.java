package io.github.rossumext.testkit.junit;

import io.github.rossumext.testkit.internal.failure.FailureScreen;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.ServiceLoader;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A failed test that the user asked to see in the playground. */
final class FailedTest {
  /** The system property that opens failed tests in the playground if it is {@code failed}. */
  static final String PROPERTY = "rossum.playground";

  /** How long a failed test waits for the user at most, as an ISO duration. */
  static final String LIMIT = "rossum.playground.limit";

  private static final Duration DEFAULT_LIMIT = Duration.ofMinutes(30);

  /** One at a time, also if tests run in parallel. */
  private static final ReentrantLock TURN = new ReentrantLock();

  private FailedTest() {}

  /** Returns whether the user asked to see failed tests. */
  static boolean isAskedFor() {
    return "failed".equals(System.getProperty(PROPERTY));
  }

  /** Shows the document of a failed test, and waits for the user, if the user asked for it. */
  static void open(RossumSimulator rossum, ExtensionContext context, Throwable failure) {
    if (!isAskedFor()) {
      return;
    }
    if (System.getenv("CI") != null) {
      say("CI is set, so no failed test is opened in the playground.");
      return;
    }
    Iterator<FailureScreen> screens =
        ServiceLoader.load(FailureScreen.class, context.getRequiredTestClass().getClassLoader())
            .iterator();
    if (!screens.hasNext()) {
      say(
          "To open a failed test in the playground, add the dependency"
              + " io.github.rossumext:rossum-extension-playground with the scope test.");
      return;
    }
    TURN.lock();
    try {
      screens.next().show(rossum, nameOf(context), String.valueOf(failure), limit());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      say("The failed test cannot be opened in the playground: " + e);
    } finally {
      TURN.unlock();
    }
  }

  private static String nameOf(ExtensionContext context) {
    return context.getRequiredTestClass().getSimpleName() + ", " + context.getDisplayName();
  }

  private static Duration limit() {
    String text = System.getProperty(LIMIT);
    try {
      return text == null ? DEFAULT_LIMIT : Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "Expected a duration such as PT30M in " + LIMIT + ", but found '" + text + "'.", e);
    }
  }

  /** The user waits at the console for the URL, so it goes there. */
  private static void say(String line) {
    System.out.println("Playground: " + line);
    System.out.flush();
  }
}
