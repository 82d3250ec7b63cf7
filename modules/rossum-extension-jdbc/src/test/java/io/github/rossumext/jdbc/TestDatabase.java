package io.github.rossumext.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database of its own, which is empty or has the table of the store. */
final class TestDatabase {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String url;
  private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
  private final DataSource dataSource;

  /** What kind of database it is. */
  enum Kind {
    H2,
    POSTGRESQL,
    MARIADB
  }

  private TestDatabase(String url) {
    this.url = url;
    this.dataSource =
        Proxies.of(
            DataSource.class,
            (proxy, method, arguments) -> {
              Connection connection = idle.poll();
              return lent(connection == null ? DriverManager.getConnection(url) : connection);
            });
  }

  /** Returns a database without a table. */
  static TestDatabase empty(Kind kind) throws Exception {
    String name = "test" + COUNT.incrementAndGet();
    return new TestDatabase(
        switch (kind) {
          case H2 -> "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
          case POSTGRESQL -> DatabaseServer.postgresql().create(name);
          case MARIADB -> DatabaseServer.mariaDb().create(name);
        });
  }

  static TestDatabase of(Kind kind) throws Exception {
    TestDatabase database = empty(kind);
    database.store().createTable();
    return database;
  }

  /** A connection that is kept for the next caller when it is closed. */
  private Connection lent(Connection connection) {
    AtomicBoolean isClosed = new AtomicBoolean();
    return Proxies.of(
        Connection.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("close")) {
            if (isClosed.compareAndSet(false, true)) {
              idle.add(connection);
            }
            return null;
          }
          return Proxies.call(method, connection, arguments);
        });
  }

  String url() {
    return url;
  }

  /** Returns the way to it: {@code getConnection()} and nothing else. */
  DataSource dataSource() {
    return dataSource;
  }

  JdbcDeliveryStore store() {
    return JdbcDeliveryStore.of(dataSource);
  }

  /** Lets time pass only if a test says so. */
  void stopClock() throws SQLException {
    execute("DROP VIEW rossum_delivery_clock");
    execute("CREATE TABLE test_clock (millis BIGINT NOT NULL)");
    execute("INSERT INTO test_clock VALUES (1000000000000)");
    execute("CREATE VIEW rossum_delivery_clock AS SELECT millis FROM test_clock");
  }

  void pass(Duration time) throws SQLException {
    execute("UPDATE test_clock SET millis = millis + " + time.toMillis());
  }

  void clear() throws SQLException {
    execute("DELETE FROM rossum_delivery");
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Returns the only value that a query finds. */
  long number(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Returns the number of rows of the store. */
  long rows() throws SQLException {
    return number("SELECT COUNT(*) FROM rossum_delivery");
  }
}
