package io.github.rossumext.examples.ordermatching;

import static io.github.rossumext.value.ValidationSource.CONNECTOR;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.Field;
import io.github.rossumext.rules.Row;
import io.github.rossumext.value.Option;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Offers the order lines with the item of each line, the nearest first, and chooses it. A choice
 * that still fits stays. If several fit, it blocks automation.
 */
@Component
@Order(3)
final class OrderLineRule implements ContentRule {
  private static final Option NONE = Option.of("", "---");

  private final PurchaseOrders orders;

  OrderLineRule(PurchaseOrders orders) {
    this.orders = orders;
  }

  @Override
  public void apply(ContentEditor content) {
    Field number = content.field(Fields.ORDER_ID);
    Optional<PurchaseOrder> order = orders.of(content);
    if (number.isSet() && !number.isHidden() && order.isEmpty()) {
      number.warning("There is no order with this number.");
    }
    for (Row line : content.table(LineItem.TABLE)) {
      match(line, order.map(PurchaseOrder::lines).orElse(List.of()));
    }
  }

  private static void match(Row line, List<OrderLine> order) {
    Field choice = line.field(LineItem.ITEM_ORDER_LINE);
    List<Option> matches =
        order.stream()
            .filter(each -> each.fits(line))
            .sorted(OrderLine.nearestTo(line))
            .map(OrderLine::option)
            .toList();
    if (matches.isEmpty()) {
      choice.options(NONE).choose(NONE);
    } else if (matches.stream().noneMatch(match -> match.value().equals(choice.text()))) {
      choice.options(matches).choose(matches.get(0)).validatedBy(CONNECTOR);
    } else {
      choice.options(matches);
    }
    if (matches.isEmpty() && !order.isEmpty()) {
      choice.warning("The order does not have this item.");
    }
    if (matches.size() > 1) {
      choice.automationBlocker(matches.size() + " lines of the order have this item.");
    }
  }
}
