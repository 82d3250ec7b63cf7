package io.github.rossumext.examples.ordermatching;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.Field;
import io.github.rossumext.rules.NumberField;
import io.github.rossumext.rules.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Groups the lines by their VAT rate: the table of taxes has a row for each rate. */
@Component
@Order(5)
final class TaxTableRule implements ContentRule {
  /** A row of the table. */
  record Tax(BigDecimal taxDetailRate, BigDecimal taxDetailBase, BigDecimal taxDetailTax) {
    static Tax of(BigDecimal rate, BigDecimal base) {
      return new Tax(
          rate, base, base.multiply(rate).movePointLeft(2).setScale(2, RoundingMode.HALF_UP));
    }
  }

  @Override
  public void apply(ContentEditor content) {
    SortedMap<BigDecimal, BigDecimal> bases = new TreeMap<>();
    for (Row line : content.table(LineItem.TABLE)) {
      NumberField rate = line.number(LineItem.ITEM_RATE);
      NumberField total = line.number(LineItem.ITEM_TOTAL_BASE);
      if (Field.allSet(rate, total)) {
        bases.merge(rate.value(), total.value(), BigDecimal::add);
      }
    }
    List<Tax> taxes =
        bases.entrySet().stream().map(entry -> Tax.of(entry.getKey(), entry.getValue())).toList();
    content.table(TaxDetail.TABLE).set(taxes, TaxDetail.TAX_DETAIL_RATE);
  }
}
