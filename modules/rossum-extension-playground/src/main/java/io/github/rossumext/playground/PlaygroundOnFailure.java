package io.github.rossumext.playground;

import io.github.rossumext.HookEvent;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.internal.failure.FailureScreen;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * The playground of a failed test. You do not call it: the testkit's JUnit extension does, if the
 * system property {@code rossum.playground} is {@code failed}. Thread-safe.
 *
 * @see io.github.rossumext.testkit.junit.RossumExtension
 */
@SuppressWarnings("exports") // the testkit finds it by its interface
public final class PlaygroundOnFailure implements FailureScreen {
  /** Creates it, for a {@code ServiceLoader}. */
  public PlaygroundOnFailure() {}

  @Override
  public void show(RossumSimulator rossum, String test, String failure, Duration limit)
      throws InterruptedException {
    PlaygroundBuilder builder = Playground.builder(rossum).document(document(rossum));
    try (Playground playground = builder.openAsItIs(new FailedTestText(test, failure))) {
      System.out.println(
          "Playground: " + test + " failed. Look at it, and press Done: " + playground.url());
      System.out.flush();
      playground.document().pulse().awaitEnd(limit);
    }
  }

  /** Returns the document as it was sent first, to which the page can go back. */
  private static Fixture document(RossumSimulator rossum) {
    List<String> sent =
        rossum.exchanges().stream()
            .filter(
                exchange ->
                    exchange
                        .eventAndAction()
                        .startsWith(HookEvent.ANNOTATION_CONTENT.event() + "."))
            .map(exchange -> exchange.request())
            .toList();
    if (sent.isEmpty()) {
      throw new IllegalStateException("The test has sent nothing about a document.");
    }
    return Fixture.of(sent.get(0).getBytes(StandardCharsets.UTF_8)).withName("test");
  }
}
