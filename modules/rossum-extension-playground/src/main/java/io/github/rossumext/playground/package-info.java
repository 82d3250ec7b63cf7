/**
 * Rossum's validation screen in a browser, with the rules of an extension behind it and without an
 * account. Start with {@link io.github.rossumext.playground.Playground}.
 */
@NullMarked
package io.github.rossumext.playground;

import org.jspecify.annotations.NullMarked;
