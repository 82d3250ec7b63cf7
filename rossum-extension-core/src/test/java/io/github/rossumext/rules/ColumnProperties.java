package io.github.rossumext.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.rules.ReferenceDocument.Item;
import io.github.rossumext.rules.ReferenceDocument.State;
import io.github.rossumext.value.Tolerance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What is worked out of columns is what comes out row by row, after any edits. */
class ColumnProperties {
  /** The numbers of a column, read cell by cell. */
  private static List<Optional<BigDecimal>> slowly(ContentEditor content, String column) {
    List<Optional<BigDecimal>> numbers = new ArrayList<>();
    for (Row row : content.table("taxes")) {
      numbers.add(row.number(column).find());
    }
    return numbers;
  }

  private static List<BigDecimal> present(ContentEditor content, String column) {
    return slowly(content, column).stream().flatMap(Optional::stream).toList();
  }

  private static Numbers rates(ContentEditor content) {
    return content.table("taxes").numbers("rate");
  }

  private static Numbers bases(ContentEditor content) {
    return content.table("taxes").numbers("base");
  }

  private static List<Optional<BigDecimal>> rowByRow(
      ContentEditor content, BiFunction<BigDecimal, BigDecimal, @Nullable BigDecimal> operation) {
    List<Optional<BigDecimal>> rates = slowly(content, "rate");
    List<Optional<BigDecimal>> bases = slowly(content, "base");
    List<Optional<BigDecimal>> results = new ArrayList<>();
    for (int i = 0; i < rates.size(); i++) {
      results.add(
          rates.get(i).isPresent() && bases.get(i).isPresent()
              ? Optional.ofNullable(
                  operation.apply(rates.get(i).orElseThrow(), bases.get(i).orElseThrow()))
              : Optional.empty());
    }
    return results;
  }

  private static void assertEqual(Numbers fast, List<Optional<BigDecimal>> slow) {
    assertThat(fast.values()).isEqualTo(slow);
    assertThat(fast.size()).isEqualTo(slow.size());
    assertThat(fast.count()).isEqualTo((int) slow.stream().filter(Optional::isPresent).count());
  }

  @Property
  void twoColumnsGoTogetherRowByRow(
      @ForAll("edited") ContentEditor content,
      @ForAll @IntRange(max = 3) int scale,
      @ForAll RoundingMode rounding) {
    // Without a rounding that may be needed.
    RoundingMode mode = rounding == RoundingMode.UNNECESSARY ? RoundingMode.UP : rounding;

    assertEqual(rates(content).plus(bases(content)), rowByRow(content, BigDecimal::add));
    assertEqual(rates(content).minus(bases(content)), rowByRow(content, BigDecimal::subtract));
    assertEqual(rates(content).times(bases(content)), rowByRow(content, BigDecimal::multiply));
    assertEqual(
        rates(content).dividedBy(bases(content), scale, mode),
        rowByRow(
            content, (rate, base) -> base.signum() == 0 ? null : rate.divide(base, scale, mode)));
    assertEqual(
        rates(content).times(bases(content)).plus(rates(content)).rounded(scale, mode),
        rowByRow(content, (rate, base) -> rate.multiply(base).add(rate).setScale(scale, mode)));
  }

  @Property
  void aNumberGoesWithEachRow(
      @ForAll("edited") ContentEditor content, @ForAll("numbers") BigDecimal number) {
    List<Optional<BigDecimal>> rates = slowly(content, "rate");

    assertEqual(
        rates(content).plus(number), rates.stream().map(r -> r.map(n -> n.add(number))).toList());
    assertEqual(
        rates(content).minus(number),
        rates.stream().map(r -> r.map(n -> n.subtract(number))).toList());
    assertEqual(
        rates(content).times(number),
        rates.stream().map(r -> r.map(n -> n.multiply(number))).toList());
    if (number.signum() != 0) {
      assertEqual(
          rates(content).dividedBy(number, 2, RoundingMode.HALF_UP),
          rates.stream().map(r -> r.map(n -> n.divide(number, 2, RoundingMode.HALF_UP))).toList());
    }
  }

