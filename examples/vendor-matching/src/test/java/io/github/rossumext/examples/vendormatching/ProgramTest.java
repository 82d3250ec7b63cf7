package io.github.rossumext.examples.vendormatching;

import static io.github.rossumext.examples.vendormatching.Documents.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.signature.SignatureScheme;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
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

/** The program as an operator sees it: a process with an environment, output and an exit status. */
@Timeout(
    value = 120,
    threadMode = ThreadMode.SEPARATE_THREAD) // a separate thread also ends a blocked read
class ProgramTest {
  private static final Pattern LISTENING =
      Pattern.compile("Listening on (http://localhost:[0-9]+/vendor_matching)");

  private static final Pattern METRICS =
      Pattern.compile("Metrics on (http://localhost:[0-9]+/metrics)");

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
            VendorMatching.class.getName());
    program.environment().keySet().removeAll(List.of("ROSSUM_HOOK_SECRET", "PORT", "METRICS_PORT"));
    program.environment().putAll(environment);
    Process process = program.start();
    started.add(process);
    return process;
  }

  private static HttpRequest unsigned(SignedRequest request, URI url) {
    return HttpRequest.newBuilder(
            request.toHttpRequest(url), (name, value) -> name.equalsIgnoreCase("Content-Type"))
        .build();
  }

  private static HttpRequest signed(SignedRequest request, String signature, URI url) {
    return HttpRequest.newBuilder(unsigned(request, url), (name, value) -> true)
        .header(SignatureScheme.SHA256.header(), signature)
        .build();
  }

  /** Reads on to the first line that fits. */
  private static Matcher find(Pattern pattern, BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.find()) {
        return matcher;
      }
    }
    throw new AssertionError("No line fits " + pattern + ".");
  }

  @Test
  void theStartNamesThePathAndTheEventsAndNothingOfTheWarmUp() throws Exception {
    Process program = start(Map.of("ROSSUM_HOOK_SECRET", Queue.SECRET.reveal(), "PORT", "0"));
    BufferedReader output = program.inputReader(StandardCharsets.UTF_8);

    assertThat(output.readLine())
        .contains(": ready path=\"/vendor_matching\" events=\"annotation_content.initialize, ");
    assertThat(output.readLine()).containsPattern(LISTENING);
  }

  @Test
  void aShortSecretIsAWarning() throws Exception {
    Process program = start(Map.of("ROSSUM_HOOK_SECRET", "secret\n", "PORT", "0"));
    BufferedReader output = program.inputReader(StandardCharsets.UTF_8);

    assertThat(output.readLine()).contains(" Secret: secret ends with a line break");
    assertThat(output.readLine()).contains(" HookEndpoint: secret is short");
    assertThat(find(LISTENING, output).group()).isNotEmpty();
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

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = Integer.toString(taken.getLocalPort());
      assertRefusal(
          Map.of("ROSSUM_HOOK_SECRET", "secret", "PORT", port), "Cannot listen on port " + port);
    }
  }

  @Test
  void theLogHasOneLineForEachRequestAndNothingOfWhatWasInIt() throws Exception {
    Process program = start(Map.of("ROSSUM_HOOK_SECRET", Queue.SECRET.reveal(), "PORT", "0"));
    BufferedReader output = program.inputReader(StandardCharsets.UTF_8);
    Matcher listening = find(LISTENING, output);
    URI url = URI.create(listening.group(1));
    RossumSimulator rossum =
        RossumSimulator.of(url, Queue.SECRET)
            .open(
                invoice()
                    .withField("invoice_id", "INV-77001")
                    .withField("vendor_name", "Confidential Ltd"));
    SignedRequest request = SignedRequest.of(invoice(), Queue.SECRET);
    String signature = request.headers().first(SignatureScheme.SHA256.header()).orElseThrow();

    rossum.initialize();
    Service.response(unsigned(request, url));
    Service.response(signed(request, signature.substring(0, 40), url));
    Service.response(SignedRequest.of(new byte[] {'{'}, Queue.SECRET).toHttpRequest(url));
    Service.response(SignedRequest.of(new byte[33 * 1024 * 1024], Queue.SECRET).toHttpRequest(url));
    Service.get(url);
    Service.get(URI.create(url + "/elsewhere"));
    program.toHandle().destroy(); // SIGTERM; destroy() of the process would also close its output

    List<String> log = output.lines().toList();
    assertThat(log)
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .contains("handled event=annotation_content.initialize", "status=200"),
            line -> assertThat(line).contains("MISSING", "status=401"),
            line -> assertThat(line).contains("MALFORMED", "status=401"),
            line -> assertThat(line).contains("status=400"),
            line -> assertThat(line).contains("status=413"),
            line -> assertThat(line).contains("status page status=200"),
            line -> assertThat(line).contains("Stopped"))
        .allSatisfy(line -> assertThat(line).matches("\\d{4}-\\d\\d-\\d\\dT\\S+ (INFO|WARN) .+"));
    assertThat(String.join("\n", log))
        .doesNotContain(Queue.SECRET.reveal(), signature.substring(7, 40), "77001", "Confidential");
    assertThat(program.errorReader().lines()).isEmpty();
  }

  @Test
  void metricsAreServedOnAPortOfTheirOwn() throws Exception {
    Process program =
        start(Map.of("ROSSUM_HOOK_SECRET", "secret", "PORT", "0", "METRICS_PORT", "0"));
    BufferedReader output = program.inputReader(StandardCharsets.UTF_8);
    Matcher metrics = find(METRICS, output);
    Matcher listening = find(LISTENING, output);

    SignedRequest request = SignedRequest.of(invoice(), Queue.SECRET);
    Service.response(unsigned(request, URI.create(listening.group(1))));

    assertThat(Service.get(URI.create(metrics.group(1))).body())
        .contains("rossum_requests_seconds_count{event=\"none\",outcome=\"signature\"")
        .doesNotContain("annotation_content"); // the warm-up does not count
  }
}
