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
    if (!content.has(Fields.AMOUNT_TOTAL_BASE, Fields.AMOUNT_TOTAL_TAX, Fields.AMOUNT_TOTAL)) {
      return;
    }
    NumberField net = content.number(Fields.AMOUNT_TOTAL_BASE);
    NumberField vat = content.number(Fields.AMOUNT_TOTAL_TAX);
    NumberField total = content.number(Fields.AMOUNT_TOTAL);
    if (Field.allSet(net, vat, total)) {
      BigDecimal expected = net.value().add(vat.value());
      if (!total.isCloseTo(expected, content.settings(CheckSettings.DEFAULTS).tolerance())) {
        total.error("Net and VAT add up to " + expected.toPlainString() + ", not to the total.");
      }
    }
  }
}