  @Property
  void sumsAndTestsPassOverEmptyCells(
      @ForAll("edited") ContentEditor content, @ForAll("numbers") BigDecimal limit) {
    Numbers rates = rates(content);
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal least = null;
    BigDecimal most = null;
    int above = 0;
    List<Row> rowsAbove = new ArrayList<>();
    for (Row row : content.table("taxes")) {
      if (row.number("rate").isSet()) {
        BigDecimal rate = row.number("rate").value();
        sum = sum.add(rate);
        least = least == null || rate.compareTo(least) < 0 ? rate : least;
        most = most == null || rate.compareTo(most) > 0 ? rate : most;
        if (rate.compareTo(limit) > 0) {
          above++;
          rowsAbove.add(row);
        }
      }
    }

    assertThat(rates.sum()).isEqualByComparingTo(sum);
    assertThat(rates.min().map(BigDecimal::stripTrailingZeros))
        .isEqualTo(Optional.ofNullable(least).map(BigDecimal::stripTrailingZeros));
    assertThat(rates.max().map(BigDecimal::stripTrailingZeros))
        .isEqualTo(Optional.ofNullable(most).map(BigDecimal::stripTrailingZeros));
    assertThat(rates.count()).isEqualTo(present(content, "rate").size());
    assertThat(rates.any(rate -> rate.compareTo(limit) > 0)).isEqualTo(above > 0);
    assertThat(rates.all(rate -> rate.compareTo(limit) > 0)).isEqualTo(above == rates.count());
    assertThat(rates.rowsWhere(rate -> rate.compareTo(limit) > 0)).isEqualTo(rowsAbove);
  }

  @Property
  void rowsAreApartWhereOneNumberLiesTooFarFromTheOther(
      @ForAll("edited") ContentEditor content, @ForAll("tolerances") Tolerance tolerance) {
    List<Row> apart = new ArrayList<>();
    for (Row row : content.table("taxes")) {
      if (row.number("rate").isSet()
          && row.number("base").isSet()
          && !row.number("rate").isCloseTo(row.number("base").value(), tolerance)) {
        apart.add(row);
      }
    }

    assertThat(rates(content).rowsApartFrom(bases(content), tolerance)).isEqualTo(apart);
    assertThat(rates(content).rowsApartFrom(rates(content), tolerance)).isEmpty();
  }

  @Property
  void writingAColumnOfNumbersTouchesThatColumnAlone(@ForAll("edited") ContentEditor content) {
    List<Optional<BigDecimal>> expected = rowByRow(content, BigDecimal::multiply);
    Map<String, List<Item>> before = ShownDocument.of(content);

    content.table("taxes").numbers("tax").set(rates(content).times(bases(content)));

    assertThat(slowly(content, "tax"))
        .usingElementComparator(ColumnProperties::compare)
        .isEqualTo(expected);
    assertThat(withoutTax(ShownDocument.of(content))).isEqualTo(withoutTax(before));
  }

  private static int compare(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return one.isPresent() && other.isPresent()
        ? one.orElseThrow().compareTo(other.orElseThrow())
        : Boolean.compare(one.isPresent(), other.isPresent());
  }

  @Property
  void writingAColumnOfTextsTouchesThatColumnAlone(
      @ForAll("edited") ContentEditor content, @ForAll("texts") List<String> pool) {
    Table taxes = content.table("taxes");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < taxes.size(); i++) {
      texts.add(pool.get(i % pool.size()));
    }
    Map<String, List<Item>> before = ShownDocument.of(content);

    taxes.column("tax").set(texts);

    // A number that the cell holds in another form, such as 42.0, stays.
    assertThat(numbers(taxes.column("tax").texts()))
        .usingElementComparator(ColumnProperties::compare)
        .isEqualTo(numbers(texts));
    assertThat(withoutTax(ShownDocument.of(content))).isEqualTo(withoutTax(before));

