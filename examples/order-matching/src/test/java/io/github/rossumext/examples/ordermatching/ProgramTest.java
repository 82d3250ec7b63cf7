package io.github.rossumext.examples.ordermatching;

import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** The program as an operator sees it: a process with an environment, output and an exit status. */
@Timeout(
    value = 120,
    threadMode = ThreadMode.SEPARATE_THREAD) // a separate thread also ends a blocked read
class ProgramTest {
  private static final Secret SECRET = Secret.of("a-secret-for-the-tests");

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

  @Test
  void withNothingButTheSecretItServesAndBooksAtTheStub() throws Exception {
    int port = Program.freePort();
    Map<String, String> environment =
        Map.of("ROSSUM_HOOK_SECRET", SECRET.reveal(), "PORT", Integer.toString(port));
    try (Program program = start(environment)) {
      assertThat(program.lineWith("serving the hook")).contains("port=" + port + " path=/rossum");

      Fixture sample = Fixture.of(Path.of("sample-request.json"));
      RossumSimulator rossum =
          RossumSimulator.of(Program.hook(port), SECRET)
              .open(sample.withSchema(Path.of("rossum/schema.json")));
      rossum.initialize();
      assertThat(rossum).field("line_items[0].item_order_line").hasText("10");
      String first = exported(port, sample);
      assertThat(exported(port, sample)).isEqualTo(first); // Rossum repeats it
      assertThat(get(port, "/erp/bookings")).containsOnlyOnce("RE-2026/31");
      assertThat(rossum.schedule(Fixtures.invocationScheduled())).allMatch(Exchange::isSuccess);

      program.end();
      assertThat(program.await()).isEqualTo(128 + 15);
      assertThat(program.read())
          .filteredOn(line -> line.contains("handled event"))
          .allMatch(line -> line.contains("status=200"));
    }
  }

  private static String exported(int port, Fixture sample) throws Exception {
    HttpRequest request =
        SignedRequest.of(sample.with(EXPORT), SECRET).toHttpRequest(Program.hook(port));
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  private static String get(int port, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
            BodyHandlers.ofString())
        .body();
  }
}
