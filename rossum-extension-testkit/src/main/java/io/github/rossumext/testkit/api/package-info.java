/**
 * Rossum's REST API in the process, for tests of extensions that call Rossum back. Start with
 * {@link io.github.rossumext.testkit.api.RossumApiStub}.
 */
@NullMarked
package io.github.rossumext.testkit.api;

import org.jspecify.annotations.NullMarked;
