package io.github.rossumext.rules;

import io.github.rossumext.internal.check.ChangeCheck;
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

/**
 * The change of one datapoint so far, as it goes out, and what a value that is written makes of it:
 * nothing if Rossum has sent the same, a loss if the field cannot hold it. Immutable.
 *
 * @param isValueLost whether the last value that was to be written was left out as a loss
 */
record FieldEdit(DatapointChange change, boolean isValueLost) {
  static final FieldEdit NONE = new FieldEdit(DatapointChange.empty(), false);

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
        ? storing(field, text)
        : refusing(field, ValueType.TEXT);
  }

  FieldEdit writing(AnyField<?> field, BigDecimal number) {
    if (!canHold(field, ValueType.NUMBER)) {
      return refusing(field, ValueType.NUMBER);
    }
    BigDecimal before = ValueType.number(field.slot().text());
    boolean isReceived = before != null && before.compareTo(number) == 0;
    // Written out, 1E+1000000 is a megabyte of digits: count them first.
    long digits = (long) number.precision() + Math.abs((long) number.scale());
    if (digits > 2L * ChangeCheck.MAX_VALUE_LENGTH) {
      return ifAccepted(field, digits, this);
    }
    return storing(field, number.toPlainString(), isReceived);
  }

  FieldEdit writing(AnyField<?> field, LocalDate date) {
    if (!canHold(field, ValueType.DATE)) {
      return refusing(field, ValueType.DATE);
    }
    if (date.getYear() < 1 || date.getYear() > 9999) {
      throw new IllegalArgumentException(
          "Rossum's dates have years from 1 to 9999, but the year was " + date.getYear() + ".");
    }
    return storing(field, date.toString(), date.equals(ValueType.date(field.slot().text())));
  }

  FieldEdit writing(AnyField<?> field, boolean value) {
    if (!canHold(field, ValueType.BOOLEAN)) {
      return refusing(field, ValueType.BOOLEAN);
    }
    Boolean before = ValueType.flag(field.slot().text());
    return storing(field, ValueType.text(value), before != null && before == value);
  }

  /** Writes a text whatever it can be read as. */
  FieldEdit storing(AnyField<?> field, String wanted) {
    String text = storable(field, wanted);
    return storing(field, text, field.type().isSame(field.slot().text(), text));
  }

  /** The text as Rossum can store it; what Rossum has sent stays what it is. */
  private static String storable(AnyField<?> field, String text) {
    return text.equals(field.slot().text()) ? text : Storable.repaired(text);
  }

  /**
   * Writes a text whatever it can be read as.
   *
   * @param isReceived whether Rossum has sent the same
   */
  FieldEdit storing(AnyField<?> field, String text, boolean isReceived) {
    // A new row is sent whole, so that what is written empty is sent empty.
    return isReceived && !field.isNew()
        ? withReceivedValue()
        : ifAccepted(field, Storable.length(text), withValue(text));
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
