package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.examples.invoicechecks.Documents.invoice;
import static io.github.rossumext.examples.invoicechecks.Queue.initialized;
import static io.github.rossumext.examples.invoicechecks.Queue.said;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.ShownMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first line is 40 × 18.90 = 756.00. */
class LineTotalRuleTest {
  @Test
  void aWrongQuantityIsWarnedOfInItsLine() {
    RossumSimulator rossum = initialized(invoice());

    rossum.edit("line_items[0].item_quantity", "41");

    assertThat(said(rossum))
        .containsExactly("warning on line_items[0].item_total_base: Quantity × price is 774.90.");
    assertThat(rossum.field("line_items[0].item_total_base").messages()).hasSize(1);
    assertThat(rossum.field("line_items[1].item_total_base").messages()).isEmpty();
  }

  @Test
  void aWarningDoesNotKeepTheUserFromConfirming() {
    RossumSimulator rossum = initialized(invoice());
    rossum.edit("line_items[0].item_quantity", "41");

    assertThat(rossum.confirm()).isAccepted();
  }

  @ParameterizedTest(name = "{0} × {1} = {2}")
  @CsvSource({
    "0, 18.90, 0.00",
    "0, 0, 0",
    "-2, 18.90, -37.80",
    "3, 0.3333, 1.00",
    "0.5, 18.91, 9.46",
    "0.5, 18.91, 9.45",
  })
  void zeroNegativeAndRoundedLinesAreFine(String quantity, String price, String total) {
    assertThat(warnings(quantity, price, total)).isEmpty();
  }

  @ParameterizedTest(name = "{0} × {1} is not {2}")
  @CsvSource({
    "0, 18.90, 18.90",
    "2, 18.90, -37.80",
    "0.5, 18.91, 9.47",
  })
  void linesBeyondTheToleranceAreNot(String quantity, String price, String total) {
    assertThat(warnings(quantity, price, total)).hasSize(1);
  }

  @ParameterizedTest(name = "quantity ''{0}'', price ''{1}'', total ''{2}''")
  @CsvSource({"'', 18.90, 5", "2, '', 5", "2, 18.90, ''", "two, 18.90, 5"})
  void aLineWithAMissingPartIsSkipped(String quantity, String price, String total) {
    assertThat(warnings(quantity, price, total)).isEmpty();
  }

  private static Iterable<ShownMessage> warnings(String quantity, String price, String total) {
    RossumSimulator rossum =
        initialized(
            invoice()
                .withField("line_items[0].item_quantity", quantity)
                .withField("line_items[0].item_amount_base", price)
                .withField("line_items[0].item_total_base", total));
    return rossum.field("line_items[0].item_total_base").messages();
  }

  @Test
  void aQueueWithoutPricesIsFine() {
    assertThat(initialized(invoice().without("item_amount_base").withoutKey("schemas")))
        .hasNoMessages();
  }
}
