package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.jdbc.JdbcDeliveryStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The database of the example. It is in memory and starts with the same rows each time. Replace it
 * in {@link InvoiceChecks} by any {@link DataSource}; one with a pool of connections is faster.
 */
final class SampleDatabase {
  private static final String TABLES =
      """
      CREATE TABLE suppliers (id BIGINT PRIMARY KEY, name VARCHAR(200) NOT NULL, terms INT NOT NULL);
      INSERT INTO suppliers VALUES
        (2207, 'Nordlicht Papier GmbH', 30), (2208, 'Nordlicht Energie AG', 14), (3110, 'Volvo', 45);

      CREATE TABLE prices (item VARCHAR(50) PRIMARY KEY, price DECIMAL(20, 4) NOT NULL);
      INSERT INTO prices VALUES ('NL-4410', 18.90), ('NL-2200', 4.25);

      CREATE TABLE erp_prices (item VARCHAR(50) PRIMARY KEY, price DECIMAL(20, 4) NOT NULL);
      INSERT INTO erp_prices VALUES ('NL-4410', 18.90), ('NL-2200', 4.40), ('NL-3300', 7.15);

      CREATE TABLE ledger (
        delivery VARCHAR(32) PRIMARY KEY,
        annotation BIGINT NOT NULL,
        vendor VARCHAR(50) NOT NULL,
        number VARCHAR(1500) NOT NULL,
        UNIQUE (vendor, number)
      );

      CREATE TABLE archive (
        annotation BIGINT PRIMARY KEY,
        document_type VARCHAR(50) NOT NULL,
        invoice_id VARCHAR(1500) NOT NULL,
        vendor VARCHAR(50) NOT NULL,
        date_issue DATE NOT NULL,
        amount_total DECIMAL(40, 10) NOT NULL
      );
      """;

  private SampleDatabase() {}

  /**
   * Creates a database with three suppliers, two prices that the ERP has changed since, an empty
   * ledger, an empty archive, and the table of the deliveries.
   */
  static DataSource create() throws SQLException {
    JdbcDataSource database = new JdbcDataSource();
    // Without DB_CLOSE_DELAY, H2 drops a database in memory with its last connection.
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(TABLES);
    }
    JdbcDeliveryStore.of(database).createTable();
    return database;
  }
}
