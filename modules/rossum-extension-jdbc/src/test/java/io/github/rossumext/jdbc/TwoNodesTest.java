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
 * Nodes with one PostgreSQL: one is in this process, two have processes of their own. Their clocks
 * differ by an hour, and their time zones differ. They wait for a real lease, so they run beside
 * the other tests.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class TwoNodesTest {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final Duration NOTICED_WITHIN = Duration.ofSeconds(25);

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<AutoCloseable> started = new ArrayList<>();
  private Path folder;
  private URI here;
  private URI newYork;
  private URI tokyo;
  private Process victim;

  @BeforeAll
  void start(@TempDir Path temp) throws Exception {
    folder = temp;
    String url = TestDatabase.of(Kind.POSTGRESQL).url();
    Process other = start("new-york", url, "America/New_York", 0);
    victim = start("victim", url, "Asia/Tokyo", -1);
    started.add(NodeMain.start(arguments("here", url, 1)));
    here = url("here", ProcessHandle.current());
    newYork = url("new-york", other.toHandle());
    tokyo = url("victim", victim.toHandle());
  }

  @AfterAll
  void stop() throws Exception {
    for (AutoCloseable node : started) {
      node.close();
    }
  }

  private Process start(String name, String url, String zone, int hours) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=" + zone,
                "-cp",
                System.getProperty("java.class.path"),
                NodeMain.class.getName()));
    command.addAll(List.of(arguments(name, url, hours)));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(log(name)))
            .start();
    started.add(process::destroyForcibly);
    return process;
  }

  private String[] arguments(String name, String url, int hours) {
    return new String[] {
      name, url, runs().toString(), String.valueOf(hours), folder.resolve(name + ".port").toString()
    };
  }

  private Path runs() {
    return folder.resolve("runs");
  }

  private File log(String name) {
    return folder.resolve(name + ".log").toFile();
  }

  /** Returns the URL of a node when it is ready. */
  private URI url(String name, ProcessHandle process) throws Exception {
    Path port = folder.resolve(name + ".port");
    long start = System.nanoTime();
    while (!Files.exists(port)) {
      if (!process.isAlive() || System.nanoTime() - start > PATIENCE_NANOS) {
        throw new AssertionError(Files.readString(log(name).toPath()));
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return URI.create("http://localhost:" + Files.readString(port) + "/rossum");
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

  private CompletableFuture<HttpResponse<String>> send(URI node, SignedRequest request) {
    return client.sendAsync(request.toHttpRequest(node), BodyHandlers.ofString());
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
    CompletableFuture<HttpResponse<String>> first = send(here, export(requestId, number, "slow"));
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
    HttpResponse<String> accepted = get(send(here, scheduled("job", "3", "wait")));
    assertThat(accepted.statusCode()).isEqualTo(202);
    String query =
        URI.create(accepted.headers().firstValue("Location").orElseThrow()).getRawQuery();
    assertThat(get(send(newYork, scheduled("job-again", "3", "wait"))).headers().map())
        .containsEntry("location", accepted.headers().allValues("Location"));
    HttpRequest poll = HttpRequest.newBuilder(URI.create(newYork + "?" + query)).build();

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
    CompletableFuture<HttpResponse<String>> lost = send(tokyo, refused);
    HttpResponse<String> accepted = get(send(tokyo, again));
    assertThat(accepted.statusCode()).isEqualTo(202);
    while (runsOf("4").isEmpty() || runsOf("5").isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    victim.destroyForcibly().waitFor(); // kill -9
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
