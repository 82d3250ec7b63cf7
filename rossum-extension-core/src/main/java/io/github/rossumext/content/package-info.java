/**
 * The datapoint tree of an annotation as Rossum sent it (protocol §3.4): start from {@link
 * io.github.rossumext.content.DatapointTree}. Everything here is immutable and thread-safe; a rule
 * edits through {@code ContentEditor}.
 */
@NullMarked
package io.github.rossumext.content;

import org.jspecify.annotations.NullMarked;
