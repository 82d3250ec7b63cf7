package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.Field;
import io.github.rossumext.rules.NumberField;
import java.math.BigDecimal;

/** Checks that net amount and VAT add up to the total. */
final class TotalRule implements ContentRule {
  @Override
  public void apply(ContentEditor content) {
    if (!content.has("amount_total_base", "amount_total_tax", "amount_total")) {
      return;
    }
    NumberField net = content.number("amount_total_base");
    NumberField vat = content.number("amount_total_tax");
    NumberField total = content.number("amount_total");
    if (Field.allSet(net, vat, total)) {
      BigDecimal expected = net.value().add(vat.value());
      if (!total.isCloseTo(expected, content.settings(CheckSettings.DEFAULTS).tolerance())) {
        total.error("Net and VAT add up to " + expected.toPlainString() + ", not to the total.");
      }
    }
  }
}
