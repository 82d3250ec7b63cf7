/**
 * Runs the handlers of events that an endpoint handles once or later: it recognises repeats, keeps
 * the leases of running handlers, and gives stored responses to repeats and polls. Start with
 * {@link io.github.rossumext.internal.delivery.Deliveries}. Not exported.
 */
@NullMarked
package io.github.rossumext.internal.delivery;

import org.jspecify.annotations.NullMarked;
