/**
 * What is checked in the file of a hook. {@link
 * io.github.rossumext.testkit.internal.hook.HookCheck} runs the checks, each of which knows one
 * part of the file.
 */
@NullMarked
package io.github.rossumext.testkit.internal.hook;

import org.jspecify.annotations.NullMarked;
