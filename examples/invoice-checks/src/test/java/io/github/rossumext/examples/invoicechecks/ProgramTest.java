package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.examples.invoicechecks.Documents.invoice;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as an operator sees it: a process with an environment, output and an exit status. */
@Timeout(
    value = 120,
    threadMode = ThreadMode.SEPARATE_THREAD) // a separate thread also ends a blocked read
class ProgramTest {
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endWhatIsLeft() {
    started.forEach(Process::destroyForcibly);
  }

  private Process start(Map<String, String> environment) throws IOException {
    ProcessBuilder program =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1", // as the script that starts the examples
            "-XX:+UseSerialGC",
            "-Dlogback.configurationFile=logback.xml", // the program's, not the tests'
            "-cp",
            System.getProperty("java.class.path"),
            InvoiceChecks.class.getName());
    program.environment().keySet().removeAll(List.of("ROSSUM_HOOK_SECRET", "PORT", "PUBLIC_URL"));
    program.environment().putAll(environment);
    Process process = program.start();
    started.add(process);
    return process;
  }

  private void assertRefusal(Map<String, String> environment, String reason) throws Exception {
    Process program = start(environment);

    assertThat(program.errorReader().lines()).singleElement().asString().contains(reason);
    assertThat(program.waitFor()).isEqualTo(1);
  }

  @Test
  void aMissingSecretIsNamed() throws Exception {
    assertRefusal(Map.of(), "ROSSUM_HOOK_SECRET is not set");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "65536"})
  void anInvalidPortIsQuoted(String port) throws Exception {
    assertRefusal(Map.of("ROSSUM_HOOK_SECRET", "secret", "PORT", port), "PORT is '" + port + "'");
  }

  @ParameterizedTest
  @CsvSource({
    "hooks acme,PUBLIC_URL is 'hooks acme'",
    "http://hooks.acme.example/rossum,needs the https URL of the hook as Rossum sees it"
  })
  void aPublicUrlThatRossumCouldNotPollIsRefused(String url, String reason) throws Exception {
    assertRefusal(Map.of("ROSSUM_HOOK_SECRET", "secret", "PORT", "0", "PUBLIC_URL", url), reason);
  }

  @Test
  void aPortThatIsTakenIsAnError() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = Integer.toString(taken.getLocalPort());
      assertRefusal(
          Map.of("ROSSUM_HOOK_SECRET", "secret", "PORT", port), "Cannot listen on port " + port);
    }
  }

  @Test
  void itRespondsUntilItIsStopped() throws Exception {
    Process program = start(Map.of("ROSSUM_HOOK_SECRET", Queue.SECRET.reveal(), "PORT", "0"));
    BufferedReader output = program.inputReader(StandardCharsets.UTF_8);
    Matcher listening =
        Pattern.compile("Listening on (http://localhost:[0-9]+/invoice_checks)")
            .matcher(output.readLine());
    assertThat(listening.find()).isTrue();
    SimulatedHook registered =
        SimulatedHook.of(URI.create(listening.group(1)), Queue.SECRET)
            .withEvents(FilesTest.registeredEvents());
    RossumSimulator rossum = RossumSimulator.of(registered).open(invoice());

    try (RossumApiStub api = RossumApiStub.create().join(rossum)) {
      rossum.initialize();
      rossum.confirm();
      rossum.export();
      assertThat(api).hasNoProblems();
    }
    program.toHandle().destroy(); // SIGTERM; destroy() of the process would also close its output

    assertThat(rossum.status()).hasToString("exported");
    assertThat(rossum).hasNoProblems();
    assertThat(output.lines())
        .hasSize(rossum.exchanges().size())
        .allSatisfy(line -> assertThat(line).contains("status=200").doesNotContain("2026/17"));
    assertThat(program.errorReader().lines()).isEmpty();
  }
}
