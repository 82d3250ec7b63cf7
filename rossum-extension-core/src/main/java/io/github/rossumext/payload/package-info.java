/**
 * The requests of Rossum: {@link io.github.rossumext.payload.HookPayload} and one type for each
 * event (protocol §1, §3). Everything here is immutable and thread-safe, and keeps the keys that it
 * does not know.
 */
@NullMarked
package io.github.rossumext.payload;

import org.jspecify.annotations.NullMarked;
