/**
 * The extension of Rossum's tutorial: it keeps the digits of the invoice number, checks the order
 * number and matches the vendor against a database. Start with {@link
 * io.github.rossumext.examples.vendormatching.VendorMatching}, which puts it together. Replace the
 * rules by your own.
 */
@NullMarked
package io.github.rossumext.examples.vendormatching;

import org.jspecify.annotations.NullMarked;
