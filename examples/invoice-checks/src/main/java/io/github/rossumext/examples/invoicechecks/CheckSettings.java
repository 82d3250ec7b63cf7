package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.value.Tolerance;

/**
 * What a hook can set in its settings.
 *
 * @param tolerance how far totals may be from what they should be
 * @param lineTolerance how far the amounts of a line may be
 */
record CheckSettings(Tolerance tolerance, Tolerance lineTolerance) {
  /** What applies where the hook says nothing else. */
  static final CheckSettings DEFAULTS =
      new CheckSettings(Tolerance.absolute("0.01"), Tolerance.absolute("0.01"));
}
