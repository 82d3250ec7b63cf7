package io.github.rossumext.value;

import io.github.rossumext.internal.json.Texts;
import java.math.BigDecimal;

/**
 * How far two numbers may lie apart and still count as equal: a type of its own, since two swapped
 * {@code BigDecimal}s would pass silently. In settings it is written {@code "0.01"} or {@code
 * "2%"}. Immutable and thread-safe.
 */
public final class Tolerance {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final BigDecimal amount;
  private final boolean percent;

  private Tolerance(BigDecimal amount, boolean percent) {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("A tolerance is not negative: " + amount);
    }
    this.amount = amount;
    this.percent = percent;
  }

  /** A distance in the unit of the numbers. */
  public static Tolerance absolute(String distance) {
    return new Tolerance(new BigDecimal(distance), false);
  }

  /** A distance in percent of the expected number. */
  public static Tolerance percent(String percent) {
    return new Tolerance(new BigDecimal(percent), true);
  }

  /**
   * A tolerance as it is written in settings: {@code 0.01} or {@code 2%}.
   *
   * @throws IllegalArgumentException if the text is neither
   */
  public static Tolerance parse(String text) {
    String stripped = text.strip();
    boolean percent = stripped.endsWith("%");
    String number = percent ? stripped.substring(0, stripped.length() - 1).strip() : stripped;
    BigDecimal amount = Texts.number(number);
    if (amount == null) {
      throw new IllegalArgumentException("A tolerance is written 0.01 or 2%.");
    }
    return new Tolerance(amount, percent);
  }

  /** Whether the actual number is as close to the expected one as this allows. */
  public boolean allows(BigDecimal expected, BigDecimal actual) {
    BigDecimal distance = expected.subtract(actual).abs();
    return percent
        ? distance.multiply(HUNDRED).compareTo(expected.abs().multiply(amount)) <= 0
        : distance.compareTo(amount) <= 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tolerance that
        && percent == that.percent
        && amount.compareTo(that.amount) == 0;
  }

  @Override
  public int hashCode() {
    return amount.stripTrailingZeros().hashCode() + (percent ? 1 : 0);
  }

  /** As it is written in settings. */
  @Override
  public String toString() {
    return amount.toPlainString() + (percent ? "%" : "");
  }
}
