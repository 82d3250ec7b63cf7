/**
 * Rules on the content of a document: an author writes a {@link
 * io.github.rossumext.edit.ContentRule}, which reads and edits through {@link
 * io.github.rossumext.edit.ContentEditor}, and plugs it in with {@link
 * io.github.rossumext.edit.ContentRules}. The answer to Rossum is derived from the edits.
 */
@NullMarked
package io.github.rossumext.edit;

import org.jspecify.annotations.NullMarked;
