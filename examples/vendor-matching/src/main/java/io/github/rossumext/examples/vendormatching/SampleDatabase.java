package io.github.rossumext.examples.vendormatching;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * The database of the example: it lives in memory and is filled anew at each start. Yours takes its
 * place in {@link VendorMatching}: any {@link DataSource} will do, and one with a pool of
 * connections answers faster.
 */
final class SampleDatabase {
  private static final String TABLE =
      """
      CREATE TABLE suppliers (
        id BIGINT PRIMARY KEY,
        name VARCHAR(1500) NOT NULL,
        search_name VARCHAR(1500) NOT NULL
      )
      """;

  private SampleDatabase() {}

  /** A new database with the three suppliers of the tutorial. */
  static DataSource create() throws SQLException {
    // H2 drops a database in memory with its last connection, unless it is told to keep it.
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    // A pool: to open a connection for each call takes longer than all the rest of it.
    DataSource database = JdbcConnectionPool.create(url, "", "");
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
    }
    Suppliers suppliers = new Suppliers(database);
    suppliers.add(new Supplier(1, "Roboyo"));
    suppliers.add(new Supplier(2, "Rossum"));
    suppliers.add(new Supplier(3, "Volvo"));
    return database;
  }
}
