package io.github.rossumext.examples.ordermatching;

import static io.github.rossumext.examples.ordermatching.Documents.invoice;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import org.junit.jupiter.api.Test;

class RefreshLineRuleTest extends Slice {
  @Test
  void theLineOfTheButtonTakesWhatTheOrderSays() {
    initialized(
        invoice()
            .withField("line_items[0].item_amount_base", "19.90")
            .withField("line_items[1].item_amount_base", "25.00")
            .withField("line_items[1].item_rate", "19"));

    rossum.row("line_items", 1).click("item_refresh");

    assertThat(rossum)
        .row("line_items", 1)
        .hasText("item_description", "Handbook of printing")
        .hasText("item_amount_base", "24.0000")
        .hasText("item_rate", "7.00")
        .hasNoMessages();
    assertThat(rossum).row("line_items", 0).hasText("item_amount_base", "19.90");
    assertThat(rossum).row("tax_details", 1).hasTexts("7.00", "48.00", "3.36"); // grouped again
  }

  @Test
  void withoutAnOrderLineTheUserReadsWhatToDo() {
    initialized(invoice().withField("line_items[1].item_code", "NL-9999"));

    rossum.row("line_items", 1).click("item_refresh");

    assertThat(said())
        .contains("warning on line_items[1].item_order_line: Choose an order line first.");
  }
}
