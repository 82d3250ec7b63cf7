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

/** The price list has NL-4410 for 18.90, and no NL-9000. */
class RefreshPriceRuleTest {
  @Test
  void theButtonOfALineFetchesItsPrice() {
    RossumSimulator rossum =
        initialized(
            invoice()
                .withField("line_items[0].item_amount_base", "19.80")
                .withField("line_items[1].item_amount_base", "21.20"));

    rossum.row("line_items", 0).click("item_refresh");

    assertThat(rossum.field("line_items[0].item_amount_base")).hasText("18.9000");
    assertThat(rossum.field("line_items[1].item_amount_base")).hasText("21.20");
  }

  @Test
  void theLineIsCheckedWithThePriceThatWasFetched() {
    RossumSimulator rossum =
        initialized(invoice().withField("line_items[0].item_amount_base", "19.80"));
    assertThat(said(rossum))
        .containsExactly("warning on line_items[0].item_total_base: Quantity × price is 792.00.");

    rossum.row("line_items", 0).click("item_refresh");

    assertThat(rossum).hasNoMessages();
  }

  @Test
  void anItemThatHasNoPriceIsWarnedOf() {
    RossumSimulator rossum = initialized(invoice());

    rossum.row("line_items", 1).click("item_refresh");

    assertThat(said(rossum))
        .containsExactly(
            "warning on line_items[1].item_code: The price list does not have this item.");
    assertThat(rossum.field("line_items[1].item_amount_base")).hasText("12.20");
  }

  @Test
  void aNewLineHasAButtonToo() {
    RossumSimulator rossum = initialized(invoice());

    rossum.addRow("line_items");
    rossum.edit("line_items[2].item_code", "NL-2200");
    rossum.row("line_items", 2).click("item_refresh");

    assertThat(rossum.field("line_items[2].item_amount_base")).hasText("4.2500");
  }

  @Test
  void ifThePriceListDoesNotRespondTheUserReadsSo() throws SQLException {
    DataSource database = Queue.database();
    RossumSimulator rossum = RossumSimulator.of(Queue.hook(database)).open(invoice());
    rossum.initialize();
    breakDown(database);

    rossum.row("line_items", 0).click("item_refresh");

    assertThat(said(rossum)).contains("error: The price list does not respond. Try again.");
  }
}
