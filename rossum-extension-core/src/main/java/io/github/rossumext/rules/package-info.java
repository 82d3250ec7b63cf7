/**
 * Rules on the content of a document. Write a {@link io.github.rossumext.rules.ContentRule}, which
 * reads and edits the document through a {@link io.github.rossumext.rules.ContentEditor}. Register
 * your rules as {@link io.github.rossumext.rules.ContentRules}. The editor makes the response from
 * the edits.
 */
@NullMarked
package io.github.rossumext.rules;

import org.jspecify.annotations.NullMarked;
