package io.github.rossumext.edit;

import io.github.rossumext.value.Option;
import io.github.rossumext.value.ValidationSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules have changed of a datapoint so far; a part that is null is as Rossum sent it. The
 * last value that was to be written may have been lost. Immutable, so that a checkpoint can keep
 * it.
 */
record FieldEdit(
    @Nullable String value,
    @Nullable Boolean hidden,
    @Nullable List<Option> options,
    @Nullable List<ValidationSource> validationSources,
    boolean valueLost) {

  static final FieldEdit NONE = new FieldEdit(null, null, null, null, false);

  FieldEdit withValue(@Nullable String changed) {
    return new FieldEdit(changed, hidden, options, validationSources, false);
  }

  FieldEdit withHidden(@Nullable Boolean changed) {
    return new FieldEdit(value, changed, options, validationSources, valueLost);
  }

  FieldEdit withOptions(@Nullable List<Option> changed) {
    return new FieldEdit(value, hidden, changed, validationSources, valueLost);
  }

  /** With the mark, unless it was meant for a value that was lost. */
  FieldEdit withValidationSources(List<ValidationSource> changed) {
    return valueLost ? this : new FieldEdit(value, hidden, options, changed, false);
  }

  /** With the value as it is and unvalidated, since another one was to be written. */
  FieldEdit withLostValue() {
    return new FieldEdit(value, hidden, options, null, true);
  }

  /** Without the value, and without the mark that validates it. */
  FieldEdit withoutValue() {
    return new FieldEdit(null, hidden, options, null, true);
  }
}
