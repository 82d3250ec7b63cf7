package io.github.rossumext.rules;

import io.github.rossumext.internal.check.ChangeCheck;
import io.github.rossumext.internal.check.FieldFacts;
import io.github.rossumext.internal.check.ValueType;
import io.github.rossumext.internal.text.Storable;
import io.github.rossumext.response.DatapointChange;
import io.github.rossumext.response.DatapointChange.Part;
import io.github.rossumext.value.ValidationSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The change of one datapoint so far, as it goes out, and what a value that is written makes of it:
 * nothing if the field holds the same, a loss if the field cannot hold it. Immutable.
 *
 * @param isValueLost whether the last value that was to be written was left out as a loss
 * @param earlier the edit with the value that was written before this one; null if no value was
 *     written before. It counts if the options, which a rule may set later, do not have this value.
 */
record FieldEdit(DatapointChange change, boolean isValueLost, @Nullable FieldEdit earlier) {
  static final FieldEdit NONE = new FieldEdit(DatapointChange.empty(), false, null);

  FieldEdit with(DatapointChange changed) {
    return new FieldEdit(changed, isValueLost, earlier);
  }

  FieldEdit without(Part part) {
    return with(change.without(part));
  }

  private FieldEdit withValue(String text) {
    // A mark that came before any value is for this one.
    return change.value().isEmpty()
        ? new FieldEdit(change.withValue(text), false, null)
        : new FieldEdit(withoutValue().withValue(text), false, this);
  }

  private FieldEdit withReceivedValue() {
    return new FieldEdit(withoutValue(), false, null);
  }

  /** Keeps everything, because the field holds the value that was to be written. */
  private FieldEdit holdingValue() {
    return new FieldEdit(change, false, earlier);
  }

  /** What validated a value does not validate another one. */
  private DatapointChange withoutValue() {
    return change.without(Part.VALUE).without(Part.VALIDATION_SOURCES);
  }

  /** Leaves the value as it is, and unvalidated, because another value was to be written. */
  private FieldEdit withLostValue() {
    return new FieldEdit(change.without(Part.VALIDATION_SOURCES), true, earlier);
  }

  /**
   * The change as it is sent. If the options do not have the value, and one that was written before
   * is among them, it has that one, and this is a loss.
   *
   * @param what how a report names the field
   */
  DatapointChange sent(Supplier<FieldFacts> facts, String what, Consumer<String> lost) {
    if (earlier != null) {
      FieldFacts field = facts.get();
      if (!ChangeCheck.isOutsideOptions(field, change)) {
        return change;
      }
      for (FieldEdit before = earlier; before != null; before = before.earlier) {
        DatapointChange instead = withoutValue().with(before.value());
        if (!ChangeCheck.isOutsideOptions(field, instead)) {
          lost.accept(what + " " + ChangeCheck.OUTSIDE_OPTIONS + ".");
          return instead;
        }
      }
    }
    return change;
  }

  private DatapointChange value() {
    DatapointChange value = DatapointChange.empty().withValue(change.value().orElse(""));
    return change.isAnyValueAllowed() ? value.withAnyValueAllowed() : value;
  }

  /** Marks the value, unless the mark was meant for a value that was lost. */
  FieldEdit withValidationSources(List<ValidationSource> sources) {
    return isValueLost ? this : with(change.withValidationSources(sources));
  }

  /** Writes a text that the type of the field can read, and refuses another one. */
  FieldEdit writing(AnyField<?> field, String wanted) {
    Objects.requireNonNull(wanted, "To clear a field, call clear() or set(\"\").");
    String text = storable(field, wanted);
    ValueType type = field.type();
    BigDecimal number = type == ValueType.NUMBER ? ValueType.number(text) : null;
    if (number != null) {
      return writing(field, number);
    }
    Boolean flag = type == ValueType.BOOLEAN ? ValueType.flag(text) : null;
    if (flag != null) {
      return writing(field, flag.booleanValue());
    }
    boolean isReadable = text.isEmpty() || type.canRead(text);
    return isReadable || text.equals(field.slot().text())
        ? storing(field, text, held -> type.isSame(held, text))
        : refusing(field, ValueType.TEXT);
  }

  FieldEdit writing(AnyField<?> field, BigDecimal number) {
    if (!canHold(field, ValueType.NUMBER)) {
      return refusing(field, ValueType.NUMBER);
    }
    // Written out, 1E+1000000 is a megabyte of digits: count them first.
    long digits = (long) number.precision() + Math.abs((long) number.scale());
    if (digits > 2L * ChangeCheck.MAX_VALUE_LENGTH) {
      return ifAccepted(field, digits, this);
    }
    return storing(
        field,
        number.toPlainString(),
        held -> {
          BigDecimal other = ValueType.number(held);
          return other != null && other.compareTo(number) == 0;
        });
  }

  FieldEdit writing(AnyField<?> field, LocalDate date) {
    if (!canHold(field, ValueType.DATE)) {
      return refusing(field, ValueType.DATE);
    }
    if (date.getYear() < 1 || date.getYear() > 9999) {
      throw new IllegalArgumentException(
          "Rossum's dates have years from 1 to 9999, but the year was " + date.getYear() + ".");
    }
    return storing(field, date.toString(), held -> date.equals(ValueType.date(held)));
  }

  FieldEdit writing(AnyField<?> field, boolean value) {
    if (!canHold(field, ValueType.BOOLEAN)) {
      return refusing(field, ValueType.BOOLEAN);
    }
    return storing(
        field, ValueType.text(value), held -> Boolean.valueOf(value).equals(ValueType.flag(held)));
  }

  /** Writes a text whatever it can be read as. */
  FieldEdit copying(AnyField<?> field, String wanted) {
    String text = storable(field, wanted);
    return storing(field, text, held -> field.type().isSame(held, text));
  }

  FieldEdit clearing(AnyField<?> field) {
    return storing(field, "", String::isEmpty);
  }

  /** The text as Rossum can store it; what Rossum has sent stays what it is. */
  private static String storable(AnyField<?> field, String text) {
    return text.equals(field.slot().text()) ? text : Storable.repaired(text);
  }

  /**
   * Writes a text whatever it can be read as.
   *
   * @param isSame whether a text that the field holds is the same
   */
  private FieldEdit storing(AnyField<?> field, String text, Predicate<String> isSame) {
    String written = change.value().orElse(null);
    if (written != null && isSame.test(written)) {
      return holdingValue();
    }
    // A new row is sent whole, so that what is written empty is sent empty.
    if (!field.isNew() && isSame.test(field.slot().text())) {
      return written == null ? holdingValue() : withReceivedValue();
    }
    return ifAccepted(field, Storable.length(text), withValue(text));
  }

  private FieldEdit ifAccepted(AnyField<?> field, long length, FieldEdit accepted) {
    Optional<String> refusal = ChangeCheck.refusal(field.facts(), length);
    refusal.ifPresent(field::lost);
    return refusal.isPresent() ? withLostValue() : accepted;
  }

  private FieldEdit refusing(AnyField<?> field, ValueType written) {
    field.lost(ChangeCheck.refusal(field.type(), written));
    return withLostValue();
  }

  private static boolean canHold(AnyField<?> field, ValueType written) {
    return field.type() == ValueType.TEXT || field.type() == written;
  }
}
