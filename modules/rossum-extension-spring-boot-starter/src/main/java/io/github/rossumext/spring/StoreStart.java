package io.github.rossumext.spring;

import io.github.rossumext.jdbc.JdbcDeliveryStore;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out at the start whether the store has its table, and not with the first export. */
final class StoreStart {
  private static final Logger LOG = LoggerFactory.getLogger(StoreStart.class);

  private StoreStart() {}

  /**
   * Prepares a store.
   *
   * @throws StartFailure if the table is missing or cannot be created. If the database cannot be
   *     reached, the log says so: it may come back.
   */
  static void prepare(JdbcDeliveryStore store, boolean isCreated) {
    if (isCreated) {
      create(store);
    } else {
      expectTable(store);
    }
  }

  private static void create(JdbcDeliveryStore store) {
    try {
      store.createTable();
    } catch (SQLException | IllegalStateException e) {
      throw new StartFailure(
          "rossum.store.create-table is true, but the table rossum_delivery cannot be created: "
              + e.getClass().getName(),
          "Check the database and the rights of its user. Or create the table with Flyway or"
              + " Liquibase, and remove the property.",
          e);
    }
  }

  private static void expectTable(JdbcDeliveryStore store) {
    try {
      if (!store.hasTable()) {
        throw new StartFailure(
            "The table rossum_delivery, which rossum.once and rossum.later need, is missing, or the"
                + " user of the DataSource may not use it.",
            "Set rossum.store.create-table=true. Or add"
                + " classpath:rossum-extension-spring/flyway/{vendor} to spring.flyway.locations. Or"
                + " include rossum-extension-spring/liquibase.xml in your change log.");
      }
    } catch (SQLException e) {
      LOG.warn(
          "store cannot be reached, so events that are handled once or later get 503 exception={}",
          e.getClass().getName());
    }
  }
}
