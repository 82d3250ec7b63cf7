package io.github.rossumext.internal.check;

import io.github.rossumext.internal.text.Storable;
import io.github.rossumext.response.DatapointChange;
import io.github.rossumext.response.DatapointChange.Part;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.value.Option;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parts of a change of one datapoint that Rossum would lose. It checks each write of a
 * rule, and each response before it is sent. Not thread-safe.
 */
public final class ChangeCheck {
  /** The characters (code points) that a value may have. */
  public static final int MAX_VALUE_LENGTH = 1500;

  /** The report about a value that is not among the options. */
  public static final String OUTSIDE_OPTIONS = "got a value that is not among its options";

  private final Consumer<String> lost;
  // Keeps the options of a column for all its cells. Finds them by identity, because equals() of
  // schema nodes compares their JSON.
  private final IdentityHashMap<SchemaDatapoint, Set<String>> ofSchema = new IdentityHashMap<>();

  ChangeCheck(Consumer<String> lost) {
    this.lost = lost;
  }

  /** Returns why a field cannot take a value of this length; empty if it can. */
  public static Optional<String> refusal(FieldFacts field, long length) {
    if (field.isButton()) {
      return Optional.of("is a button, which has no value");
    }
    if (field.isFormula()) {
      return Optional.of("is computed by a formula, which would replace the value");
    }
    return length > MAX_VALUE_LENGTH
        ? Optional.of("takes values of up to " + MAX_VALUE_LENGTH + " characters, not " + length)
        : Optional.empty();
  }

  /** Returns whether the value of a change is not among the options of its field. */
  public static boolean isOutsideOptions(FieldFacts field, DatapointChange change) {
    String value = change.value().orElse("");
    Optional<List<Option>> options = change.options().or(field::options);
    return !value.isEmpty()
        && !change.isAnyValueAllowed()
        && options.isPresent()
        && !values(options.get()).contains(value);
  }

  /** Returns why a field of one type cannot hold what was written. */
  public static String refusal(ValueType type, ValueType written) {
    return "is "
        + type.named()
        + "; it cannot hold "
        + (written == ValueType.TEXT ? "this text" : written.named());
  }

  /**
   * Returns what Rossum keeps of a change.
   *
   * @param what how a report names the datapoint
   * @param text the text that the datapoint has now; {@code ""} if it is new
   */
  DatapointChange kept(String what, FieldFacts field, String text, DatapointChange wanted) {
    DatapointChange change = withoutLongOptions(what, wanted);
    if (change.options().isPresent() && !field.mayHaveOptions()) {
      lost.accept(what + " is not an enum, so it has no options");
      change = change.without(Part.OPTIONS);
    }
    String value = change.value().orElse(null);
    if (value != null) {
      Optional<String> refusal = refusal(field, Storable.length(value));
      if (refusal.isPresent()) {
        lost.accept(what + " " + refusal.get());
        return withoutValue(change);
      }
    }
    if (change.isAnyValueAllowed() || (value == null && change.options().isEmpty())) {
      return change;
    }
    Set<String> options = options(field, change);
    String chosen = value == null ? text : value;
    if (options == null || chosen.isEmpty() || options.contains(chosen)) {
      return change;
    }
    if (value == null) {
      // The options are not a loss: the user needs them to choose another value.
      lost.accept(what + " got options that do not include its current value");
      return change;
    }
    lost.accept(what + " " + OUTSIDE_OPTIONS);
    return withoutValue(change);
  }

  /**
   * Returns the change without options that no field can hold, so that nobody could choose them.
   */
  private DatapointChange withoutLongOptions(String what, DatapointChange change) {
    List<Option> options = change.options().orElse(List.of());
    if (options.isEmpty()) {
      return change;
    }
    List<Option> kept =
        options.stream()
            .filter(option -> Storable.length(option.value()) <= MAX_VALUE_LENGTH)
            .toList();
    if (kept.size() == options.size()) {
      return change;
    }
    lost.accept(what + " got an option with a value of over " + MAX_VALUE_LENGTH + " characters");
    return change.withOptions(kept);
  }

  /** Returns the change without its value and validation sources. */
  static DatapointChange withoutValue(DatapointChange change) {
    return change.without(Part.VALUE).without(Part.VALIDATION_SOURCES);
  }

  /** The values to choose from; null if they are unknown. */
  private @Nullable Set<String> options(FieldFacts field, DatapointChange change) {
    Optional<List<Option>> own = change.options().or(field::ownOptions);
    if (own.isPresent()) {
      return values(own.get());
    }
    return field
        .enumDefinition()
        .map(known -> ofSchema.computeIfAbsent(known, key -> values(key.options())))
        .orElse(null);
  }

  private static Set<String> values(List<Option> options) {
    Set<String> values = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    options.forEach(option -> values.add(option.value()));
    return values;
  }
}
