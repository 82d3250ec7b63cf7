package io.github.rossumext.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.jdbc.TestDatabase.Kind;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Nodes in processes of their own, with one PostgreSQL. Their clocks differ by an hour, and their
 * time zones differ. They wait for a real lease, so they run beside the other tests.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class TwoNodesTest {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final Duration NOTICED_WITHIN = Duration.ofSeconds(25);

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Process> processes = new ArrayList<>();
  private Path folder;
  private Node tokyo;
  private Node newYork;
  private Node victim;

  private record Node(Process process, URI url) {}

  @BeforeAll
  void start(@TempDir Path temp) throws Exception {
    folder = temp;
    String url = TestDatabase.of(Kind.POSTGRESQL).url();
    start("tokyo", url, "Asia/Tokyo", 1);
    start("new-york", url, "America/New_York", 0);
    start("victim", url, "UTC", -1);
    tokyo = ready("tokyo", processes.get(0));
    newYork = ready("new-york", processes.get(1));
    victim = ready("victim", processes.get(2));
  }

  @AfterAll
  void stop() {
    processes.forEach(Process::destroyForcibly);
  }

  private void start(String name, String url, String zone, int hours) throws IOException {
    ProcessBuilder node =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=" + zone,
                "-cp",
                System.getProperty("java.class.path"),
                NodeMain.class.getName(),
                name,
                url,
                runs().toString(),
                String.valueOf(hours),
                folder.resolve(name + ".port").toString())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(log(name)));
    processes.add(node.start());
  }

  private Path runs() {
    return folder.resolve("runs");
  }

  private File log(String name) {
    return folder.resolve(name + ".log").toFile();
  }

  private Node ready(String name, Process process) throws Exception {
    Path port = folder.resolve(name + ".port");
    long start = System.nanoTime();
    while (!Files.exists(port)) {
      if (!process.isAlive() || System.nanoTime() - start > PATIENCE_NANOS) {
        throw new AssertionError(Files.readString(log(name).toPath()));
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return new Node(process, URI.create("http://localhost:" + Files.readString(port) + "/rossum"));
  }

  private static SignedRequest export(String requestId, String invoice, String what) {
    return request(Fixtures.invoice().with(HookAction.EXPORT), requestId, invoice, what);
  }

  private static SignedRequest scheduled(String requestId, String number, String what) {
    return request(Fixtures.invocationScheduled(), requestId, number, what);
  }

  private static SignedRequest request(
      Fixture fixture, String requestId, String number, String what) {
    return SignedRequest.of(
        fixture.withKey("request_id", requestId).withKey("number", number).withKey("do", what),
        Exports.SECRET);
  }

  private CompletableFuture<HttpResponse<String>> send(Node node, SignedRequest request) {
    return client.sendAsync(request.toHttpRequest(node.url()), BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(CompletableFuture<HttpResponse<String>> response)
      throws Exception {
    return response.get(60, TimeUnit.SECONDS);
  }

  /** Returns the runs of the handlers for a number: its delivery key, and the node. */
  private List<String> runsOf(String number) throws IOException {
    return Files.exists(runs())
        ? Files.readAllLines(runs()).stream()
            .filter(run -> run.startsWith(number + " "))
            .map(run -> run.substring(number.length() + 1))
            .toList()
        : List.of();
  }

  private void assertOneRun(String number, String requestId, String otherRequestId)
      throws Exception {
    CompletableFuture<HttpResponse<String>> first = send(tokyo, export(requestId, number, "slow"));
    CompletableFuture<HttpResponse<String>> second =
        send(newYork, export(otherRequestId, number, "slow"));

    assertThat(get(first).statusCode()).isEqualTo(200);
    assertThat(get(second).body()).isEqualTo(get(first).body()).contains("booked by ");
    assertThat(runsOf(number)).hasSize(1);
  }

  @Test
  void aRequestThatReachesBothNodesAtOnceRunsOnce() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertOneRun("1-" + i, "same-" + i, "same-" + i);
    }
  }

  @Test
  void twoRequestsWithDifferentIdsThatSayTheSameRunOnce() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertOneRun("2-" + i, "one-" + i, "other-" + i);
    }
  }

  @Test
  void aPollThatReachesTheOtherNodeGetsTheResponse() throws Exception {
    HttpResponse<String> accepted = get(send(tokyo, scheduled("job", "3", "wait")));
    assertThat(accepted.statusCode()).isEqualTo(202);
    String query =
        URI.create(accepted.headers().firstValue("Location").orElseThrow()).getRawQuery();
    assertThat(get(send(newYork, scheduled("job-again", "3", "wait"))).headers().map())
        .containsEntry("location", accepted.headers().allValues("Location"));
    HttpRequest poll = HttpRequest.newBuilder(URI.create(newYork.url() + "?" + query)).build();

    HttpResponse<String> response = client.send(poll, BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(503);
    Files.createFile(folder.resolve("end"));
    while (response.statusCode() == 503) {
      TimeUnit.MILLISECONDS.sleep(50);
      response = client.send(poll, BodyHandlers.ofString());
    }

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.body()).isEqualTo("{}");
  }

  @Test
  void aNodeThatIsKilledIsNoticedWithin25SecondsAndIfUnknownSaysWhatHappens() throws Exception {
    SignedRequest refused = export("refused", "4", "hang on victim");
    SignedRequest again = scheduled("again", "5", "hang on victim");
    CompletableFuture<HttpResponse<String>> lost = send(victim, refused);
    HttpResponse<String> accepted = get(send(victim, again));
    assertThat(accepted.statusCode()).isEqualTo(202);
    while (runsOf("4").isEmpty() || runsOf("5").isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    victim.process().destroyForcibly().waitFor(); // kill -9
    long start = System.nanoTime();
    CompletableFuture<HttpResponse<String>> unknown =
        CompletableFuture.supplyAsync(
            () -> repeated(refused, 422), task -> new Thread(task).start());
    HttpResponse<String> repeated = repeated(again, 200);

    assertThat(get(unknown).body()).contains("outcome").contains("refused");
    assertThat(repeated.body()).isEqualTo("{}");
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofSeconds(19), NOTICED_WITHIN);
    assertThat(lost).failsWithin(Duration.ofSeconds(60));
    assertThat(runsOf("4")).hasSize(1);
    String key = runsOf("5").get(0).replace(" on victim", "");
    assertThat(runsOf("5")).containsExactly(key + " on victim", key + " on new-york");
  }

  /** Sends a request again and again, as Rossum does, until it gets this status. */
  private HttpResponse<String> repeated(SignedRequest request, int status) {
    try {
      HttpResponse<String> response;
      long start = System.nanoTime();
      do {
        response = get(send(newYork, request));
        TimeUnit.MILLISECONDS.sleep(200);
      } while (response.statusCode() != status && System.nanoTime() - start < PATIENCE_NANOS);
      assertThat(response.statusCode()).isEqualTo(status);
      return response;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
