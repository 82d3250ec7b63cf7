package io.github.rossumext.examples.ordermatching;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.Row;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Takes description, price and VAT rate from the order when the user clicks the button of a line.
 */
@Component
@Order(2)
final class RefreshLineRule implements ContentRule {
  private final PurchaseOrders orders;

  RefreshLineRule(PurchaseOrders orders) {
    this.orders = orders;
  }

  @Override
  public void apply(ContentEditor content) {
    if (content.clicked("item_refresh")) {
      content.table("line_items").stream()
          .filter(line -> line.clicked("item_refresh"))
          .forEach(line -> refresh(line, content));
    }
  }

  private void refresh(Row line, ContentEditor content) {
    orders
        .chosenIn(line, content)
        .ifPresentOrElse(
            order ->
                line.set("item_description", order.description())
                    .set("item_amount_base", order.price())
                    .set("item_rate", order.vatRate()),
            () -> line.field("item_order_line").warning("Choose an order line first."));
  }
}
