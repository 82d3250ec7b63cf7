package io.github.rossumext.jdbc;

import java.sql.DriverManager;
import javax.sql.DataSource;

/** A minimum of a data source: a new connection each time. */
final class DriverDataSource {
  private DriverDataSource() {}

  static DataSource of(String url) {
    return Proxies.of(
        DataSource.class, (proxy, method, arguments) -> DriverManager.getConnection(url));
  }
}
