/**
 * The goals that register an extension in Rossum. {@link
 * io.github.rossumext.maven.register.Registration} returns them. {@code Planner} compares, {@code
 * Apply} changes, {@code HookDiff} and {@code SchemaDiff} know what a difference is.
 */
@NullMarked
package io.github.rossumext.maven.register;

import org.jspecify.annotations.NullMarked;
