package io.github.rossumext.internal.delivery;

import io.github.rossumext.delivery.IfUnknown;

/**
 * How an endpoint delivers an event. Immutable and thread-safe.
 *
 * @param ifUnknown what a repeat means if the outcome of the last run is unknown
 */
public record Plan(IfUnknown ifUnknown) {}
