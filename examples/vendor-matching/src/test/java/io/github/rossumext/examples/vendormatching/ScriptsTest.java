package io.github.rossumext.examples.vendormatching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.github.rossumext.payload.HookAction;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of the example, if the machine has the tools that they need. */
@Timeout(
    value = 120,
    threadMode = ThreadMode.SEPARATE_THREAD) // a separate thread also ends a blocked read
class ScriptsTest {
  private static final Map<String, String> RIGHT_SECRET =
      Map.of("ROSSUM_HOOK_SECRET", Queue.SECRET.reveal());

  private record Result(int exitCode, String output, String errors) {}

  private static Result run(Map<String, String> environment, String script, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("./" + script));
    command.addAll(List.of(arguments));
    ProcessBuilder program = new ProcessBuilder(command);
    program.environment().keySet().removeAll(List.of("ROSSUM_HOOK_SECRET", "PORT"));
    program.environment().putAll(environment);
    Process process = program.start();
    // The texts are short: neither output can fill its pipe while the test reads the other.
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output, errors);
  }

  private static void assumeInstalled(String... tools) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String tool : tools) {
      assumeTrue(
          Stream.of(path.split(File.pathSeparator))
              .anyMatch(directory -> Files.isExecutable(Path.of(directory, tool))),
          tool + " is not installed");
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class SendSample {
    private final Service service;
    private final String url;

    SendSample() throws Exception {
      assumeInstalled("bash", "curl", "openssl");
      service = new Service();
      url = service.url().toString();
    }

    @AfterAll
    void stop() throws Exception {
      service.stop();
    }

    @Test
    void itPrintsTheResponseSoThatPeopleCanReadIt() throws Exception {
      Result result = run(RIGHT_SECRET, "send-sample", url);

      assertThat(result.errors()).isEmpty();
      assertThat(result.output())
          .startsWith(
              """
              {
                "messages": [
                  {
                    "type": "warning",
                    "content": "Invalid order_id format.",
                    "id": 5931047203
                  }
                ],
              """)
          .contains("\"label\": \"Roboyo\"\n", "\"label\": \"Rossum\"\n")
          .endsWith("\n}\n");
      assertThat(result.exitCode()).isZero();
    }

    @Test
    void textsStayAsTheyAre() throws Exception {
      try (Response response =
          new Response(200, "{\"a\":[],\"b\":\"{é\\\\\\\"[,:\",\"c\":[1,null]}")) {
        assertThat(run(RIGHT_SECRET, "send-sample", response.url()).output())
            .isEqualTo(
                """
                {
                  "a": [],
                  "b": "{é\\\\\\"[,:",
                  "c": [
                    1,
                    null
                  ]
                }
                """);
      }
    }

    @Test
    void aResponseThatIsNotJsonIsPrintedAsItIs() throws Exception {
      try (Response response = new Response(502, "<p>Bad, gateway</p>")) {
        Result result = run(RIGHT_SECRET, "send-sample", response.url());

        assertThat(result.output()).isEqualTo("<p>Bad, gateway</p>\n");
        assertThat(result.errors()).contains("Status 502.");
        assertThat(result.exitCode()).isEqualTo(1);
      }
    }

    @Test
    void aResponseThatPromisesTheResultForLaterIsNotAnError() throws Exception {
      try (Response response = new Response(202, "{}")) {
        Result result = run(RIGHT_SECRET, "send-sample", response.url());

        assertThat(result.errors()).isEmpty();
        assertThat(result.exitCode()).isZero();
      }
    }

    @Test
    void aLineBreakAfterTheSecretDoesNotMatter() throws Exception {
      Map<String, String> fromAFile = Map.of("ROSSUM_HOOK_SECRET", Queue.SECRET.reveal() + "\r\n");

      assertThat(run(fromAFile, "send-sample", url).exitCode()).isZero();
    }

    @Test
    void itSendsAnotherFile(@TempDir Path directory) throws Exception {
      Path file = directory.resolve("a request.json");
      Files.write(file, Documents.invoice().with(HookAction.STARTED).body());

      Result result = run(RIGHT_SECRET, "send-sample", url, file.toString());

      assertThat(result.output()).isEqualTo("{}\n");
      assertThat(result.exitCode()).isZero();
    }

    @Test
    void itFailsIfTheResponseIsAFailure() throws Exception {
      Result result = run(Map.of("ROSSUM_HOOK_SECRET", "wrong"), "send-sample", url);

      assertThat(result.output()).contains("The signature of the request was not accepted.");
      assertThat(result.errors()).contains("401", "ROSSUM_HOOK_SECRET");
      assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void itNamesAMissingSecret() throws Exception {
      Result result = run(Map.of(), "send-sample", url);

      assertThat(result.errors()).startsWith("send-sample: Set ROSSUM_HOOK_SECRET");
      assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void itNamesAMissingFile() throws Exception {
      Result result = run(RIGHT_SECRET, "send-sample", url, "missing.json");

      assertThat(result.errors()).contains("missing.json");
      assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void itSaysThatNoServerResponds() throws Exception {
      Result result = run(RIGHT_SECRET, "send-sample", "http://localhost:0/vendor_matching");

      assertThat(result.errors()).contains("No response from http://localhost:0/vendor_matching");
      assertThat(result.exitCode()).isEqualTo(1);
    }
  }

  /** A server with one response. */
  private static final class Response implements AutoCloseable {
    private final HttpServer server;

    Response(int status, String body) throws IOException {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
      server.createContext(
          "/",
          http -> {
            try (http) {
              http.getRequestBody().readAllBytes();
              http.sendResponseHeaders(status, bytes.length);
              http.getResponseBody().write(bytes);
            }
          });
      server.start();
    }

    String url() {
      return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }

  @Nested
  class Run {
    @Test
    void itNamesAMissingSecretBeforeItBuilds() throws Exception {
      assumeInstalled("bash");

      Result result = run(Map.of(), "run");

      assertThat(result.errors()).startsWith("run: Set ROSSUM_HOOK_SECRET");
      assertThat(result.output()).isEmpty();
      assertThat(result.exitCode()).isEqualTo(1);
    }
  }

  @Nested
  class ThePlayground {
    @Test
    void itNamesAWrongPortBeforeItBuilds() throws Exception {
      assumeInstalled("bash");

      Result result = run(Map.of("PORT", "http"), "playground");

      assertThat(result.errors())
          .isEqualToIgnoringNewLines("playground: PORT is 'http'. Set it to a number up to 65535.");
      assertThat(result.output()).isEmpty();
      assertThat(result.exitCode()).isEqualTo(1);
    }
  }

  /** A program of a jar that was built, in a folder like that of the examples. */
  @Nested
  class Start {
    @TempDir private Path examples;
    private Path archive;

    /** Stands for an example: it says that it listens, and ends. */
    static final class Program {
      private Program() {}

      public static void main(String[] args) {
        System.out.println("Listening on http://localhost:9/small");
      }
    }

    @BeforeEach
    void build() throws IOException {
      assumeInstalled("bash", "cksum", "od", "sed");
      Path script = Path.of("..", "start");
      Files.copy(script, examples.resolve("start"), StandardCopyOption.COPY_ATTRIBUTES);
      Path target = Files.createDirectories(examples.resolve("small").resolve("target"));
      boolean isNew = Runtime.version().feature() >= 25;
      archive = target.resolve(isNew ? "small.aot" : "small.jsa");
      Manifest manifest = new Manifest();
      manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
      manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Program.class.getName());
      String entry = Program.class.getName().replace('.', '/') + ".class";
      try (InputStream bytes = Program.class.getClassLoader().getResourceAsStream(entry);
          JarOutputStream jar =
              new JarOutputStream(Files.newOutputStream(target.resolve("small.jar")), manifest)) {
        jar.putNextEntry(new ZipEntry(entry));
        bytes.transferTo(jar);
      }
    }

    /** Starts the program, and returns whether it made an archive. */
    private boolean makesAnArchive() throws Exception {
      ProcessBuilder program =
          new ProcessBuilder(examples.resolve("start").toString(), "small")
              .redirectErrorStream(true);
      program.environment().put("JAVA_HOME", System.getProperty("java.home"));
      Process process = program.start();
      List<String> lines;
      try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
        lines = output.lines().toList();
      }

      assertThat(process.waitFor()).isZero();
      assertThat(archive).isNotEmptyFile();
      assertThat(lines).last().isEqualTo("Listening on http://localhost:9/small");
      assertThat(lines.subList(0, lines.size() - 1))
          .allMatch(line -> line.startsWith("Making an archive of the classes"));
      return lines.size() > 1;
    }

    private void change(Change change) throws IOException {
      Files.write(archive, change.of(Files.readAllBytes(archive)));
    }

    private interface Change {
      byte[] of(byte[] bytes);
    }

    @Test
    void theFirstOneMakesAnArchiveAndTheOthersFindIt() throws Exception {
      assertThat(makesAnArchive()).isTrue();
      assertThat(makesAnArchive()).isFalse();
    }

    @Test
    void aDamagedArchiveIsMadeAgain() throws Exception {
      makesAnArchive();
      assertThat(archive.toFile().setWritable(true)).isTrue();

      change(bytes -> Arrays.copyOf(bytes, bytes.length / 2));
      assertThat(makesAnArchive()).isTrue();
      assertThat(archive.toFile().setWritable(true)).isTrue();

      change(
          bytes -> {
            Arrays.fill(bytes, bytes.length / 4, bytes.length / 2, (byte) 42);
            return bytes;
          });
      assertThat(makesAnArchive()).isTrue();
      assertThat(makesAnArchive()).isFalse();
    }

    @Test
    void anArchiveThatIsOlderThanTheJarIsMadeAgain() throws Exception {
      makesAnArchive();
      Files.setLastModifiedTime(archive, FileTime.from(Instant.EPOCH));

      assertThat(makesAnArchive()).isTrue();
    }

    @Test
    void aMissingJarIsNamed() throws Exception {
      Result result = run(Map.of(), "../start", "missing");

      assertThat(result.errors()).contains("missing.jar is missing", "examples/missing/run");
      assertThat(result.exitCode()).isEqualTo(1);
    }
  }
}
