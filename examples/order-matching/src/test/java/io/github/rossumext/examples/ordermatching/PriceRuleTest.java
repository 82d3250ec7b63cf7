package io.github.rossumext.examples.ordermatching;

import static io.github.rossumext.examples.ordermatching.Documents.invoice;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceRuleTest extends Slice {
  @Test
  void aPriceThatDiffersByMoreThanOnePercentIsWarnedOf() {
    initialized(invoice().withField("line_items[1].item_amount_base", "24.25"));

    assertThat(said())
        .containsExactly(
            "warning on line_items[1].item_amount_base: The price in the order is 24.0000.");
  }

  @Test
  void aSmallerDifferenceIsTolerated() {
    initialized(invoice().withField("line_items[1].item_amount_base", "24.24"));

    assertThat(rossum).hasNoMessages();
  }

  @Test
  void theHookSetsTheTolerance() {
    SimulatedHook strict =
        SimulatedHook.of(endpoint, SECRET).withSettings(Map.of("price_tolerance", "0.05"));
    RossumSimulator strictly = RossumSimulator.of(strict).open(invoice());
    strictly.edit("line_items[1].item_amount_base", "24.10");
    assertThat(strictly).row("line_items", 1).hasWarning("The price in the order is 24.0000.");

    strictly.edit("line_items[1].item_amount_base", "24.05");
    assertThat(strictly).hasNoMessages();
  }

  @Test
  void theOrderLineThatTheUserChoosesCounts() {
    initialized(invoice());

    rossum.edit("line_items[0].item_order_line", "20");

    assertThat(said())
        .containsExactly(
            "warning on line_items[0].item_amount_base: The price in the order is 17.5000.");
  }

  @Test
  void aLineWithoutPriceHasNothingToCompare() {
    initialized(invoice().withField("line_items[1].item_amount_base", ""));

    assertThat(rossum).hasNoMessages();
  }
}
