package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.playground.Playground;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.value.Secret;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens the playground with the checks behind it. The script {@code playground} starts it. */
final class InvoiceChecksPlayground {
  private InvoiceChecksPlayground() {}

  /** Makes the endpoint, again whenever a rule was compiled. */
  static final class Factory implements Supplier<HookEndpoint> {
    /** Not private, so that the tests that the page saves can name it. */
    static final Secret SECRET = Secret.of("only-in-this-process");

    @Override
    public HookEndpoint get() {
      try {
        return InvoiceChecks.endpoint(SECRET, SampleDatabase.create(), null).build();
      } catch (SQLException e) {
        throw new IllegalStateException("The sample database cannot be created.", e);
      }
    }
  }

  /**
   * Opens the playground on the sample, on an invoice without a finding and on its credit note.
   *
   * @param args not used: {@code PORT} is the port to listen on, any free port unless it is set
   */
  public static void main(String[] args) throws Exception {
    Fixture sample =
        Fixture.of(Path.of("sample-request.json")).withSchema(Path.of("rossum/schema.json"));
    int port = Integer.parseInt(Optional.ofNullable(System.getenv("PORT")).orElse("0"));
    try (Playground playground =
        Playground.builder(Factory.class, Factory.SECRET)
            .port(port)
            .document(sample.withName("an invoice with findings"))
            .document(Documents.invoice().withName("an invoice without findings"))
            .document(Documents.creditNote().withName("a credit note"))
            .open()) {
      playground.await();
    } catch (IllegalStateException e) { // the port is taken
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
