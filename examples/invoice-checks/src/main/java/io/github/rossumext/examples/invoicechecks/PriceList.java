package io.github.rossumext.examples.invoicechecks;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The agreed prices. Thread-safe: each call takes a connection of its own. */
final class PriceList {
  private static final String FIND = "SELECT price FROM prices WHERE item = ?";

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
}
