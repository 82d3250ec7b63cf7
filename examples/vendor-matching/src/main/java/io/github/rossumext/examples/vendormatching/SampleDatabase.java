package io.github.rossumext.examples.vendormatching;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * The database of the example. It is in memory and starts with the same rows each time. Replace it
 * in {@link VendorMatching} by any {@link DataSource}; one with a pool of connections is faster.
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

  /** Creates a database with the three suppliers of the tutorial. */
  static DataSource create() throws SQLException {
    // Without DB_CLOSE_DELAY, H2 drops a database in memory with its last connection.
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    // A pool, because opening a connection takes longer than the whole rest of a request.
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
