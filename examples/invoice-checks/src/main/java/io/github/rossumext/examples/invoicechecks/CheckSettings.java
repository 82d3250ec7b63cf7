package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.value.Tolerance;

/**
 * The settings of the hook.
 *
 * @param tolerance how far totals may differ from the expected amount
 * @param lineTolerance how far the amounts of a line may differ
 */
record CheckSettings(Tolerance tolerance, Tolerance lineTolerance) {
  /** The settings that apply if the hook does not set them. */
  static final CheckSettings DEFAULTS =
      new CheckSettings(Tolerance.absolute("0.01"), Tolerance.absolute("0.01"));
}
