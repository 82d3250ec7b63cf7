/**
 * Hostile requests to an extension: those of the internet, and those of a client that knows the
 * secret. Start with {@link io.github.rossumext.testkit.hostile.HostileRequests}.
 */
@NullMarked
package io.github.rossumext.testkit.hostile;

import org.jspecify.annotations.NullMarked;
