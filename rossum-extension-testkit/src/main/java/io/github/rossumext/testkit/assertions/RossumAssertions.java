package io.github.rossumext.testkit.assertions;

import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.UploadResponse;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.FileDecision;
import io.github.rossumext.testkit.simulator.ImportDecision;
import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedField;
import io.github.rossumext.testkit.simulator.SimulatedRow;
import org.assertj.core.api.Assertions;

/**
 * Where assertions begin. It has AssertJ's own as well, so that one static import suffices:
 *
 * <pre>{@code
 * import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
 *
 * assertThat(rossum.field("vendor")).hasValue("3").hasOptions("3").isValidatedBy(CONNECTOR);
 * assertThat(rossum.field("vendor_name")).hasError("Vendor not found.");
 * assertThat(rossum.confirm()).isRefused();
 * assertThat(rossum).hasStatus(REVIEWING).hasNoProblems();
 * assertThat(rossum.rows("line_items")).hasSize(4);
 * }</pre>
 *
 * <p>A failure says what was expected and what is, what else was said, and shows the last call;
 * token and secrets of the calls are left out. Thread-safe; the assertions are not.
 */
@SuppressWarnings("exports") // who uses this has the library on the path, too
public final class RossumAssertions extends Assertions {
  private RossumAssertions() {}

  /** Asserts something of a document, its messages and its status. */
  public static SimulatorAssert assertThat(RossumSimulator rossum) {
    return new SimulatorAssert(rossum);
  }

  /** Asserts something of a field, a cell or a button. */
  public static FieldAssert assertThat(SimulatedField field) {
    return new FieldAssert(field);
  }

  /** Asserts something of a row. */
  public static RowAssert assertThat(SimulatedRow row) {
    return new RowAssert(row);
  }

  /** Asserts something of one call and its answer. */
  public static ExchangeAssert assertThat(Exchange exchange) {
    return new ExchangeAssert(exchange);
  }

  /** Asserts something of what became of an action of a user's or of Rossum's. */
  public static OutcomeAssert assertThat(Outcome outcome) {
    return new OutcomeAssert(outcome);
  }

  /** Asserts something of what becomes of the files of an e-mail or upload. */
  public static ImportAssert assertThat(ImportDecision decision) {
    return new ImportAssert(decision);
  }

  /** Asserts something of what becomes of one file. */
  public static FileAssert assertThat(FileDecision file) {
    return new FileAssert(file);
  }

  /** Asserts something of an answer about content. */
  public static ContentResponseAssert assertThat(ContentResponse response) {
    return new ContentResponseAssert(response);
  }

  /** Asserts something of an answer to an e-mail. */
  public static EmailResponseAssert assertThat(EmailResponse response) {
    return new EmailResponseAssert(response);
  }

  /** Asserts something of an answer to an upload. */
  public static UploadResponseAssert assertThat(UploadResponse response) {
    return new UploadResponseAssert(response);
  }

  /** Asserts something of an answer as it goes over the wire. */
  public static EndpointResponseAssert assertThat(EndpointResponse response) {
    return new EndpointResponseAssert(response);
  }
}
