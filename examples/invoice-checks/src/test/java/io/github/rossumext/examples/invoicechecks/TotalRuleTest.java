package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.examples.invoicechecks.Documents.creditNote;
import static io.github.rossumext.examples.invoicechecks.Documents.invoice;
import static io.github.rossumext.examples.invoicechecks.Queue.initialized;
import static io.github.rossumext.examples.invoicechecks.Queue.said;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Tolerance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Net 1000.00 and VAT 190.00 are 1190.00. */
class TotalRuleTest {
  private static final String WRONG =
      "error on amount_total: Net and VAT add up to 1190.00, not to the total.";

  @ParameterizedTest
  @ValueSource(strings = {"1190.00", "1190", "1190.01", "1189.99"})
  void aCentIsTolerated(String total) {
    assertThat(initialized(invoice().withField("amount_total", total))).hasNoMessages();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1190.011", "1190.02", "1189.98", "0", "-1190.00"})
  void anythingElseIsAnError(String total) {
    assertThat(said(initialized(invoice().withField("amount_total", total))))
        .containsExactly(WRONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1201.90", "1178.10"})
  void theHookMayTolerateMore(String total) {
    CheckSettings onePercent =
        new CheckSettings(Tolerance.percent("1"), Tolerance.absolute("0.01"));

    assertThat(initialized(invoice().withField("amount_total", total), onePercent)).hasNoMessages();
  }

  @Test
  void aUserMendsIt() {
    RossumSimulator rossum = initialized(invoice().withField("amount_total", "119.00"));
    assertThat(rossum.confirm()).isRefused();

    rossum.edit("amount_total", "1,190.00");

    assertThat(rossum).hasNoMessages();
    assertThat(rossum.confirm()).isAccepted();
  }

  @Test
  void aTotalThatIsMissingIsRossumsOwnAffair() {
    assertThat(said(initialized(invoice().withField("amount_total", ""))))
        .containsExactly("error on amount_total: This field is required.");
  }

  @Test
  void withoutVatThereIsNothingToAddUp() {
    assertThat(initialized(invoice().withField("amount_total_tax", ""))).hasNoMessages();
    assertThat(initialized(invoice().without("amount_total_tax"))).hasNoMessages();
  }

  @Test
  void aVatOfZeroIsAddedUp() {
    assertThat(
            said(
                initialized(
                    invoice().withField("amount_total_tax", "0").withoutRows("tax_details"))))
        .containsExactly("error on amount_total: Net and VAT add up to 1000.00, not to the total.");
  }

  @Test
  void theAmountsOfACreditNoteAreNegative() {
    assertThat(initialized(creditNote())).hasNoMessages();
    assertThat(said(initialized(creditNote().withField("amount_total", "-1189.00"))))
        .containsExactly(
            "error on amount_total: Net and VAT add up to -1190.00, not to the total.");
  }
}
