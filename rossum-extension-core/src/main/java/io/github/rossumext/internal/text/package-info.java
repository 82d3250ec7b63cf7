/**
 * Texts as Rossum stores and shows them: characters, lengths, numbers, limited HTML. Exported to
 * our own modules only.
 */
@NullMarked
package io.github.rossumext.internal.text;

import org.jspecify.annotations.NullMarked;
