package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.NumberColumn;
import io.github.rossumext.rules.Numbers;
import io.github.rossumext.rules.Row;
import io.github.rossumext.rules.Table;
import io.github.rossumext.value.Tolerance;
import java.math.BigDecimal;

/**
 * Checks the VAT table: base × rate is the tax of each row, the bases add up to the net amount, and
 * the taxes to the VAT. An invoice without a VAT table passes.
 */
final class VatTableRule implements ContentRule {
  private static final BigDecimal PERCENT = new BigDecimal("0.01");

  @Override
  public void apply(ContentEditor content) {
    content
        .findTable("tax_details")
        .filter(vat -> vat.has("tax_detail_rate", "tax_detail_base", "tax_detail_tax"))
        .ifPresent(vat -> check(content, vat));
  }

  private static void check(ContentEditor content, Table vat) {
    checkRows(content, vat);
    checkSum(content, vat.numbers("tax_detail_base"), "amount_total_base", "bases");
    checkSum(content, vat.numbers("tax_detail_tax"), "amount_total_tax", "taxes");
  }

  private static void checkRows(ContentEditor content, Table vat) {
    Numbers expected =
        vat.numbers("tax_detail_base").times(vat.numbers("tax_detail_rate")).times(PERCENT);
    NumberColumn taxes = vat.numbers("tax_detail_tax");
    for (Row row :
        taxes.rowsApartFrom(expected, content.settings(CheckSettings.DEFAULTS).lineTolerance())) {
      row.field("tax_detail_tax").error("The tax is not the base times the rate.");
    }
  }

  private static Tolerance tolerance(ContentEditor content) {
    return content.settings(CheckSettings.DEFAULTS).tolerance();
  }

  private static void checkSum(
      ContentEditor content, NumberColumn column, String field, String named) {
    content
        .findNumber(field)
        .filter(total -> total.isSet() && column.count() > 0)
        .filter(total -> !total.isCloseTo(column.sum(), tolerance(content)))
        .ifPresent(
            total ->
                total.error(
                    "The "
                        + named
                        + " of the VAT table add up to "
                        + column.sum().toPlainString()
                        + "."));
  }
}
