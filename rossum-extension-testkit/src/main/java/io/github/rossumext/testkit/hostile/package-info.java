/**
 * Sends an extension what the internet sends it, and what whoever knows the secret could. Start
 * with {@link io.github.rossumext.testkit.hostile.HostileRequests}.
 */
@NullMarked
package io.github.rossumext.testkit.hostile;

import org.jspecify.annotations.NullMarked;
