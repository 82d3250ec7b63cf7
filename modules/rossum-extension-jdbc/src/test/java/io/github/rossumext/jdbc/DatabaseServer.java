package io.github.rossumext.jdbc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Debian's PostgreSQL or MariaDB in a temporary folder, on a free port. The first test that needs
 * one starts it, and it ends with the tests.
 */
final class DatabaseServer {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private static @Nullable DatabaseServer postgresql;
  private static @Nullable DatabaseServer mariaDb;

  private final Path folder;
  private final String url;
  private final String administration;
  private final String parameters;

  private DatabaseServer(Path folder, String url, String administration, String parameters) {
    this.folder = folder;
    this.url = url;
    this.administration = administration;
    this.parameters = parameters;
  }

  static synchronized DatabaseServer postgresql() throws Exception {
    if (postgresql == null) {
      postgresql = startPostgresql();
    }
    return postgresql;
  }

  static synchronized DatabaseServer mariaDb() throws Exception {
    if (mariaDb == null) {
      mariaDb = startMariaDb();
    }
    return mariaDb;
  }

  private static DatabaseServer startPostgresql() throws Exception {
    Tool server = Tool.ofPostgresql("postgres");
    Path folder = folder(server);
    Path data = folder.resolve("data");
    Tool.ofPostgresql("initdb")
        .run(folder, "-D", data, "-U", "rossum", "--auth=trust", "--no-sync", "-E", "UTF8");
    int port = freePort();
    Process process =
        server.start(
            folder, "-D", data, "-p", port, "-k", "", "-h", "127.0.0.1", "-c", "fsync=off");
    endWithTheTests(
        folder,
        process,
        () -> Tool.ofPostgresql("pg_ctl").run(folder, "stop", "-D", data, "-m", "immediate"));
    return new DatabaseServer(
            folder, "jdbc:postgresql://127.0.0.1:" + port + "/", "postgres", "?user=rossum")
        .awaitStart(process);
  }

  private static DatabaseServer startMariaDb() throws Exception {
    Tool server = Tool.ofMariaDb("mariadbd");
    Path folder = folder(server);
    String data = "--datadir=" + folder.resolve("data");
    Tool.ofMariaDb("mariadb-install-db")
        .run(
            folder,
            "--no-defaults",
            data,
            "--auth-root-authentication-method=normal",
            "--skip-test-db");
    int port = freePort();
    Process process =
        server.start(
            folder,
            "--no-defaults",
            data,
            "--port=" + port,
            "--bind-address=127.0.0.1",
            "--socket=" + folder.resolve("socket"),
            "--pid-file=" + folder.resolve("pid"),
            "--skip-name-resolve",
            "--innodb-flush-log-at-trx-commit=0");
    endWithTheTests(folder, process, () -> {});
    return new DatabaseServer(folder, "jdbc:mariadb://127.0.0.1:" + port + "/", "", "?user=root")
        .awaitStart(process);
  }

  private static Path folder(Tool tool) throws IOException {
    tool.path(); // or no test needs a folder
    return Files.createTempDirectory("rossum-" + tool.name());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private interface Ending {
    void end() throws Exception;
  }

  private static void endWithTheTests(Path folder, Process process, Ending ending) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    ending.end();
                    process.destroyForcibly();
                    process.waitFor();
                    delete(folder);
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                }));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(Tool.log(folder));
  }

  private DatabaseServer awaitStart(Process process) throws Exception {
    long start = System.nanoTime();
    while (true) {
      try {
        DriverManager.getConnection(url(administration)).close();
        return this;
      } catch (SQLException e) {
        if (!process.isAlive() || System.nanoTime() - start > PATIENCE_NANOS) {
          throw new AssertionError(Files.readString(Tool.log(folder)), e);
        }
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
  }

  private String url(String database) {
    return url + database + parameters;
  }

  /** Returns where it keeps its files. */
  Path folder() {
    return folder;
  }

  /** Makes an empty database, and returns its JDBC URL. */
  String create(String database) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(administration));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    }
    return url(database);
  }
}
