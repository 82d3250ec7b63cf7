/**
 * The knowledge about the fields of a document ({@link
 * io.github.rossumext.internal.check.DocumentFacts}), and the checks for what Rossum would lose of
 * a write ({@link io.github.rossumext.internal.check.ChangeCheck}) or of a response ({@link
 * io.github.rossumext.internal.check.ResponseCheck}).
 */
@NullMarked
package io.github.rossumext.internal.check;

import org.jspecify.annotations.NullMarked;
