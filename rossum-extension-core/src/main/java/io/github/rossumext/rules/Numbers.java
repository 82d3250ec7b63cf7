package io.github.rossumext.rules;

import io.github.rossumext.internal.help.Mistake;
import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.value.Tolerance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the rows of a table: a column, or the result of a calculation with columns. A row
 * has no number if its cell is empty or cannot be read. Calculations go row by row; if an operand
 * is empty, the result is empty, too. Sums, counts and tests skip empty rows. A result is a
 * snapshot. A {@link NumberColumn} reads its cells, so it sees later edits. Not thread-safe.
 */
public sealed class Numbers permits NumberColumn {
  private final Table table;
  private final List<Row> rows;
  private final @Nullable BigDecimal[] values;

  private Numbers(Table table, List<Row> rows, @Nullable BigDecimal[] values) {
    this.table = table;
    this.rows = rows;
    this.values = values;
  }

  /** Creates a column, which reads its numbers from its cells. */
  Numbers(Table table, List<Row> rows) {
    this(table, rows, new @Nullable BigDecimal[0]);
  }

  /** Returns the number in the row with this index; null if it is empty. */
  @Nullable BigDecimal at(int index) {
    return values[index];
  }

  /** Returns the number of rows, including those with an empty cell. */
  public final int size() {
    return rows.size();
  }

  /** Returns the numbers from the first row to the last. */
  public final List<Optional<BigDecimal>> values() {
    List<Optional<BigDecimal>> all = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      all.add(Optional.ofNullable(at(i)));
    }
    return Collections.unmodifiableList(all);
  }

  private List<BigDecimal> present() {
    List<BigDecimal> present = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      BigDecimal number = at(i);
      if (number != null) {
        present.add(number);
      }
    }
    return present;
  }

  /**
   * Returns the sums, row by row.
   *
   * @throws IllegalArgumentException if the other has other rows
   */
  public final Numbers plus(Numbers other) {
    return each(other, BigDecimal::add);
  }

  /** Returns each number with this one added. */
  public final Numbers plus(BigDecimal number) {
    return each(value -> value.add(number));
  }

  /**
   * Returns the differences, row by row: this minus the other.
   *
   * @throws IllegalArgumentException if the other has other rows
   */
  public final Numbers minus(Numbers other) {
    return each(other, BigDecimal::subtract);
  }

  /** Returns each number minus this one. */
  public final Numbers minus(BigDecimal number) {
    return each(value -> value.subtract(number));
  }

  /**
   * Returns the products, row by row.
   *
   * @throws IllegalArgumentException if the other has other rows
   */
  public final Numbers times(Numbers other) {
    return each(other, BigDecimal::multiply);
  }

  /** Returns each number times this one. */
  public final Numbers times(BigDecimal number) {
    return each(value -> value.multiply(number));
  }

  /**
   * Returns the quotients, row by row: this divided by the other. If the other is zero, the result
   * is empty, because the zero comes from the document.
   *
   * @param scale the digits after the point
   * @throws IllegalArgumentException if the other has other rows
   */
  public final Numbers dividedBy(Numbers other, int scale, RoundingMode rounding) {
    return each(
        other,
        (one, divisor) -> divisor.signum() == 0 ? null : one.divide(divisor, scale, rounding));
  }

  /**
   * Returns each number divided by this one.
   *
   * @param scale the digits after the point
   * @throws ArithmeticException if the divisor is zero
   */
  public final Numbers dividedBy(BigDecimal divisor, int scale, RoundingMode rounding) {
    if (divisor.signum() == 0) {
      throw new ArithmeticException("A column cannot be divided by zero.");
    }
    return each(value -> value.divide(divisor, scale, rounding));
  }

  /**
   * Returns each number, rounded to this many digits after the point.
   *
   * @param scale the digits after the point
   */
  public final Numbers rounded(int scale, RoundingMode rounding) {
    return each(value -> value.setScale(scale, rounding));
  }

  private Numbers each(UnaryOperator<BigDecimal> operation) {
    @Nullable BigDecimal[] results = new @Nullable BigDecimal[size()];
    for (int i = 0; i < results.length; i++) {
      BigDecimal value = at(i);
      results[i] = value == null ? null : operation.apply(value);
    }
    return new Numbers(table, rows, results);
  }

  /** An operation on two numbers that may have no result. */
  private interface Operation {
    @Nullable BigDecimal apply(BigDecimal one, BigDecimal other);
  }

  private Numbers each(Numbers other, Operation operation) {
    requireSameRows(other);
    @Nullable BigDecimal[] results = new @Nullable BigDecimal[size()];
    for (int i = 0; i < results.length; i++) {
      BigDecimal one = at(i);
      BigDecimal two = other.at(i);
      results[i] = one == null || two == null ? null : operation.apply(one, two);
    }
    return new Numbers(table, rows, results);
  }

  final void requireSameRows(Numbers other) {
    requireSameRows(table, rows, other.table, other.rows);
  }

  /** Refuses rows that do not correspond: numbers would move from one row to another. */
  static void requireSameRows(Table one, List<Row> rows, Table other, List<Row> otherRows) {
    if (rows.size() != otherRows.size()) {
      throw Mistake.ofArgument(
          "Expected columns with the same number of rows, but found "
              + rows.size()
              + " and "
              + otherRows.size()
              + " rows. If you append or remove rows, get the columns again.");
    }
    if (one.received() == other.received() && !rows.equals(otherRows)) {
      throw Mistake.ofArgument(
          "The rows of "
              + Printable.name(one.schemaId())
              + " have changed since you got the column. Get it from the table again.");
    }
  }

  /** Returns the sum; zero if there are no numbers. */
  public final BigDecimal sum() {
    return reduce(BigDecimal::add).orElse(BigDecimal.ZERO);
  }

  /** Returns the smallest number; empty if there are no numbers. */
  public final Optional<BigDecimal> min() {
    return reduce(BigDecimal::min);
  }

  /** Returns the greatest number; empty if there are no numbers. */
  public final Optional<BigDecimal> max() {
    return reduce(BigDecimal::max);
  }

  private Optional<BigDecimal> reduce(BinaryOperator<BigDecimal> operation) {
    return present().stream().reduce(operation);
  }

  /** Returns how many rows have a number. */
  public final int count() {
    return present().size();
  }

  /** Returns whether a number passes the test. */
  public final boolean any(Predicate<? super BigDecimal> test) {
    return present().stream().anyMatch(test);
  }

  /** Returns whether all numbers pass the test; true if there are no numbers. */
  public final boolean all(Predicate<? super BigDecimal> test) {
    return present().stream().allMatch(test);
  }

  /** Returns the rows whose number passes the test. */
  public final List<Row> rowsWhere(Predicate<? super BigDecimal> test) {
    List<Row> found = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      BigDecimal number = at(i);
      if (number != null && test.test(number)) {
        found.add(rows.get(i));
      }
    }
    return found;
  }

  /**
   * Returns the rows whose number is further from the expected one than the tolerance allows. A row
   * without one of the two is skipped.
   *
   * @throws IllegalArgumentException if the expected numbers have other rows
   */
  public final List<Row> rowsApartFrom(Numbers expected, Tolerance tolerance) {
    requireSameRows(expected);
    List<Row> found = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      BigDecimal actual = at(i);
      BigDecimal other = expected.at(i);
      if (actual != null && other != null && !tolerance.allows(other, actual)) {
        found.add(rows.get(i));
      }
    }
    return found;
  }

  /** Returns the number of rows, and no value. */
  @Override
  public String toString() {
    return "Numbers[" + size() + " rows]";
  }
}
