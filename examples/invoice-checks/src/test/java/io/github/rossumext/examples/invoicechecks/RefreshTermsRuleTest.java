package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.examples.invoicechecks.Documents.invoice;
import static io.github.rossumext.examples.invoicechecks.Queue.breakDown;
import static io.github.rossumext.examples.invoicechecks.Queue.initialized;
import static io.github.rossumext.examples.invoicechecks.Queue.said;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Volvo is paid after 45 days. */
class RefreshTermsRuleTest {
  @Test
  void theButtonFetchesTheTermsAndTheDueDateFollows() {
    RossumSimulator rossum = initialized(invoice().withField("vendor_name", "Volvo"));
    assertThat(rossum.field("terms")).hasText("30");

    rossum.click("refresh_terms");

    assertThat(rossum.field("terms")).hasText("45");
    assertThat(rossum.field("date_due")).hasText("2026-03-01");
  }

  @Test
  void termsThatAreRightAreLeftAsTheyAre() {
    RossumSimulator rossum = initialized(invoice());

    rossum.click("refresh_terms");

    assertThat(rossum.field("terms")).hasText("30");
    assertThat(rossum).hasNoMessages();
  }

  @Test
  void withoutVendorThereIsNothingToFetch() {
    RossumSimulator rossum = initialized(invoice().withField("vendor_name", "Nobody Ltd"));

    rossum.click("refresh_terms");

    assertThat(rossum.field("terms")).hasText("30");
    assertThat(said(rossum)).contains("warning on vendor: Choose a vendor first.");
  }

  @Test
  void ifTheDatabaseDoesNotRespondTheUserReadsSo() throws SQLException {
    DataSource database = Queue.database();
    RossumSimulator rossum = RossumSimulator.of(Queue.hook(database)).open(invoice());
    rossum.initialize();
    breakDown(database);

    rossum.click("refresh_terms");

    assertThat(rossum.field("terms")).hasText("30");
    assertThat(said(rossum))
        .contains("error: The database of suppliers does not respond. Try again.");
  }
}
