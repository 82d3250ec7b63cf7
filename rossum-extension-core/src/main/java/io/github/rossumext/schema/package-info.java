/**
 * The schema of a queue, which says what the fields of its documents are (protocol §3.7): start
 * from {@link io.github.rossumext.schema.Schema}, which {@code schema()} of a payload returns if
 * the hook sideloads {@code schemas}. Everything here is immutable and thread-safe, and keeps the
 * keys that it does not know.
 */
@NullMarked
package io.github.rossumext.schema;

import org.jspecify.annotations.NullMarked;
