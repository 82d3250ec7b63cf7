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

/** Rossum with a queue that has the extension, and what stands on its screen. */
final class Queue {
  /** What the extension of the tests was started with. */
  static final Secret SECRET = Secret.of("a-secret-for-the-tests");

  private Queue() {}

  /** The extension, strict about what Rossum would lose. */
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

  /** Rossum after this document was imported. */
  static RossumSimulator initialized(Fixture document) {
    RossumSimulator rossum = RossumSimulator.of(hook()).open(document);
    rossum.initialize();
    return rossum;
  }

  /**
   * Rossum after this document was imported, opened, edited and validated, where the hook is
   * registered for one action only.
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

  /** What the user reads: kind, field and text of each message. */
  static List<String> said(RossumSimulator rossum) {
    return rossum.messages().stream().map(ShownMessage::toString).toList();
  }

  /** What the extension changed in a field, in all calls. */
  static List<String> changes(RossumSimulator rossum, String schemaId) {
    return rossum.conversation().stream()
        .map(Exchange::changes)
        .flatMap(List::stream)
        .filter(change -> change.schemaId().equals(schemaId))
        .map(change -> change.what() + ": " + change.after())
        .toList();
  }
}
