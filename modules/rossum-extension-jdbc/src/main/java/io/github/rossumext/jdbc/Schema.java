package io.github.rossumext.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Table, indexes and view of the store. */
final class Schema {
  private static final String FOLDER = "rossum-extension-jdbc";

  /** The names of the files, by the beginning of what the drivers call their databases. */
  private static final Map<String, String> FILES =
      Map.of(
          "H2", "h2",
          "PostgreSQL", "postgresql",
          "MariaDB", "mysql",
          "MySQL", "mysql",
          "Oracle", "oracle",
          "Microsoft SQL Server", "sqlserver");

  private final Database database;

  Schema(Database database) {
    this.database = database;
  }

  /**
   * Creates what is missing. Another node may do the same at this moment: what counts is that all
   * of it is there in the end.
   */
  void create() throws SQLException {
    if (isThere()) {
      return;
    }
    List<String> statements = statements(fileFor(productName()));
    List<SQLException> failures =
        database.withConnection(
            connection -> {
              try (Statement statement = connection.createStatement()) {
                return execute(statement, statements);
              }
            });
    if (!failures.isEmpty() && !isThere()) {
      SQLException first = failures.get(0);
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }

  private static List<SQLException> execute(Statement statement, List<String> statements) {
    List<SQLException> failures = new ArrayList<>();
    for (String sql : statements) {
      try {
        statement.execute(sql);
      } catch (SQLException e) { // perhaps another node was faster
        failures.add(e);
      }
    }
    return failures;
  }

  private boolean isThere() {
    try {
      return database.query(row -> row.getString(1), 1, Sql.PROBE).isEmpty();
    } catch (SQLException e) { // so it is missing; if it is not, the next statement fails, too
      return false;
    }
  }

  private String productName() throws SQLException {
    return database.withConnection(connection -> connection.getMetaData().getDatabaseProductName());
  }

  /** Returns the name of the file for a database. */
  static String fileFor(String productName) {
    return FILES.entrySet().stream()
        .filter(file -> productName.startsWith(file.getKey()))
        .map(file -> FOLDER + "/" + file.getValue() + ".sql")
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Expected H2, PostgreSQL, MariaDB, MySQL, Oracle or Microsoft SQL Server, but the"
                        + " database is "
                        + productName
                        + ". Create the table yourself: adapt one of the files in "
                        + FOLDER
                        + "/ of the jar."));
  }

  /** Returns the statements of a file. */
  static List<String> statements(String file) {
    try (InputStream in = Schema.class.getResourceAsStream("/" + file)) {
      if (in == null) {
        throw new IllegalStateException("The jar of rossum-extension-jdbc lacks " + file + ".");
      }
      String sql = new String(in.readAllBytes(), UTF_8).replaceAll("(?m)^--.*\\R", "");
      return Arrays.stream(sql.split(";\\s*(?:\\R|$)", -1))
          .map(String::strip)
          .filter(text -> !text.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
