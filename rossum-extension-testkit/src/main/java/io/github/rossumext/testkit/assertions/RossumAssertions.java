package io.github.rossumext.testkit.assertions;

import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.UploadResponse;
import io.github.rossumext.testkit.api.ApiExchange;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.api.StubbedAnnotation;
import io.github.rossumext.testkit.hook.HookFile;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.FileDecision;
import io.github.rossumext.testkit.simulator.ImportDecision;
import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedField;
import io.github.rossumext.testkit.simulator.SimulatedRow;
import org.assertj.core.api.Assertions;

/**
 * The entry to all assertions. It inherits those of AssertJ, so that one static import is enough:
 *
 * {@snippet class="io.github.rossumext.snippets.DocumentSnippetsTest" region="assertions"}
 *
 * <p>A failure text says what was expected and what was found. It shows messages, the screen and
 * the last exchange, without tokens and secrets. Thread-safe; the assertions are not.
 */
@SuppressWarnings("exports") // users of this class have AssertJ on the path
public final class RossumAssertions extends Assertions {
  private RossumAssertions() {}

  /** Returns assertions on a document, its messages and its status. */
  public static SimulatorAssert assertThat(RossumSimulator rossum) {
    return new SimulatorAssert(rossum);
  }

  /** Returns assertions on a field, cell or button. */
  public static FieldAssert assertThat(SimulatedField field) {
    return new FieldAssert(field);
  }

  /** Returns assertions on a row. */
  public static RowAssert assertThat(SimulatedRow row) {
    return new RowAssert(row);
  }

  /** Returns assertions on one exchange. */
  public static ExchangeAssert assertThat(Exchange exchange) {
    return new ExchangeAssert(exchange);
  }

  /** Returns assertions on the outcome of a step of the user or of Rossum. */
  public static OutcomeAssert assertThat(Outcome outcome) {
    return new OutcomeAssert(outcome);
  }

  /** Returns assertions on what happens to the files of an e-mail or upload. */
  public static ImportAssert assertThat(ImportDecision decision) {
    return new ImportAssert(decision);
  }

  /** Returns assertions on what happens to one file. */
  public static FileAssert assertThat(FileDecision file) {
    return new FileAssert(file);
  }

  /** Returns assertions on a response about content. */
  public static ContentResponseAssert assertThat(ContentResponse response) {
    return new ContentResponseAssert(response);
  }

  /** Returns assertions on a response to an e-mail. */
  public static EmailResponseAssert assertThat(EmailResponse response) {
    return new EmailResponseAssert(response);
  }

  /** Returns assertions on a response to an upload. */
  public static UploadResponseAssert assertThat(UploadResponse response) {
    return new UploadResponseAssert(response);
  }

  /** Returns assertions on a response of an endpoint: status, headers and body. */
  public static EndpointResponseAssert assertThat(EndpointResponse response) {
    return new EndpointResponseAssert(response);
  }

  /** Returns assertions on the requests to an API stub, and on its objects. */
  public static ApiStubAssert assertThat(RossumApiStub api) {
    return new ApiStubAssert(api);
  }

  /** Returns assertions on one request to an API stub. */
  public static ApiExchangeAssert assertThat(ApiExchange exchange) {
    return new ApiExchangeAssert(exchange);
  }

  /** Returns assertions on an annotation of an API stub. */
  public static StubbedAnnotationAssert assertThat(StubbedAnnotation annotation) {
    return new StubbedAnnotationAssert(annotation);
  }

  /** Returns assertions on the file that registers a hook. */
  public static HookFileAssert assertThat(HookFile file) {
    return new HookFileAssert(file);
  }
}