    taxes.column("tax").set("7");
    assertThat(taxes.column("tax").all(tax -> tax.asNumber().orZero().intValue() == 7)).isTrue();

    taxes.column("tax").copyFrom(taxes.column("rate"));
    assertThat(slowly(content, "tax"))
        .usingElementComparator(ColumnProperties::compare)
        .isEqualTo(slowly(content, "rate"));
    assertThat(withoutTax(ShownDocument.of(content))).isEqualTo(withoutTax(before));
  }

  private static List<Optional<BigDecimal>> numbers(List<String> texts) {
    return texts.stream()
        .map(text -> Optional.of(text).filter(some -> !some.isEmpty()).map(BigDecimal::new))
        .toList();
  }

  private static Map<String, List<Item>> withoutTax(Map<String, List<Item>> all) {
    Map<String, List<Item>> others = new LinkedHashMap<>(all);
    List<Item> rows = new ArrayList<>();
    for (Item row : all.getOrDefault("taxes", List.of())) {
      Map<String, State> cells = new HashMap<>(row.cells());
      cells.remove("tax");
      rows.add(new Item(row.id(), cells));
    }
    others.put("taxes", rows);
    return others;
  }

  @Property
  void aColumnWithMoreOrFewerRowsWritesNothing(@ForAll("edited") ContentEditor content) {
    Table taxes = content.table("taxes");
    NumberColumn tax = taxes.numbers("tax");
    Column texts = taxes.column("tax");
    taxes.append().set("rate", 1);
    Map<String, List<Item>> before = ShownDocument.of(content);

    assertThatThrownBy(() -> tax.set(rates(content))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> texts.set(taxes.column("rate").texts()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> texts.copyFrom(taxes.column("rate")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tax.plus(rates(content))).isInstanceOf(IllegalArgumentException.class);

    assertThat(ShownDocument.of(content)).isEqualTo(before);
  }

  @Property
  void columnsOfTwoTablesGoTogetherIfTheyHaveAsManyRows(@ForAll("edited") ContentEditor content) {
    Table lines = content.table("lines");
    lines.removeIf(row -> row.find("amount").isEmpty());
    if (!lines.mayHave("amount")) {
      return;
    }
    NumberColumn amounts = lines.numbers("amount");

    if (lines.size() == content.table("taxes").size()) {
      assertThat(amounts.plus(rates(content)).size()).isEqualTo(lines.size());
    } else {
      assertThatThrownBy(() -> amounts.plus(rates(content)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> amounts.set(rates(content)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** A column is not filled up behind the author's back. */
  @Property
  void aColumnIsThereIfEveryRowHasItsCell(@ForAll("edited") ContentEditor content) {
    Table lines = content.table("lines");
    for (String column : lines.columnIds()) {
      boolean isComplete = lines.stream().allMatch(row -> row.find(column).isPresent());

      if (isComplete) {
        assertThat(lines.column(column).size()).isEqualTo(lines.size());
      } else {
        assertThatThrownBy(() -> lines.column(column))
            .isInstanceOf(UnknownFieldException.class)
            .hasMessageContaining("has no cell '" + column + "'");
      }
    }
  }

  @Provide
  Arbitrary<ContentEditor> edited() {
    return net.jqwik.api.Combinators.combine(RandomDocument.any(), Edit.some()).as(Edit::edited);
  }

  @Provide
  Arbitrary<BigDecimal> numbers() {
    return Write.numbers();
  }

  @Provide
  Arbitrary<Tolerance> tolerances() {
    return Arbitraries.of(
        Tolerance.absolute("0"),
        Tolerance.absolute("0.01"),
        Tolerance.absolute("1000"),
        Tolerance.percent("2"),
        Tolerance.percent("100"));
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.of("", "1", "42", "1132.87").list().ofMinSize(1).ofMaxSize(4);
  }
}
