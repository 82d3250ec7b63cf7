package io.github.rossumext.response;

import io.github.rossumext.content.Datapoint;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.value.Option;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds what Rossum would lose of the change of one datapoint (protocol §3.4, §4.1). */
final class ChangeCheck {
  /** Characters of a value. */
  private static final int MAX_VALUE_LENGTH = 1500;

  private final Consumer<String> lost;

  ChangeCheck(Consumer<String> lost) {
    this.lost = lost;
  }

  /** What Rossum keeps of a change; the datapoint is null for one that is new. */
  DatapointChange kept(
      String what,
      @Nullable Datapoint datapoint,
      @Nullable SchemaDatapoint definition,
      DatapointChange change) {
    String value = change.value().orElse(null);
    if (value != null) {
      if (datapoint != null && datapoint.isButton()) {
        lost.accept(what + " is a button, which has no value");
        return change.withoutValue();
      }
      if (definition != null && definition.isFormula()) {
        lost.accept(what + " is computed by a formula, which would replace the value");
        return change.withoutValue();
      }
      if (value.length() > MAX_VALUE_LENGTH) {
        lost.accept(
            what
                + " takes values of up to "
                + MAX_VALUE_LENGTH
                + " characters, not "
                + value.length());
        return change.withoutValue();
      }
    }
    return keptOfOptions(what, datapoint, definition, change);
  }

  private DatapointChange keptOfOptions(
      String what,
      @Nullable Datapoint datapoint,
      @Nullable SchemaDatapoint definition,
      DatapointChange change) {
    if (change.allowsAnyValue() || (change.value().isEmpty() && change.options().isEmpty())) {
      return change;
    }
    Optional<List<Option>> options =
        change
            .options()
            .or(() -> datapoint == null ? Optional.empty() : datapoint.options())
            .or(
                () ->
                    definition == null || !definition.type().equals(DatapointType.ENUM)
                        ? Optional.empty()
                        : Optional.of(definition.options()));
    String value = change.value().orElseGet(() -> datapoint == null ? "" : datapoint.text());
    if (options.isEmpty() || value.isEmpty() || isAmong(options.get(), value)) {
      return change;
    }
    if (change.value().isEmpty()) {
      // The options are no loss: the user needs them to choose another value.
      lost.accept(what + " got options that its present value is not among");
      return change;
    }
    lost.accept(what + " got a value that is not among its options");
    return change.withoutValue();
  }

  private static boolean isAmong(List<Option> options, String value) {
    return options.stream().anyMatch(option -> option.value().equalsIgnoreCase(value));
  }
}
