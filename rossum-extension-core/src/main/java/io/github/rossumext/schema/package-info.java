/**
 * The schema of a queue, which defines the fields of its documents. Start from {@link
 * io.github.rossumext.schema.Schema}: {@code schema()} of a payload returns it if the hook
 * sideloads {@code schemas}. Everything here is immutable and thread-safe, and keeps the keys that
 * it does not know.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#sideloads-and-the-schema">The
 *     protocol: sideloads and the schema</a>
 */
@NullMarked
package io.github.rossumext.schema;

import org.jspecify.annotations.NullMarked;
