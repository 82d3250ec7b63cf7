package io.github.rossumext.response;

import io.github.rossumext.content.Datapoint;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.value.Option;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds what Rossum would lose of the change of one datapoint (protocol §3.4, §4.1). */
final class ChangeCheck {
  /** Characters of a value. */
  private static final int MAX_VALUE_LENGTH = 1500;

  private final Consumer<String> lost;
  // The options of a column, which are read anew at every call, for all of its cells. By identity,
  // since the nodes of a schema are compared by their JSON.
  private final IdentityHashMap<SchemaDatapoint, Set<String>> ofSchema = new IdentityHashMap<>();

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
    Set<String> options = options(datapoint, definition, change);
    String value = change.value().orElseGet(() -> datapoint == null ? "" : datapoint.text());
    if (options == null || value.isEmpty() || options.contains(value)) {
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

  /** The values to choose from; null where they are not known. */
  private @Nullable Set<String> options(
      @Nullable Datapoint datapoint, @Nullable SchemaDatapoint definition, DatapointChange change) {
    List<Option> ofDatapoint =
        change
            .options()
            .or(() -> datapoint == null ? Optional.empty() : datapoint.options())
            .orElse(null);
    if (ofDatapoint != null) {
      return values(ofDatapoint);
    }
    return definition == null || !definition.type().equals(DatapointType.ENUM)
        ? null
        : ofSchema.computeIfAbsent(definition, known -> values(known.options()));
  }

  private static Set<String> values(List<Option> options) {
    Set<String> values = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    options.forEach(option -> values.add(option.value()));
    return values;
  }
}
