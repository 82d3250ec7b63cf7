package io.github.rossumext.examples.ordermatching;

import static io.github.rossumext.examples.ordermatching.Documents.invoice;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;

import io.github.rossumext.value.Option;
import org.junit.jupiter.api.Test;

class OrderLineRuleTest extends Slice {
  @Test
  void theOrderLinesWithTheItemAreOfferedAndTheNearestIsChosen() {
    initialized(invoice());

    assertThat(rossum)
        .field("line_items[0].item_order_line")
        .hasOptions(
            Option.of("10", "10: Copy paper A4, box, 40 × 18.9"),
            Option.of("20", "20: Copy paper A4, box, recycled, 10 × 17.5"))
        .hasText("10")
        .isValidatedBy(CONNECTOR);
    assertThat(rossum).field("line_items[1].item_order_line").hasText("30"); // in any case
    assertThat(rossum).hasNoMessages();
  }

  @Test
  void thePriceSaysWhichIsNearest() {
    initialized(invoice().withField("line_items[0].item_amount_base", "17.60"));

    assertThat(rossum).field("line_items[0].item_order_line").hasOptions("20", "10").hasText("20");
  }

  @Test
  void thenTheQuantitySaysIt() {
    initialized(
        invoice()
            .withField("line_items[0].item_amount_base", "")
            .withField("line_items[0].item_quantity", "12"));

    assertThat(rossum).field("line_items[0].item_order_line").hasText("20");
  }

  @Test
  void severalLinesWithTheItemBlockAutomation() {
    initialized(invoice());

    assertThat(rossum)
        .field("line_items[0].item_order_line")
        .hasBlocker("2 lines of the order have this item.");
    assertThat(rossum).field("line_items[1].item_order_line").hasNoBlockers();
  }

  @Test
  void theChoiceOfTheUserStays() {
    initialized(invoice());

    rossum.edit("line_items[0].item_order_line", "20");
    rossum.edit("line_items[0].item_quantity", "41");

    assertThat(rossum).field("line_items[0].item_order_line").hasText("20");
  }

  @Test
  void anotherItemIsMatchedAgain() {
    initialized(invoice());

    rossum.edit("line_items[0].item_code", "NL-7001");

    assertThat(rossum).field("line_items[0].item_order_line").hasOptions("30").hasText("30");
  }

  @Test
  void anItemThatTheOrderDoesNotHaveIsWarnedOf() {
    initialized(invoice().withField("line_items[1].item_code", "NL-9999"));

    assertThat(rossum)
        .field("line_items[1].item_order_line")
        .isEmpty()
        .hasWarning("The order does not have this item.");
  }

  @Test
  void anUnknownOrderIsWarnedOfOnce() {
    initialized(invoice().withField("order_id", "999999"));

    assertThat(said()).containsExactly("warning on order_id: There is no order with this number.");
    assertThat(rossum).field("line_items[0].item_order_line").isEmpty();
  }

  @Test
  void withoutAnOrderNumberNothingIsSaid() {
    initialized(invoice().withField("order_id", ""));

    assertThat(rossum).hasNoMessages();
  }

  @Test
  void aCreditNoteHasNoOrderToWarnOf() {
    initialized(invoice().withField("document_type", "credit_note").withField("order_id", "1"));

    assertThat(rossum).hasNoMessages();
  }
}
