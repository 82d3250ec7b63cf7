package io.github.rossumext.examples.ordermatching;

import io.github.rossumext.rules.NumberField;
import io.github.rossumext.rules.Row;
import io.github.rossumext.value.Option;
import java.math.BigDecimal;
import java.util.Comparator;

/**
 * A line of a purchase order.
 *
 * @param position its number in the order
 * @param item the code of the item
 * @param quantity how many were ordered
 * @param price the agreed price of one
 * @param vatRate the rate of VAT in percent
 */
record OrderLine(
    int position,
    String item,
    String description,
    BigDecimal quantity,
    BigDecimal price,
    BigDecimal vatRate) {
  /** Returns whether a line of the invoice has this item. */
  boolean fits(Row line) {
    return item.equalsIgnoreCase(line.field(LineItem.ITEM_CODE).text());
  }

  /** Orders by the distance from a line of the invoice: the price counts more than the quantity. */
  static Comparator<OrderLine> nearestTo(Row line) {
    return Comparator.<OrderLine, BigDecimal>comparing(
            order -> distance(line.number(LineItem.ITEM_AMOUNT_BASE), order.price()))
        .thenComparing(order -> distance(line.number(LineItem.ITEM_QUANTITY), order.quantity()))
        .thenComparing(OrderLine::position);
  }

  private static BigDecimal distance(NumberField captured, BigDecimal ordered) {
    return captured.find().orElse(ordered).subtract(ordered).abs();
  }

  Option option() {
    return Option.of(
        Integer.toString(position),
        "%d: %s, %s × %s".formatted(position, description, plain(quantity), plain(price)));
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
