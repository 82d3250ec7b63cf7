package io.github.rossumext.examples.invoicechecks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The prices in the tables of the ERP. Thread-safe: each call takes a connection of its own. */
final class ErpPrices implements PriceSource {
  private static final int PAGE = 500;

  private static final String NEXT =
      "SELECT item, price FROM erp_prices WHERE item > ? ORDER BY item FETCH FIRST ? ROWS ONLY";

  private final DataSource erp;

  ErpPrices(DataSource erp) {
    this.erp = erp;
  }

  @Override
  public List<Price> pageAfter(String afterItem) throws SQLException {
    try (Connection connection = erp.getConnection();
        PreparedStatement next = connection.prepareStatement(NEXT)) {
      next.setString(1, afterItem);
      next.setInt(2, PAGE);
      try (ResultSet rows = next.executeQuery()) {
        List<Price> page = new ArrayList<>();
        while (rows.next()) {
          page.add(new Price(rows.getString("item"), rows.getBigDecimal("price")));
        }
        return page;
      }
    }
  }
}
