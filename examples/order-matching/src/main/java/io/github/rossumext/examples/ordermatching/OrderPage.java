package io.github.rossumext.examples.ordermatching;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the orders of the ERP.
 *
 * @param results the orders
 * @param next the URL of the next page; null for the last page
 */
record OrderPage(List<PurchaseOrder> results, @Nullable URI next) {
  /** What the stub of the ERP has that the database does not have at its start. */
  static final OrderPage OF_TODAY =
      new OrderPage(
          List.of(
              new PurchaseOrder(
                  "450019",
                  LocalDate.of(2026, 1, 16),
                  List.of(
                      new OrderLine(
                          10,
                          "NL-9000",
                          "Toner, black",
                          new BigDecimal("5"),
                          new BigDecimal("61.00"),
                          new BigDecimal("19"))),
                  0)),
          null);
}
