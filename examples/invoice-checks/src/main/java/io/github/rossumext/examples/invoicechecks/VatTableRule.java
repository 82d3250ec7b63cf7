package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.NumberColumn;
import io.github.rossumext.rules.NumberField;
import io.github.rossumext.rules.Numbers;
import io.github.rossumext.rules.Row;
import io.github.rossumext.rules.Table;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * In the VAT table, base × rate is the tax of each row, the bases add up to the net amount, and the
 * taxes to the VAT. An invoice without a VAT table is fine.
 */
final class VatTableRule implements ContentRule {
  private static final BigDecimal PERCENT = new BigDecimal("0.01");

  @Override
  public void apply(ContentEditor content) {
    if (!content.has("tax_details")) {
      return;
    }
    Table vat = content.table("tax_details");
    if (vat.has("tax_detail_rate", "tax_detail_base", "tax_detail_tax")) {
      checkRows(content, vat);
      checkSum(content, vat.numbers("tax_detail_base"), "amount_total_base", "bases");
      checkSum(content, vat.numbers("tax_detail_tax"), "amount_total_tax", "taxes");
    }
  }

  private static void checkRows(ContentEditor content, Table vat) {
    Numbers expected =
        vat.numbers("tax_detail_base").times(vat.numbers("tax_detail_rate")).times(PERCENT);
    NumberColumn taxes = vat.numbers("tax_detail_tax");
    for (Row row :
        taxes.rowsApartFrom(expected, content.settings(CheckSettings.DEFAULTS).lineTolerance())) {
      row.field("tax_detail_tax").error("This is not the base times the rate.");
    }
  }

  private static void checkSum(
      ContentEditor content, NumberColumn column, String field, String named) {
    Optional<NumberField> total =
        content.find(field).map(found -> content.number(field)).filter(NumberField::isSet);
    if (column.count() > 0
        && total.isPresent()
        && !total
            .get()
            .isCloseTo(column.sum(), content.settings(CheckSettings.DEFAULTS).tolerance())) {
      total
          .get()
          .error(
              "The " + named + " of the VAT table add up to " + column.sum().toPlainString() + ".");
    }
  }
}
