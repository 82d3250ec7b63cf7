/**
 * The memory of deliveries in a database: a {@link io.github.rossumext.jdbc.JdbcDeliveryStore},
 * which several nodes share and which a restart does not lose.
 */
@NullMarked
package io.github.rossumext.jdbc;

import org.jspecify.annotations.NullMarked;
