package io.github.rossumext.playground;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.testkit.junit.HookUnderTest;
import io.github.rossumext.testkit.junit.RossumTest;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A program that runs a failing test, as a build does. */
final class FailureInChild {
  private FailureInChild() {}

  /**
   * Runs one of the classes below, and prints how its test ended.
   *
   * @param args the name of the class
   */
  public static void main(String[] args) throws ClassNotFoundException {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Class.forName(args[0])))
                .build(),
            listener);
    listener
        .getSummary()
        .getFailures()
        .forEach(failure -> System.out.println("FAILED: " + failure.getException()));
    System.out.println("ENDED");
  }

  /** A test whose assertion fails. */
  @RossumTest
  static class Wrong {
    @HookUnderTest
    final ContentRule rule = content -> content.field("notes").warning("Read the notes.");

    @Test
    void theNotesAreRead(RossumSimulator rossum) {
      rossum.initialize();
      rossum.edit("notes", "seen by the test");
      assertThat(rossum.field("notes")).hasError("Read the notes.");
    }
  }

  /** A test that does not look at what went wrong. */
  @RossumTest
  static class Unseen {
    @HookUnderTest
    final ContentRule rule =
        content -> {
          throw new IllegalStateException("The price list is broken.");
        };

    @Test
    void theRequestFails(RossumSimulator rossum) {
      rossum.initialize();
    }
  }
}
