package io.github.rossumext.testkit.internal.failure;

import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.time.Duration;

/** Something that shows the state in which a test failed. The playground provides one. */
public interface FailureScreen {
  /**
   * Shows the open document of a simulator, and returns when the user is done or the time is over.
   *
   * @param test the name of the test
   * @param failure the text of the failure
   * @throws InterruptedException if the thread is interrupted
   */
  void show(RossumSimulator rossum, String test, String failure, Duration limit)
      throws InterruptedException;
}
