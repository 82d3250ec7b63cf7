package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.examples.invoicechecks.Documents.creditNote;
import static io.github.rossumext.examples.invoicechecks.Documents.invoice;
import static io.github.rossumext.examples.invoicechecks.Queue.initialized;
import static io.github.rossumext.examples.invoicechecks.Queue.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import org.junit.jupiter.api.Test;

/** The lines of 756.00 and 244.00 are the net amount of 1000.00. */
class LineSumRuleTest {
  private static Fixture withFreight(String total) {
    return invoice()
        .withRow(
            "line_items",
            r -> r.field("item_description", "Freight").number("item_total_base", total));
  }

  @Test
  void aLineTooManyIsAnError() {
    assertThat(said(initialized(withFreight("25.50"))))
        .containsExactly(
            "error on amount_total_base: The lines add up to 1025.50, not to the net amount.");
  }

  @Test
  void aUserRemovesIt() {
    RossumSimulator rossum = initialized(withFreight("25.50"));

    rossum.row("line_items", 2).remove();

    assertThat(said(rossum)).isEmpty();
  }

  @Test
  void aCentIsTolerated() {
    assertThat(said(initialized(withFreight("0.01")))).isEmpty();
    assertThat(said(initialized(withFreight("0.02")))).hasSize(1);
  }

  @Test
  void linesThatCostNothingOrAreBlankDoNotCount() {
    assertThat(said(initialized(withFreight("0")))).isEmpty();
    assertThat(said(initialized(invoice().withBlankRow("line_items")))).isEmpty();
  }

  @Test
  void anInvoiceWithoutLinesIsFine() {
    assertThat(said(initialized(invoice().withoutRows("line_items")))).isEmpty();
    assertThat(said(initialized(invoice().without("line_items")))).isEmpty();
  }

  @Test
  void aDiscountIsALineBelowZero() {
    assertThat(
            said(
                initialized(
                    withFreight("-100.00")
                        .withField("amount_total_base", "900.00")
                        .withField("amount_total", "1090.00")
                        .withoutRows("tax_details"))))
        .isEmpty();
  }

  @Test
  void theLinesOfACreditNoteAreNegative() {
    assertThat(said(initialized(creditNote()))).isEmpty();
    assertThat(said(initialized(creditNote().without("line_items[1]"))))
        .containsExactly(
            "error on amount_total_base: The lines add up to -756.00, not to the net amount.");
  }
}
