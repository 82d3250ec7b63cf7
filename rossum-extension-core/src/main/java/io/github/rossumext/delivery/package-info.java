/**
 * The memory of deliveries, for events that an endpoint handles {@code once} or {@code later}. By
 * default an endpoint remembers them in an {@link
 * io.github.rossumext.delivery.InMemoryDeliveryStore}. The {@code JdbcDeliveryStore} of the module
 * {@code rossum-extension-jdbc} remembers them in a database. To remember them elsewhere, implement
 * {@link io.github.rossumext.delivery.DeliveryStore}.
 */
@NullMarked
package io.github.rossumext.delivery;

import org.jspecify.annotations.NullMarked;
