package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.NumberColumn;
import io.github.rossumext.rules.NumberField;

/** Checks that the lines add up to the net amount. An invoice without lines passes. */
final class LineSumRule implements ContentRule {
  @Override
  public void apply(ContentEditor content) {
    if (!content.has("line_items", "amount_total_base")
        || !content.table("line_items").has("item_total_base")) {
      return;
    }
    NumberColumn lines = content.table("line_items").numbers("item_total_base");
    NumberField net = content.number("amount_total_base");
    if (lines.count() > 0
        && net.isSet()
        && !net.isCloseTo(lines.sum(), content.settings(CheckSettings.DEFAULTS).tolerance())) {
      net.error("The lines add up to " + lines.sum().toPlainString() + ", not to the net amount.");
    }
  }
}
