package io.github.rossumext.examples.vendormatching;

import static io.github.rossumext.examples.vendormatching.Documents.invoice;
import static io.github.rossumext.examples.vendormatching.Queue.changes;
import static io.github.rossumext.examples.vendormatching.Queue.initialized;
import static io.github.rossumext.examples.vendormatching.Queue.worked;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;

import io.github.rossumext.testkit.simulator.RossumSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceIdRuleTest {
  @ParameterizedTest
  @CsvSource({"INV-77, 77", "2026/0117, 20260117", "' 77 ', 77", "٣4, 4", "none, ''"})
  void everythingButTheDigitsIsRemoved(String received, String digits) {
    RossumSimulator rossum = initialized(invoice().withField("invoice_id", received));

    assertThat(rossum.field("invoice_id")).hasText(digits);
    assertThat(rossum.field("invoice_id").validationSources()).containsExactly(CONNECTOR);
  }

  @Test
  void theUserIsToldNothing() {
    assertThat(initialized(invoice().withField("invoice_id", "INV-77"))).hasNoMessages();
  }

  @ParameterizedTest
  @ValueSource(strings = {"77", "0", ""})
  void aNumberOfDigitsOnlyIsLeftAsItIs(String received) {
    RossumSimulator rossum = initialized(invoice().withField("invoice_id", received));

    assertThat(changes(rossum, "invoice_id")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"initialize", "started", "updated", "user_update"})
  void itAppliesToEachAction(String action) {
    RossumSimulator rossum = worked(invoice().withField("invoice_id", "INV-77"), action);

    assertThat(rossum.field("invoice_id")).hasText("77");
  }

  @Test
  void aDocumentWithoutInvoiceNumberIsSkipped() {
    RossumSimulator rossum = initialized(invoice().without("invoice_id"));

    assertThat(rossum).hasNoMessages();
    assertThat(rossum).hasNoProblems();
  }
}
