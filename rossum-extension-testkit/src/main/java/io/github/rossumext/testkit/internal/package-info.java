/** JSON and secrets, for the testkit only. Not exported. */
@NullMarked
package io.github.rossumext.testkit.internal;

import org.jspecify.annotations.NullMarked;
