/**
 * The types for adapters. An adapter translates the request of a server into a {@link
 * io.github.rossumext.exchange.HookExchange}, and passes it to {@code HookEndpoint.serve}. If you
 * have already read the bytes, create an {@link io.github.rossumext.exchange.EndpointRequest}.
 */
@NullMarked
package io.github.rossumext.exchange;

import org.jspecify.annotations.NullMarked;
