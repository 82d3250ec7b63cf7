package io.github.rossumext.value;

import io.github.rossumext.internal.text.Numbers;
import java.math.BigDecimal;

/**
 * The largest difference at which two numbers still count as equal. In settings, write {@code
 * "0.01"} or {@code "2%"}. Immutable and thread-safe.
 */
public final class Tolerance {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final BigDecimal amount;
  private final boolean isPercent;

  private Tolerance(BigDecimal amount, boolean isPercent) {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException(
          "A tolerance must be 0 or more, but was " + amount + (isPercent ? "%." : "."));
    }
    this.amount = amount;
    this.isPercent = isPercent;
  }

  /** Returns a tolerance in the unit of the numbers. */
  public static Tolerance absolute(BigDecimal distance) {
    return new Tolerance(distance, false);
  }

  /** Returns a tolerance in the unit of the numbers, such as {@code "0.01"}. */
  public static Tolerance absolute(String distance) {
    return absolute(new BigDecimal(distance));
  }

  /** Returns a tolerance in percent of the expected number. */
  public static Tolerance percent(BigDecimal percent) {
    return new Tolerance(percent, true);
  }

  /** Returns a tolerance in percent of the expected number, such as {@code "2"}. */
  public static Tolerance percent(String percent) {
    return percent(new BigDecimal(percent));
  }

  /**
   * Returns the tolerance of a text as in settings: {@code 0.01} or {@code 2%}.
   *
   * @throws IllegalArgumentException if the text is not a number or a percentage
   */
  public static Tolerance of(String text) {
    String stripped = text.strip();
    boolean isPercent = stripped.endsWith("%");
    String number = isPercent ? stripped.substring(0, stripped.length() - 1).strip() : stripped;
    BigDecimal amount = Numbers.number(number);
    if (amount == null) {
      // The text may come from settings, so the message does not repeat it.
      throw new IllegalArgumentException(
          "A tolerance must be a number or a percentage. Write 0.01 or 2%.");
    }
    return new Tolerance(amount, isPercent);
  }

  /** Returns whether the actual number is close enough to the expected one. */
  public boolean allows(BigDecimal expected, BigDecimal actual) {
    BigDecimal distance = expected.subtract(actual).abs();
    return isPercent
        ? distance.multiply(HUNDRED).compareTo(expected.abs().multiply(amount)) <= 0
        : distance.compareTo(amount) <= 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tolerance that
        && isPercent == that.isPercent
        && amount.compareTo(that.amount) == 0;
  }

  @Override
  public int hashCode() {
    return amount.stripTrailingZeros().hashCode() + (isPercent ? 1 : 0);
  }

  /** Returns the text as in settings. */
  @Override
  public String toString() {
    return amount.toPlainString() + (isPercent ? "%" : "");
  }
}
