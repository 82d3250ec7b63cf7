/**
 * The types that all other packages use: {@link io.github.rossumext.value.Message}, {@link
 * io.github.rossumext.value.Option}, {@link io.github.rossumext.value.Html}, {@link
 * io.github.rossumext.value.Secret} and {@link io.github.rossumext.value.RawJson}. All of them are
 * immutable and thread-safe.
 */
@NullMarked
package io.github.rossumext.value;

import org.jspecify.annotations.NullMarked;
