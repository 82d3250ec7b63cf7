package io.github.rossumext.examples.ordermatching;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.NumberField;
import io.github.rossumext.rules.Row;
import io.github.rossumext.value.Tolerance;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Warns if a price differs from that of the order by more than the tolerance. */
@Component
@Order(4)
final class PriceRule implements ContentRule {
  /**
   * The settings of the hook.
   *
   * @param priceTolerance how far a price may be from that of the order
   */
  record Settings(Tolerance priceTolerance) {
    static final Settings DEFAULTS = new Settings(Tolerance.percent("1"));
  }

  private final PurchaseOrders orders;

  PriceRule(PurchaseOrders orders) {
    this.orders = orders;
  }

  @Override
  public void apply(ContentEditor content) {
    Tolerance tolerance = content.settings(Settings.DEFAULTS).priceTolerance();
    for (Row line : content.table(LineItem.TABLE)) {
      NumberField price = line.number(LineItem.ITEM_AMOUNT_BASE);
      orders
          .chosenIn(line, content)
          .filter(agreed -> price.isSet() && !price.isCloseTo(agreed.price(), tolerance))
          .ifPresent(
              agreed ->
                  price.warning(
                      "The price in the order is " + agreed.price().toPlainString() + "."));
    }
  }
}
