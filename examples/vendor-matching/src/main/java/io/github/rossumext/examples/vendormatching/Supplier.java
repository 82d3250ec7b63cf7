package io.github.rossumext.examples.vendormatching;

/**
 * A row of the table of suppliers.
 *
 * @param id what the vendor field holds when the supplier is chosen
 * @param name what the user reads
 */
record Supplier(long id, String name) {}
