/**
 * What an adapter translates: one server's request into a {@link
 * io.github.rossumext.exchange.HookExchange}, for {@code HookEndpoint.serve}. Whoever has read the
 * bytes already makes an {@link io.github.rossumext.exchange.EndpointRequest}.
 */
@NullMarked
package io.github.rossumext.exchange;

import org.jspecify.annotations.NullMarked;
