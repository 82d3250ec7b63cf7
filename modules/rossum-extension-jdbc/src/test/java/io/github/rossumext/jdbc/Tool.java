package io.github.rossumext.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program of a database server, which the tests need and Maven does not install. */
record Tool(String name, String debianPackage, String user) {
  private static final Path POSTGRESQL = Path.of("/usr/lib/postgresql");

  static Tool ofPostgresql(String name) {
    return new Tool(name, "postgresql", "postgres");
  }

  static Tool ofMariaDb(String name) {
    return new Tool(name, "mariadb-server", "mysql");
  }

  /**
   * Returns the path of the program. If it is missing, the tests fail under CI; elsewhere they are
   * skipped with a clear message.
   */
  Path path() throws IOException {
    return folders().stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(this::missing);
  }

  /** Debian does not put servers on the path of users other than root, and PostgreSQL on none. */
  private static List<Path> folders() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
      folders.add(Path.of(folder));
    }
    folders.add(Path.of("/usr/sbin"));
    if (Files.isDirectory(POSTGRESQL)) {
      try (Stream<Path> versions = Files.list(POSTGRESQL)) {
        versions
            .sorted(Comparator.reverseOrder())
            .forEach(version -> folders.add(version.resolve("bin")));
      }
    }
    return folders;
  }

  private Path missing() {
    String message =
        "%s is missing: nothing is tested on its database. Install it: apt-get install %s"
            .formatted(name, debianPackage);
    if (System.getenv("CI") != null) {
      return fail(message);
    }
    System.err.println("\n*** SKIPPED: " + message + "\n");
    return Assumptions.abort(message);
  }

  /** Runs the program to its end. Fails if it ends with an error. */
  void run(Path folder, Object... arguments) throws IOException, InterruptedException {
    Process process = start(folder, arguments);
    process.getOutputStream().close();
    int status = process.waitFor();
    assertThat(status).as(Files.readString(log(folder))).isZero();
  }

  /**
   * Starts the program. The servers refuse to be run by root: then they run as the user that their
   * package has made.
   */
  Process start(Path folder, Object... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      UserPrincipalLookupService users = folder.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(folder, users.lookupPrincipalByName(user));
      command.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"));
    }
    command.add(path().toString());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(Redirect.appendTo(log(folder).toFile()))
        .start();
  }

  /** Returns the file with all that the programs of a folder have written. */
  static Path log(Path folder) {
    return folder.resolveSibling(folder.getFileName() + ".log");
  }
}
