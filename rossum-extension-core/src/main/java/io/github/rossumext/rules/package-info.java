/**
 * Rules on the content of a document: an author writes a {@link
 * io.github.rossumext.rules.ContentRule}, which reads and edits through {@link
 * io.github.rossumext.rules.ContentEditor}, and plugs it in with {@link
 * io.github.rossumext.rules.ContentRules}. The answer to Rossum is derived from the edits.
 */
@NullMarked
package io.github.rossumext.rules;

import org.jspecify.annotations.NullMarked;
