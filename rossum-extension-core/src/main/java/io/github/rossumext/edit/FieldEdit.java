package io.github.rossumext.edit;

import io.github.rossumext.value.Option;
import io.github.rossumext.value.ValidationSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules have changed of a datapoint so far; a part that is null is as Rossum sent it.
 * Immutable, so that a checkpoint can keep it.
 */
record FieldEdit(
    @Nullable String value,
    @Nullable Boolean hidden,
    @Nullable List<Option> options,
    @Nullable List<ValidationSource> validationSources) {

  static final FieldEdit NONE = new FieldEdit(null, null, null, null);

  FieldEdit withValue(@Nullable String changed) {
    return new FieldEdit(changed, hidden, options, validationSources);
  }

  FieldEdit withHidden(@Nullable Boolean changed) {
    return new FieldEdit(value, changed, options, validationSources);
  }

  FieldEdit withOptions(@Nullable List<Option> changed) {
    return new FieldEdit(value, hidden, changed, validationSources);
  }

  FieldEdit withValidationSources(List<ValidationSource> changed) {
    return new FieldEdit(value, hidden, options, changed);
  }

  /** Without the value, and without the mark that validates it. */
  FieldEdit withoutValue() {
    return new FieldEdit(null, hidden, options, null);
  }
}
