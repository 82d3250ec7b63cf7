package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.examples.invoicechecks.Documents.invoice;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.listener.HookListener;
import io.github.rossumext.listener.HookRequest;
import io.github.rossumext.listener.HookResult;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.api.Fault;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The archive, from the import of an invoice to its export, with Rossum's API in the process. */
class ArchiveTest {
  private static final long ID =
      invoice().payload(ContentPayload.class).annotation().id().orElseThrow();

  private final DataSource database = Queue.database();
  private final RossumApiStub api = RossumApiStub.create();

  @AfterEach
  void close() {
    api.close();
  }

  /** Returns Rossum after the confirmation of this document. Its API is the stub. */
  private RossumSimulator confirmed(SimulatedHook hook, Fixture document) {
    RossumSimulator rossum = RossumSimulator.of(hook).open(document);
    api.join(rossum);
    rossum.initialize();
    rossum.confirm();
    return rossum;
  }

  private RossumSimulator confirmed(Fixture document) {
    return confirmed(Queue.hookWithArchive(database), document);
  }

  private List<String> archived() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT * FROM archive ORDER BY annotation")) {
      while (found.next()) {
        rows.add(
            "%d: %s %s of %s on %s, %s"
                .formatted(
                    found.getLong("annotation"),
                    found.getString("document_type"),
                    found.getString("invoice_id"),
                    found.getString("vendor"),
                    found.getDate("date_issue"),
                    found.getBigDecimal("amount_total").stripTrailingZeros().toPlainString()));
      }
    }
    return rows;
  }

  @Test
  void anInvoiceIsArchivedWhenItIsExported() throws SQLException {
    RossumSimulator rossum = confirmed(invoice());
    assertThat(archived()).isEmpty();

    rossum.export();

    assertThat(archived()).containsExactly(ID + ": invoice RE-2026/17 of 2207 on 2026-01-15, 1190");
    assertThat(api).hasRequest("GET /v1/annotations/" + ID + "/content").hasNoProblems();
    assertThat(rossum).hasStatus(AnnotationStatus.EXPORTED).hasNoProblems();
  }

  @Test
  void otherChangesOfTheStatusAreNotArchived() throws SQLException {
    RossumSimulator rossum = confirmed(invoice());

    rossum.delete();

    assertThat(archived()).isEmpty();
    assertThat(api).hasNoRequests();
  }

  @Test
  void anEventThatComesTwiceIsArchivedOnce() throws SQLException {
    RossumSimulator rossum = confirmed(invoice());

    rossum.export();
    rossum.export();

    assertThat(archived()).hasSize(1);
  }

  @Test
  void whatWasCorrectedBeforeAnotherExportIsArchived() throws SQLException {
    RossumSimulator rossum = confirmed(invoice());
    rossum.export();

    rossum.edit("invoice_id", "RE-2026/18");
    rossum.confirm();
    rossum.export();

    assertThat(archived()).singleElement().asString().contains("RE-2026/18");
  }

  @Test
  void anEventThatFailsIsSentAgainAndArchivedThen() throws SQLException {
    RossumSimulator rossum = confirmed(invoice());
    api.next(Fault.status(403));

    rossum.export();

    assertThat(archived()).hasSize(1);
    assertThat(rossum).lastExchange().isSuccess();
    assertThat(rossum.exchanges().get(rossum.exchanges().size() - 2).status()).hasValue(503);
  }

  @Test
  void withoutATokenTheFailureSaysWhatToSetInTheHook() throws SQLException {
    List<String> failures = new ArrayList<>();
    HookEndpoint endpoint =
        InvoiceChecks.endpoint(Queue.SECRET, database, null)
            .listener(
                new HookListener() {
                  @Override
                  public void failed(HookRequest request, HookResult result, Throwable failure) {
                    failures.add(failure.getMessage());
                  }
                })
            .build();
    SimulatedHook once = SimulatedHook.of(endpoint, Queue.SECRET).withRetryCount(0);
    RossumSimulator rossum = confirmed(once, invoice().withoutKey("rossum_authorization_token"));

    rossum.export();

    assertThat(archived()).isEmpty();
    assertThat(failures).singleElement().asString().contains("Set token_owner of the hook");
    assertThat(rossum).lastExchange().hasStatus(503);
  }
}
