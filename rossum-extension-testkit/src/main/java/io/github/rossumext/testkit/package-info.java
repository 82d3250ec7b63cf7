/**
 * Tests an extension without a Rossum account. Start with {@link
 * io.github.rossumext.testkit.Fixtures}, which holds a call of every kind, and {@link
 * io.github.rossumext.testkit.SignedRequest}, which makes a request of it that an endpoint accepts.
 */
@NullMarked
package io.github.rossumext.testkit;

import org.jspecify.annotations.NullMarked;
