package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.testkit.EmailBuilder;
import io.github.rossumext.testkit.simulator.ImportDecision;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxFilterTest {
  private static ImportDecision receive(EmailBuilder email) {
    return Queue.rossum().receive(email.build());
  }

  private static EmailBuilder invoices() {
    return EmailBuilder.create().pdf("invoice.pdf").file("logo.png", "image/png").pdf("copy.pdf");
  }

  @Test
  void thePdfsAreImportedAndNothingElse() {
    assertThat(receive(invoices())).imports("invoice.pdf", "copy.pdf");
  }

  @Test
  void anEmailWithoutPdfImportsNothing() {
    assertThat(receive(EmailBuilder.create().file("logo.png", "image/png"))).importsNothing();
    assertThat(receive(EmailBuilder.create())).importsNothing();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Order 450017",
        "Your order: 450017",
        "Invoice for PO#450017, thank you",
        "re: ORDER 450017",
      })
  void theOrderNumberOfTheSubjectIsPassedOn(String subject) {
    ImportDecision decision = receive(invoices().subject(subject));

    assertThat(decision.files())
        .filteredOn(file -> file.isImported())
        .hasSize(2)
        .allSatisfy(
            file -> assertThat(file.values()).isEqualTo(Map.of("email:order_id", "450017")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Invoice", "", "450017", "Order 45001", "Order 4500171", "Disorder 450017"})
  void aSubjectWithoutOrderNumberPassesNothingOn(String subject) {
    assertThat(receive(invoices().subject(subject)).file("invoice.pdf").values()).isEmpty();
  }

  @Test
  void anEmailMayHaveNoSubjectAtAll() {
    assertThat(receive(invoices().removeHeader("subject")).importedFiles()).hasSize(2);
  }
}
