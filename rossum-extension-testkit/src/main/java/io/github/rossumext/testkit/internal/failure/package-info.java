/** What can show the state in which a test failed. Internal: not for extensions. */
@NullMarked
package io.github.rossumext.testkit.internal.failure;

import org.jspecify.annotations.NullMarked;
