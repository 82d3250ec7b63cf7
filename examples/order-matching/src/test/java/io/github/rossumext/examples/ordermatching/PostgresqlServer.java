package io.github.rossumext.examples.ordermatching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Debian's PostgreSQL in a temporary folder, on a free port. */
final class PostgresqlServer implements AutoCloseable {
  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Path folder;
  private final String url;

  private PostgresqlServer(Path folder, String url) {
    this.folder = folder;
    this.url = url;
  }

  static PostgresqlServer start() throws Exception {
    Path programs = programs();
    Path folder = Files.createTempDirectory("order-matching");
    int port = Program.freePort();
    PostgresqlServer server =
        new PostgresqlServer(folder, "jdbc:postgresql://127.0.0.1:" + port + "/postgres");
    String data = folder.resolve("data").toString();
    Process made =
        server.run(
            programs.resolve("initdb"), "-D", data, "-U", "rossum", "--auth=trust", "--no-sync");
    assertThat(made.waitFor()).as(server.log()).isZero();
    Process process =
        server.run(
            programs.resolve("postgres"),
            "-D",
            data,
            "-p",
            Integer.toString(port),
            "-k",
            "",
            "-h",
            "127.0.0.1",
            "-c",
            "fsync=off");
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return server.awaitStart(process);
  }

  /** Returns where the programs are. Without them, the test fails under CI, or is skipped. */
  private static Path programs() throws IOException {
    if (Files.isDirectory(VERSIONS)) {
      try (Stream<Path> versions = Files.list(VERSIONS)) {
        return versions.max(Comparator.naturalOrder()).orElseThrow().resolve("bin");
      }
    }
    String message = "PostgreSQL is missing. Install it: apt-get install postgresql";
    return System.getenv("CI") == null ? Assumptions.abort(message) : fail(message);
  }

  /** PostgreSQL refuses to be run by root: then it runs as the user of its package. */
  private Process run(Path program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      Files.setOwner(
          folder,
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
      command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    command.add(program.toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(Redirect.appendTo(logFile()))
        .start();
  }

  private File logFile() {
    return folder.resolveSibling(folder.getFileName() + ".log").toFile();
  }

  private String log() throws IOException {
    return Files.readString(logFile().toPath());
  }

  private PostgresqlServer awaitStart(Process process) throws Exception {
    long start = System.nanoTime();
    while (true) {
      try {
        DriverManager.getConnection(url + "?user=rossum").close();
        return this;
      } catch (SQLException e) {
        if (!process.isAlive() || System.nanoTime() - start > PATIENCE_NANOS) {
          throw new AssertionError(log(), e);
        }
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
  }

  String url() {
    return url;
  }

  @Override
  public void close() {
    try {
      Process stopped =
          run(
              programs().resolve("pg_ctl"),
              "stop",
              "-D",
              folder.resolve("data").toString(),
              "-m",
              "immediate");
      assertThat(stopped.waitFor()).as(log()).isZero();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
      Files.deleteIfExists(logFile().toPath());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
