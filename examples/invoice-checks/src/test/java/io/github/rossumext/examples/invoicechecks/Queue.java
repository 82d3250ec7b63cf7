package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.LossyWrites;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.ShownMessage;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.value.Secret;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Rossum with a queue that has the extension, and what stands on its screen. */
final class Queue {
  static final Secret SECRET = Secret.of("made-up");

  private Queue() {}

  /** The extension with this database, strict about what Rossum would lose. */
  static SimulatedHook hook(DataSource database) {
    return SimulatedHook.of(
        InvoiceChecks.endpoint(SECRET, database).lossyWrites(LossyWrites.REFUSE).build(), SECRET);
  }

  /** Rossum with the extension and a database of its own. */
  static RossumSimulator rossum() {
    return RossumSimulator.of(hook(database()));
  }

  /** Rossum after this document was imported. */
  static RossumSimulator initialized(Fixture document) {
    RossumSimulator rossum = rossum().open(document);
    rossum.initialize();
    return rossum;
  }

  /** Rossum after this document was imported, where the hook has these settings. */
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

  /** Lets every query fail from now on. */
  static void breakDown(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP ALL OBJECTS");
    }
  }

  /** What the user reads: kind, field and text of each message. */
  static List<String> said(RossumSimulator rossum) {
    return rossum.messages().stream().map(ShownMessage::toString).toList();
  }
}
