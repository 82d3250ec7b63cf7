package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.Field;
import io.github.rossumext.rules.NumberField;
import io.github.rossumext.rules.Row;

/** A rule that keeps the laws. */
final class LineTotalRule implements ContentRule {
  @Override
  public void apply(ContentEditor content) {
    for (Row line : content.table("line_items")) {
      NumberField quantity = line.number("item_quantity");
      NumberField price = line.number("item_amount_base");
      if (Field.allSet(quantity, price)) {
        line.number("item_total_base").set(quantity.value().multiply(price.value()));
      }
    }
    if (content.field("order_id").isEmpty()) {
      content.field("order_id").warning("Which order?");
    }
  }
}
