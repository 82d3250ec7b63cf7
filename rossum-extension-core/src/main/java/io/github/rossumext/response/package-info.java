/**
 * What goes back to Rossum: one type of response for each event that honours one, so that a
 * response which Rossum would ignore does not compile. Everything here is immutable and
 * thread-safe.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#responses">The
 *     protocol: responses</a>
 */
@NullMarked
package io.github.rossumext.response;

import org.jspecify.annotations.NullMarked;
