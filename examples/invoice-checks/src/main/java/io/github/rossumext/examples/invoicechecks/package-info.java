/**
 * Checks that accounts-payable teams write, one class each. Start with {@link
 * io.github.rossumext.examples.invoicechecks.InvoiceChecks}, which puts them together.
 */
@NullMarked
package io.github.rossumext.examples.invoicechecks;

import org.jspecify.annotations.NullMarked;
