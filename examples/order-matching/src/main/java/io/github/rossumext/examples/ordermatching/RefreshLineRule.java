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
    if (content.clicked(Buttons.ITEM_REFRESH)) {
      content.table(LineItem.TABLE).stream()
          .filter(line -> line.clicked(Buttons.ITEM_REFRESH))
          .forEach(line -> refresh(line, content));
    }
  }

  private void refresh(Row line, ContentEditor content) {
    orders
        .chosenIn(line, content)
        .ifPresentOrElse(
            order ->
                line.set(LineItem.ITEM_DESCRIPTION, order.description())
                    .set(LineItem.ITEM_AMOUNT_BASE, order.price())
                    .set(LineItem.ITEM_RATE, order.vatRate()),
            () -> line.field(LineItem.ITEM_ORDER_LINE).warning("Choose an order line first."));
  }
}
