package io.github.rossumext.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Runs statements, each on a connection of its own with auto-commit: what one statement did stays,
 * whatever happens to the next. Thread-safe.
 */
final class Database {
  private static final int MAX_TRIES = 5;

  private final DataSource dataSource;
  private final int statementSeconds;

  Database(DataSource dataSource, int statementSeconds) {
    this.dataSource = dataSource;
    this.statementSeconds = statementSeconds;
  }

  /** What is done with a connection or statement. */
  interface Work<S, T> {
    T with(S source) throws SQLException;
  }

  /** Runs a statement that changes rows, and returns how many it changed. */
  int update(String sql, Object... parameters) throws SQLException {
    return prepared(sql, parameters, PreparedStatement::executeUpdate);
  }

  /**
   * Inserts rows.
   *
   * @return false if one of the keys is there already; then none of the rows is inserted
   */
  boolean insert(String sql, Object... parameters) throws SQLException {
    try {
      return update(sql, parameters) > 0;
    } catch (SQLException e) {
      if (stateOf(e).startsWith("23")) { // not every driver has an exception class for it
        return false;
      }
      throw e;
    }
  }

  /** Returns what is made of each row. */
  <T> List<T> query(Work<ResultSet, T> reader, int maxRows, String sql, Object... parameters)
      throws SQLException {
    return prepared(
        sql,
        parameters,
        statement -> {
          statement.setMaxRows(maxRows);
          List<T> found = new ArrayList<>();
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              found.add(reader.with(rows));
            }
          }
          return found;
        });
  }

  private <T> T prepared(String sql, Object[] parameters, Work<PreparedStatement, T> work)
      throws SQLException {
    for (int tries = 1; ; tries++) {
      try {
        return withConnection(
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setQueryTimeout(statementSeconds);
                for (int i = 0; i < parameters.length; i++) {
                  set(statement, i + 1, parameters[i]);
                }
                return work.with(statement);
              }
            });
      } catch (SQLException e) {
        if (tries >= MAX_TRIES || !isRolledBack(e)) {
          throw StoreException.of(e);
        }
      }
    }
  }

  private static void set(PreparedStatement statement, int index, Object parameter)
      throws SQLException {
    if (parameter instanceof String text) {
      statement.setString(index, text);
    } else if (parameter instanceof byte[] bytes) {
      statement.setBytes(index, bytes);
    } else {
      statement.setLong(index, ((Number) parameter).longValue());
    }
  }

  /** Does this with a connection that commits each statement. */
  <T> T withConnection(Work<Connection, T> work) throws SQLException {
    try (Connection connection = connection()) {
      boolean isAsNeeded = connection.getAutoCommit();
      if (!isAsNeeded) {
        connection.setAutoCommit(true);
      }
      try {
        return work.with(connection);
      } finally {
        if (!isAsNeeded) {
          connection.setAutoCommit(false);
        }
      }
    }
  }

  private Connection connection() throws SQLException {
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      throw StoreException.withoutConnection(e);
    }
  }

  /** Returns whether the database gave way to another transaction, and nothing was done. */
  private static boolean isRolledBack(SQLException e) {
    return stateOf(e).equals("40001") || stateOf(e).equals("40P01"); // PostgreSQL's deadlock
  }

  private static String stateOf(SQLException e) {
    String state = e.getSQLState();
    return state == null ? "" : state;
  }
}
