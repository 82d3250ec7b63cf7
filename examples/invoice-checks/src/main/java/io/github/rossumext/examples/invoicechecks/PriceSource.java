package io.github.rossumext.examples.invoicechecks;

import java.math.BigDecimal;
import java.util.List;

/** Where the agreed prices come from: page after page, because there may be many. */
interface PriceSource {
  /** The agreed price of an item. */
  record Price(String item, BigDecimal amount) {}

  /**
   * Returns the next prices in the order of their items; none after the last one.
   *
   * @param afterItem the last item of the page before; {@code ""} for the first page
   * @throws Exception if the source does not respond, or the thread is interrupted
   */
  List<Price> pageAfter(String afterItem) throws Exception;
}
