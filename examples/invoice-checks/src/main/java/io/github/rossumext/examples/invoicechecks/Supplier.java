package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.value.Option;

/**
 * A row of the table of suppliers.
 *
 * @param id what the vendor field holds when the supplier is chosen
 * @param name what the user reads
 * @param termsInDays when its invoices are due
 */
record Supplier(long id, String name, int termsInDays) {
  /** It as a choice of the vendor field. */
  Option option() {
    return Option.of(Long.toString(id), name);
  }
}
