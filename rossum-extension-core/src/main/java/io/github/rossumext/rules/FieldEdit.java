package io.github.rossumext.rules;

import io.github.rossumext.value.Option;
import io.github.rossumext.value.Position;
import io.github.rossumext.value.ValidationSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What the rules have changed of a datapoint so far; a part that is null is as Rossum sent it. The
 * last value that was to be written may have been lost. Immutable, so that a checkpoint can keep
 * it.
 */
record FieldEdit(
    @Nullable String value,
    @Nullable Place place,
    @Nullable Boolean hidden,
    @Nullable List<Option> options,
    @Nullable List<ValidationSource> validationSources,
    boolean anyValue,
    boolean valueLost)
    implements Edits.Edit {

  /** Where the value stands in the document; nowhere if both are empty. */
  record Place(OptionalInt page, Optional<Position> position) {
    static final Place NOWHERE = new Place(OptionalInt.empty(), Optional.empty());
  }

  static final FieldEdit NONE = new FieldEdit(null, null, null, null, null, false, false);

  /** Whether nothing is changed, be it that a write was lost or taken back. */
  boolean isEmpty() {
    return value == null
        && place == null
        && hidden == null
        && options == null
        && validationSources == null;
  }

  FieldEdit withValue(@Nullable String changed) {
    return new FieldEdit(changed, place, hidden, options, validationSources, false, false);
  }

  FieldEdit withPlace(@Nullable Place changed) {
    return new FieldEdit(value, changed, hidden, options, validationSources, anyValue, valueLost);
  }

  FieldEdit withHidden(@Nullable Boolean changed) {
    return new FieldEdit(value, place, changed, options, validationSources, anyValue, valueLost);
  }

  FieldEdit withOptions(@Nullable List<Option> changed) {
    return new FieldEdit(value, place, hidden, changed, validationSources, anyValue, valueLost);
  }

  FieldEdit withAnyValue() {
    return new FieldEdit(value, place, hidden, options, validationSources, true, valueLost);
  }

  /** With the mark, unless it was meant for a value that was lost. */
  FieldEdit withValidationSources(List<ValidationSource> changed) {
    return valueLost
        ? this
        : new FieldEdit(value, place, hidden, options, changed, anyValue, false);
  }

  /** Without a mark of its own. */
  FieldEdit unmarked() {
    return new FieldEdit(value, place, hidden, options, null, anyValue, valueLost);
  }

  /** With the value as it is and unvalidated, since another one was to be written. */
  FieldEdit withLostValue() {
    return new FieldEdit(value, place, hidden, options, null, anyValue, true);
  }
}
