package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.value.Option;

/**
 * A row of the table of suppliers.
 *
 * @param id the option value that the vendor field holds
 * @param name the label that the user reads
 * @param termsInDays the number of days until an invoice is due
 */
record Supplier(long id, String name, int termsInDays) {
  /** Returns the option of the vendor field. */
  Option option() {
    return Option.of(Long.toString(id), name);
  }
}
