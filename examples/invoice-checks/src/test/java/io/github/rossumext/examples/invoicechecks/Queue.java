package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.LossyWrites;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.ShownMessage;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.value.Secret;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** A simulated queue with the extension, and what its screen shows. */
final class Queue {
  static final Secret SECRET = Secret.of("a-secret-for-the-tests");

  private Queue() {}

  /**
   * Returns the extension with this database, which refuses lossy writes. It has no archive, which
   * needs Rossum's API: see {@link ArchiveTest}.
   */
  static SimulatedHook hook(DataSource database) {
    return hook(InvoiceChecks.checks(SECRET, database));
  }

  /** Returns the extension with its archive, for tests with Rossum's API. */
  static SimulatedHook hookWithArchive(DataSource database) {
    return hook(InvoiceChecks.endpoint(SECRET, database, null));
  }

  private static SimulatedHook hook(HookEndpoint.Builder endpoint) {
    return SimulatedHook.of(endpoint.lossyWrites(LossyWrites.REFUSE).build(), SECRET);
  }

  /** Returns Rossum with the extension and a database of its own. */
  static RossumSimulator rossum() {
    return RossumSimulator.of(hook(database()));
  }

  /** Returns Rossum after the import of this document. */
  static RossumSimulator initialized(Fixture document) {
    RossumSimulator rossum = rossum().open(document);
    rossum.initialize();
    return rossum;
  }

  /** Returns Rossum after the import of this document, with these settings of the hook. */
  static RossumSimulator initialized(Fixture document, CheckSettings settings) {
    RossumSimulator rossum =
        RossumSimulator.of(hook(database()).withSettings(settings)).open(document);
    rossum.initialize();
    return rossum;
  }

  static DataSource database() {
    try {
      return SampleDatabase.create();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns how many bookings the ledger has. */
  static int bookings(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM ledger")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  /** Makes ledger and deliveries empty. */
  static void clear(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM ledger; DELETE FROM rossum_delivery");
    }
  }

  /** Makes every query fail from now on. */
  static void breakDown(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP ALL OBJECTS");
    }
  }

  /** Returns what the user reads: type, field and text of each message. */
  static List<String> said(RossumSimulator rossum) {
    return rossum.messages().stream().map(ShownMessage::toString).toList();
  }
}
