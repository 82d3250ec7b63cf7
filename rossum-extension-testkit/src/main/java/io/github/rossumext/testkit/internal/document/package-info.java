/**
 * The one editable document of the testkit: its tree, its paths, and how its fields are read and
 * displayed. Fixtures, builders and the simulator share it. Start with {@link
 * io.github.rossumext.testkit.internal.document.Document}. Not exported.
 */
@NullMarked
package io.github.rossumext.testkit.internal.document;

import org.jspecify.annotations.NullMarked;
