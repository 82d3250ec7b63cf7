package io.github.rossumext.rules;

import io.github.rossumext.response.DatapointChange;
import io.github.rossumext.response.DatapointChange.Part;
import io.github.rossumext.value.ValidationSource;
import java.util.List;

/**
 * The change of one datapoint so far, as it goes out. Immutable.
 *
 * @param isValueLost whether the last value that was to be written was left out as a loss
 */
record FieldEdit(DatapointChange change, boolean isValueLost) {
  static final FieldEdit NONE = new FieldEdit(DatapointChange.none(), false);

  FieldEdit with(DatapointChange changed) {
    return new FieldEdit(changed, isValueLost);
  }

  FieldEdit without(Part part) {
    return with(change.without(part));
  }

  FieldEdit withValue(String text) {
    return new FieldEdit(change.without(Part.VALUE).withValue(text), false);
  }

  FieldEdit withReceivedValue() {
    return new FieldEdit(change.without(Part.VALUE), false);
  }

  /** Leaves the value as it is, and unvalidated, because another value was to be written. */
  FieldEdit withLostValue() {
    return new FieldEdit(change.without(Part.VALIDATION_SOURCES), true);
  }

  /** Marks the value, unless the mark was meant for a value that was lost. */
  FieldEdit withValidationSources(List<ValidationSource> sources) {
    return isValueLost ? this : with(change.withValidationSources(sources));
  }
}
