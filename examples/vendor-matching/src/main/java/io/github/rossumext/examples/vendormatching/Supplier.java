package io.github.rossumext.examples.vendormatching;

/**
 * A row of the table of suppliers.
 *
 * @param id the option value that the vendor field holds
 * @param name the label that the user reads
 */
record Supplier(long id, String name) {}
