/**
 * The requests of Rossum: {@link io.github.rossumext.payload.HookPayload} and one type for each
 * event. Everything here is immutable and thread-safe, and keeps the keys that it does not know.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#events">The
 *     protocol: events</a>
 */
@NullMarked
package io.github.rossumext.payload;

import org.jspecify.annotations.NullMarked;
