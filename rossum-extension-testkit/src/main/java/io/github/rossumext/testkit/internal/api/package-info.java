/**
 * Rossum's REST API in memory: the HTTP server, its rules, and a class for each kind of resource.
 * Start with {@link io.github.rossumext.testkit.internal.api.ApiServer}.
 */
@NullMarked
package io.github.rossumext.testkit.internal.api;

import org.jspecify.annotations.NullMarked;
