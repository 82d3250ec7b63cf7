package io.github.rossumext.examples.vendormatching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** The playground as its script starts it: a process with output and an exit status. */
@Timeout(
    value = 120,
    threadMode = ThreadMode.SEPARATE_THREAD) // a separate thread also ends a blocked read
class VendorMatchingPlaygroundTest {
  private static final String PRINTED = "Playground: ";
  private static final int ENDED_BY_SIGTERM = 128 + 15;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endWhatIsLeft() {
    started.forEach(Process::destroyForcibly);
  }

  private Process start(String port) throws IOException {
    ProcessBuilder program =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1", // as the script
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            VendorMatchingPlayground.class.getName());
    program.environment().put("PORT", port);
    Process process = program.start();
    started.add(process);
    return process;
  }

  private static HttpResponse<Stream<String>> get(URI url, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve(path))
            .header("X-Playground-Token", url.getFragment())
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
  }

  @Test
  void itPrintsItsUrlAndEndsCleanly() throws Exception {
    Process program = start("0");
    BufferedReader output = program.inputReader();
    String line = output.readLine();
    while (line != null && !line.startsWith(PRINTED)) {
      line = output.readLine();
    }
    assertThat(line).isNotNull();
    URI url = URI.create(line.substring(PRINTED.length()));

    assertThat(get(url, "/api/view").body()).anyMatch(view -> view.contains("reviewing"));
    HttpResponse<Stream<String>> events = get(url, "/api/events?token=" + url.getFragment());
    program.toHandle().destroy(); // as kill, without closing the streams

    assertThat(events.body())
        .filteredOn(event -> !event.isEmpty())
        .last()
        .asString()
        .contains("\"isEnd\":true");
    assertThat(program.waitFor()).isEqualTo(ENDED_BY_SIGTERM);
    assertThat(program.errorReader().lines()).isEmpty();
  }

  @Test
  void aPortThatIsTakenIsSaid() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process program = start(String.valueOf(taken.getLocalPort()));

      assertThat(program.errorReader().lines())
          .containsExactly(
              "The playground cannot listen on port "
                  + taken.getLocalPort()
                  + ". Choose a port that is free.");
      assertThat(program.waitFor()).isEqualTo(1);
    }
  }
}
