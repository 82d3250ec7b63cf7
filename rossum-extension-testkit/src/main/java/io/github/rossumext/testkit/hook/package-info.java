/**
 * Checks the file that registers a hook against the code, in a test. Start with {@link
 * io.github.rossumext.testkit.hook.HookFile}.
 */
@NullMarked
package io.github.rossumext.testkit.hook;

import org.jspecify.annotations.NullMarked;
