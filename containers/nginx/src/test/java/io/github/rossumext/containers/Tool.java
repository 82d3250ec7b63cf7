package io.github.rossumext.containers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program that the tests need and that Maven does not bring along. */
final class Tool {
  static final Tool NGINX = new Tool("nginx", "nginx-light");
  static final Tool OPENSSL = new Tool("openssl", "openssl");

  private final String name;
  private final String debianPackage;

  private Tool(String name, String debianPackage) {
    this.name = name;
    this.debianPackage = debianPackage;
  }

  /**
   * Where it is. Where it is missing, the tests are skipped, which nobody can overlook, or fail
   * under CI.
   */
  Path path() {
    // Debian keeps servers out of the path of those who are not root.
    Stream<String> directories =
        Stream.concat(
            Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)),
            Stream.of("/usr/sbin", "/usr/local/sbin"));
    return directories
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(this::missing);
  }

  private Path missing() {
    String message =
        "%s is missing: nothing is tested behind nginx. Install it: apt-get install %s"
            .formatted(name, debianPackage);
    if (System.getenv("CI") != null) {
      return fail(message);
    }
    System.err.println("\n*** SKIPPED: " + message + "\n");
    return Assumptions.abort(message);
  }

  /** Runs it to its end, which has to be a good one. */
  void run(Path directory, String... arguments) throws IOException, InterruptedException {
    Process process = start(directory, arguments);
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  /** Starts it. */
  Process start(Path directory, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(path().toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .start();
  }
}
