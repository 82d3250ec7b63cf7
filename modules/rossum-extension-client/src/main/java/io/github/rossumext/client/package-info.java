/**
 * Calls Rossum's REST API. Start with {@link io.github.rossumext.client.RossumClient}: it takes
 * address and token of the request that you handle, and it ends in time for your response.
 */
@NullMarked
package io.github.rossumext.client;

import org.jspecify.annotations.NullMarked;
