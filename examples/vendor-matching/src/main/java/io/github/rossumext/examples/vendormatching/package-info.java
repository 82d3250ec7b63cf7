/**
 * The extension of Rossum's tutorial: it tidies the invoice number, checks the order number and
 * matches the vendor against a database. Start with {@link
 * io.github.rossumext.examples.vendormatching.VendorMatching}, which puts it together; the rules
 * are the part to replace by your own.
 */
@NullMarked
package io.github.rossumext.examples.vendormatching;

import org.jspecify.annotations.NullMarked;
