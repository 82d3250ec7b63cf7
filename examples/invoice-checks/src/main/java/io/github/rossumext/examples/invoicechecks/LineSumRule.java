package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.NumberColumn;
import io.github.rossumext.rules.NumberField;

/** Checks that the lines add up to the net amount. An invoice without lines passes. */
final class LineSumRule implements ContentRule {
  @Override
  public void apply(ContentEditor content) {
    if (!content.has(LineItem.TABLE, Fields.AMOUNT_TOTAL_BASE)
        || !content.table(LineItem.TABLE).has(LineItem.ITEM_TOTAL_BASE)) {
      return;
    }
    NumberColumn lines = content.table(LineItem.TABLE).numbers(LineItem.ITEM_TOTAL_BASE);
    NumberField net = content.number(Fields.AMOUNT_TOTAL_BASE);
    if (lines.count() > 0
        && net.isSet()
        && !net.isCloseTo(lines.sum(), content.settings(CheckSettings.DEFAULTS).tolerance())) {
      net.error("The lines add up to " + lines.sum().toPlainString() + ", not to the net amount.");
    }
  }
}
