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

/** A program that the tests need and Maven does not install. */
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
   * Returns the path of the program. If it is missing, the tests fail under CI; elsewhere they are
   * skipped with a clear message.
   */
  Path path() {
    // Debian does not put servers on the path of users other than root.
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

  /** Runs the program to its end. Fails if it ends with an error. */
  void run(Path directory, String... arguments) throws IOException, InterruptedException {
    Process process = start(directory, arguments);
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  /** Starts the program. */
  Process start(Path directory, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(path().toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .start();
  }
}
