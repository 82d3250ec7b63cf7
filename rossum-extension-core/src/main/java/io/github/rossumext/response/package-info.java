/**
 * What goes back to Rossum: one type of response for each event that honours one (protocol §4), so
 * that a response which Rossum would ignore does not compile. Everything here is immutable and
 * thread-safe.
 */
@NullMarked
package io.github.rossumext.response;

import org.jspecify.annotations.NullMarked;
