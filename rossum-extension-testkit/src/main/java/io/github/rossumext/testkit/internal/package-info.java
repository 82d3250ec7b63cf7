/** JSON and secrets, for the testkit itself; not exported. */
@NullMarked
package io.github.rossumext.testkit.internal;

import org.jspecify.annotations.NullMarked;
