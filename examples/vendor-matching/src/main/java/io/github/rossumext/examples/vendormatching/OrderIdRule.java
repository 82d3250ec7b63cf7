package io.github.rossumext.examples.vendormatching;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.Field;

/** Warns of an order number that does not have six digits. */
final class OrderIdRule implements ContentRule {
  @Override
  public void apply(ContentEditor content) {
    content.find("order_id").ifPresent(OrderIdRule::check);
  }

  private static void check(Field orderId) {
    if (orderId.isSet() && !orderId.text().matches("[0-9]{6}")) {
      orderId.warning("Invalid order_id format.");
    }
  }
}
