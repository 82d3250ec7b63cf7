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
        .findTable(TaxDetail.TABLE)
        .filter(
            vat ->
                vat.has(
                    TaxDetail.TAX_DETAIL_RATE, TaxDetail.TAX_DETAIL_BASE, TaxDetail.TAX_DETAIL_TAX))
        .ifPresent(vat -> check(content, vat));
  }

  private static void check(ContentEditor content, Table vat) {
    checkRows(content, vat);
    checkSum(content, vat.numbers(TaxDetail.TAX_DETAIL_BASE), Fields.AMOUNT_TOTAL_BASE, "bases");
    checkSum(content, vat.numbers(TaxDetail.TAX_DETAIL_TAX), Fields.AMOUNT_TOTAL_TAX, "taxes");
  }

  private static void checkRows(ContentEditor content, Table vat) {
    Numbers expected =
        vat.numbers(TaxDetail.TAX_DETAIL_BASE)
            .times(vat.numbers(TaxDetail.TAX_DETAIL_RATE))
            .times(PERCENT);
    NumberColumn taxes = vat.numbers(TaxDetail.TAX_DETAIL_TAX);
    for (Row row :
        taxes.rowsApartFrom(expected, content.settings(CheckSettings.DEFAULTS).lineTolerance())) {
      row.field(TaxDetail.TAX_DETAIL_TAX).error("The tax is not the base times the rate.");
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
