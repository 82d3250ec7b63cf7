package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.examples.invoicechecks.Documents.creditNote;
import static io.github.rossumext.examples.invoicechecks.Documents.invoice;
import static io.github.rossumext.examples.invoicechecks.Queue.initialized;
import static io.github.rossumext.examples.invoicechecks.Queue.said;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

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

    assertThat(rossum).hasNoMessages();
  }

  @Test
  void aCentIsTolerated() {
    assertThat(initialized(withFreight("0.01"))).hasNoMessages();
    assertThat(said(initialized(withFreight("0.02")))).hasSize(1);
  }

  @Test
  void linesThatCostNothingOrAreBlankDoNotCount() {
    assertThat(initialized(withFreight("0"))).hasNoMessages();
    assertThat(initialized(invoice().withBlankRow("line_items"))).hasNoMessages();
  }

  @Test
  void anInvoiceWithoutLinesIsFine() {
    assertThat(initialized(invoice().withoutRows("line_items"))).hasNoMessages();
    assertThat(initialized(invoice().without("line_items"))).hasNoMessages();
  }

  @Test
  void aDiscountIsALineBelowZero() {
    assertThat(
            initialized(
                withFreight("-100.00")
                    .withField("amount_total_base", "900.00")
                    .withField("amount_total", "1090.00")
                    .withoutRows("tax_details")))
        .hasNoMessages();
  }

  @Test
  void theLinesOfACreditNoteAreNegative() {
    assertThat(initialized(creditNote())).hasNoMessages();
    assertThat(said(initialized(creditNote().without("line_items[1]"))))
        .containsExactly(
            "error on amount_total_base: The lines add up to -756.00, not to the net amount.");
  }
}
