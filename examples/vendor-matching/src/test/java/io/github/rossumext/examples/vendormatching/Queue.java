package io.github.rossumext.examples.vendormatching;

import io.github.rossumext.LossyWrites;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.ShownMessage;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.value.Secret;
import java.sql.SQLException;
import java.util.List;

/** A simulated queue with the extension, and what its screen shows. */
final class Queue {
  /** The secret of the extension in the tests. */
  static final Secret SECRET = Secret.of("a-secret-for-the-tests");

  private Queue() {}

  /** Returns the extension, which refuses lossy writes. */
  static SimulatedHook hook() {
    try {
      Suppliers suppliers = new Suppliers(SampleDatabase.create());
      return SimulatedHook.of(
          VendorMatching.endpoint(SECRET, suppliers).lossyWrites(LossyWrites.REFUSE).build(),
          SECRET);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns Rossum after the import of this document. */
  static RossumSimulator initialized(Fixture document) {
    RossumSimulator rossum = RossumSimulator.of(hook()).open(document);
    rossum.initialize();
    return rossum;
  }

  /**
   * Returns Rossum after the import, opening, editing and validating of this document, with the
   * hook registered for one action only.
   */
  static RossumSimulator worked(Fixture document, String action) {
    String event = "annotation_content." + action;
    RossumSimulator rossum = RossumSimulator.of(hook().withEvents(event)).open(document);
    rossum.initialize();
    rossum.start();
    rossum.edit("vendor_name", "Rossum");
    rossum.validate();
    return rossum;
  }

  /** Returns what the user reads: type, field and text of each message. */
  static List<String> said(RossumSimulator rossum) {
    return rossum.messages().stream().map(ShownMessage::toString).toList();
  }

  /** Returns what the extension changed in a field, in all responses. */
  static List<String> changes(RossumSimulator rossum, String schemaId) {
    return rossum.exchanges().stream()
        .map(Exchange::changes)
        .flatMap(List::stream)
        .filter(change -> change.schemaId().equals(schemaId))
        .map(change -> change.part() + ": " + change.after())
        .toList();
  }
}
