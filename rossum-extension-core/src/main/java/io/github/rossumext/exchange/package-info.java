/**
 * What an adapter translates: one server's request into a {@link
 * io.github.rossumext.exchange.HookExchange}, for {@code HookEndpoint.serve}. If you have read the
 * bytes already, make an {@link io.github.rossumext.exchange.EndpointRequest}.
 */
@NullMarked
package io.github.rossumext.exchange;

import org.jspecify.annotations.NullMarked;
