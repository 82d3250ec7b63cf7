package io.github.rossumext.examples.ordermatching;

import static io.github.rossumext.examples.ordermatching.Documents.invoice;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import org.junit.jupiter.api.Test;

class TaxTableRuleTest extends Slice {
  @Test
  void eachRateHasARow() {
    initialized(invoice());

    assertThat(rossum).hasRows("tax_details", 2);
    assertThat(rossum).row("tax_details", 0).hasTexts("7", "48.00", "3.36");
    assertThat(rossum).row("tax_details", 1).hasTexts("19", "756.00", "143.64");
  }

  @Test
  void linesWithTheSameRateAreAdded() {
    initialized(invoice());

    rossum.edit("line_items[1].item_rate", "19.0");

    assertThat(rossum).hasRows("tax_details", 1);
    assertThat(rossum).row("tax_details", 0).hasText("tax_detail_base", "804.00");
  }

  @Test
  void aLineWithoutRateOrAmountIsLeftOut() {
    initialized(
        invoice()
            .withField("line_items[0].item_rate", "")
            .withField("line_items[1].item_total_base", ""));

    assertThat(rossum).hasRows("tax_details", 0);
  }
}
