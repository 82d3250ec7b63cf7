package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.Field;
import io.github.rossumext.rules.NumberField;
import io.github.rossumext.rules.Row;
import io.github.rossumext.rules.Table;
import io.github.rossumext.value.Tolerance;
import java.math.BigDecimal;

/** Checks that quantity × price is the total of each line. */
final class LineTotalRule implements ContentRule {
  @Override
  public void apply(ContentEditor content) {
    content
        .findTable(LineItem.TABLE)
        .filter(
            lines ->
                lines.has(
                    LineItem.ITEM_QUANTITY, LineItem.ITEM_AMOUNT_BASE, LineItem.ITEM_TOTAL_BASE))
        .ifPresent(lines -> check(lines, content.settings(CheckSettings.DEFAULTS).lineTolerance()));
  }

  private static void check(Table lines, Tolerance tolerance) {
    lines.forEach(line -> check(line, tolerance));
  }

  private static void check(Row line, Tolerance tolerance) {
    NumberField quantity = line.number(LineItem.ITEM_QUANTITY);
    NumberField price = line.number(LineItem.ITEM_AMOUNT_BASE);
    NumberField total = line.number(LineItem.ITEM_TOTAL_BASE);
    if (Field.allSet(quantity, price, total)) {
      BigDecimal expected = quantity.value().multiply(price.value());
      if (!total.isCloseTo(expected, tolerance)) {
        total.warning("Quantity × price is " + expected.toPlainString() + ".");
      }
    }
  }
}
