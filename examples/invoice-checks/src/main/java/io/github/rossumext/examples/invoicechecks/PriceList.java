package io.github.rossumext.examples.invoicechecks;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The agreed prices. Thread-safe: each call takes a connection of its own. */
final class PriceList {
  private static final String FIND = "SELECT price FROM prices WHERE item = ?";

  private static final String STORE = "MERGE INTO prices (item, price) KEY (item) VALUES (?, ?)";

  private final DataSource database;

  PriceList(DataSource database) {
    this.database = database;
  }

  /** Returns the price of an item. */
  Optional<BigDecimal> priceOf(String item) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setString(1, item);
      try (ResultSet rows = find.executeQuery()) {
        return rows.next() ? Optional.of(rows.getBigDecimal("price")) : Optional.empty();
      }
    }
  }

  /** Stores the prices of these items, all or none; known items get the new price. */
  void store(List<PriceSource.Price> page) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement store = connection.prepareStatement(STORE)) {
        for (PriceSource.Price price : page) {
          store.setString(1, price.item());
          store.setBigDecimal(2, price.amount());
          store.addBatch();
        }
        store.executeBatch();
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true); // the pool may give it to somebody else
      }
    }
  }
}
