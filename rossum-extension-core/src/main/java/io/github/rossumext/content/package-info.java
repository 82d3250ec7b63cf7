/**
 * The datapoint tree of an annotation as Rossum sent it: start from {@link
 * io.github.rossumext.content.DatapointTree}. Everything here is immutable and thread-safe; a rule
 * edits through {@code ContentEditor}.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#the-datapoint-tree">The
 *     protocol: the datapoint tree</a>
 */
@NullMarked
package io.github.rossumext.content;

import org.jspecify.annotations.NullMarked;
