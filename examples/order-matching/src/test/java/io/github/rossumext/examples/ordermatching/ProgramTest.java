package io.github.rossumext.examples.ordermatching;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** The program as an operator sees it: a process with an environment, output and an exit status. */
@Timeout(
    value = 120,
    threadMode = ThreadMode.SEPARATE_THREAD) // a separate thread also ends a blocked read
class ProgramTest {
  private static Program start(Map<String, String> environment) throws Exception {
    return Program.start(
        System.getProperty("java.class.path"), environment, OrderMatching.class.getName());
  }

  @Test
  void aMissingSecretIsExplained() throws Exception {
    try (Program program = start(Map.of())) {
      assertThat(program.await()).isEqualTo(1);
      assertThat(program.read())
          .anyMatch(line -> line.contains("APPLICATION FAILED TO START"))
          .anyMatch(line -> line.contains("${ROSSUM_HOOK_SECRET}, which is not set"));
    }
  }
}
