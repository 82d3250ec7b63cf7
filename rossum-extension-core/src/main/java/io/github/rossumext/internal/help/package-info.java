/**
 * What messages say to help: links into the troubleshooting guide, and the names that a misspelt
 * one may mean. Exported to our own modules only.
 */
@NullMarked
package io.github.rossumext.internal.help;

import org.jspecify.annotations.NullMarked;
