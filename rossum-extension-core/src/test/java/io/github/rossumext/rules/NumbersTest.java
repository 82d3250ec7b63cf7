package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.ContentRequest.row;
import static io.github.rossumext.Wire.operations;
import static java.math.RoundingMode.DOWN;
import static java.math.RoundingMode.HALF_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.value.Tolerance;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Columns of numbers and what is worked out from them. */
class NumbersTest {
  private static Map<String, String> line(String quantity, String price, String total) {
    return row("quantity", quantity, "price", price, "total", total);
  }

  // The table has the id …760, its rows …761, …765, …769 and …773, each followed by its cells.
  private final ContentEditor content =
      initialize()
          .table(
              "lines",
              line("2", "1.50", "3.00"),
              line("", "4", "4.00"),
              line("about 3", "", ""),
              line("0", "-7.5", "1"))
          .table("others", row("n", "1"), row("n", "2"), row("n", "3"), row("n", "4"))
          .edit();
  private final Table lines = content.table("lines");
  private final NumberColumn quantities = lines.numbers("quantity");
  private final NumberColumn prices = lines.numbers("price");

  /** The numbers as plain texts, a dash for none. */
  private static List<String> texts(Numbers numbers) {
    return numbers.values().stream()
        .map(number -> number.map(BigDecimal::toPlainString).orElse("-"))
        .toList();
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  @Nested
  class Reading {
    @Test
    void emptyAndUnreadableCellsHaveNoNumber() {
      assertThat(quantities.values())
          .containsExactly(
              Optional.of(number("2")),
              Optional.empty(),
              Optional.empty(),
              Optional.of(number("0")));
      assertThat(quantities.schemaId()).isEqualTo("quantity");
      assertThat(quantities.fields().get(2).text()).isEqualTo("about 3");
    }

    @Test
    void theSizeCountsRowsAndTheCountNumbers() {
      assertThat(quantities.size()).isEqualTo(4);
      assertThat(quantities.count()).isEqualTo(2);
    }

    @Test
    void aggregatesPassOverEmptyCells() {
      assertThat(prices.sum()).isEqualTo("-2.00");
      assertThat(prices.min()).contains(number("-7.5"));
      assertThat(prices.max()).contains(number("4"));
      assertThat(quantities.all(number -> number.signum() >= 0)).isTrue();
      assertThat(quantities.all(number -> number.signum() > 0)).isFalse();
      assertThat(quantities.any(number -> number.signum() > 0)).isTrue();
      assertThat(quantities.any(number -> number.signum() < 0)).isFalse();
    }

    @Test
    void withoutNumbersTheSumIsZeroAndThereIsNoSmallestOrGreatest() {
      lines.clear();
      NumberColumn none = lines.numbers("price");

      assertThat(none.sum()).isZero();
      assertThat(none.min()).isEmpty();
      assertThat(none.max()).isEmpty();
      assertThat(none.count()).isZero();
      assertThat(none.all(number -> false)).isTrue();
      assertThat(none.any(number -> true)).isFalse();
    }

    @Test
    void rowsAreFoundByTheirNumber() {
      assertThat(prices.rowsWhere(price -> price.signum() > 0))
          .containsExactly(lines.row(0), lines.row(1));
    }

    @Test
    void rowsAreFoundWhoseNumberIsNotTheExpectedOne() {
      assertThat(
              lines
                  .numbers("total")
                  .rowsApartFrom(quantities.times(prices), Tolerance.absolute("0.01")))
          .containsExactly(lines.row(3));
    }

    @Test
    void aColumnReflectsTheEditsAndAResultDoesNot() {
      Numbers doubled = prices.times(number("2"));

      lines.row(0).set("price", 9);

      assertThat(texts(prices)).startsWith("9");
      assertThat(texts(doubled)).startsWith("3.00");
    }

    @Test
    void itPrintsItsSizeAndNoNumber() {
      assertThat(prices).hasToString("NumberColumn[price, 4 rows]");
      assertThat(prices.plus(prices)).hasToString("Numbers[4 rows]");
    }
  }

  @Nested
  class Maths {
    @Test
    void aCalculationOfTwoColumnsIsEmptyWhereOneIs() {
      assertThat(texts(quantities.plus(prices))).containsExactly("3.50", "-", "-", "-7.5");
      assertThat(texts(quantities.minus(prices))).containsExactly("0.50", "-", "-", "7.5");
      assertThat(texts(quantities.times(prices))).containsExactly("3.00", "-", "-", "0.0");
      assertThat(texts(quantities.dividedBy(prices, 3, HALF_UP)))
          .containsExactly("1.333", "-", "-", "0.000");
    }

    @Test
    void aCalculationWithANumberIsEmptyWhereTheColumnIs() {
      assertThat(texts(prices.plus(number("1")))).containsExactly("2.50", "5", "-", "-6.5");
      assertThat(texts(prices.minus(number("1")))).containsExactly("0.50", "3", "-", "-8.5");
      assertThat(texts(prices.times(number("2")))).containsExactly("3.00", "8", "-", "-15.0");
      assertThat(texts(prices.dividedBy(number("4"), 2, DOWN)))
          .containsExactly("0.37", "1.00", "-", "-1.87");
      assertThat(texts(prices.rounded(0, HALF_UP))).containsExactly("2", "4", "-", "-8");
    }

    @Test
    void whereTheDocumentDividesByZeroThereIsNoResult() {
      assertThat(texts(prices.dividedBy(quantities, 2, HALF_UP)))
          .containsExactly("0.75", "-", "-", "-");
    }

    @Test
    void whereTheAuthorDividesByZeroThatIsAnError() {
      assertThatThrownBy(() -> prices.dividedBy(number("0.00"), 2, HALF_UP))
          .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void calculationsGoOnFromResults() {
      assertThat(
              texts(
                  quantities
                      .times(prices)
                      .minus(lines.numbers("total"))
                      .plus(number("0.005"))
                      .rounded(2, DOWN)))
          .containsExactly("0.00", "-", "-", "-0.99");
    }

    @Test
    void aColumnOfAnotherTableWithAsManyRowsIsTakenInTheirOrder() {
      assertThat(texts(prices.plus(content.table("others").numbers("n"))))
          .containsExactly("2.50", "6", "-", "-3.5");
    }

    @Test
    void columnsOfDifferentLengthsDoNotGoTogether() {
      lines.row(3).remove();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> lines.numbers("price").plus(content.table("others").numbers("n")))
          .withMessage(
              "Expected columns with the same number of rows, but found 3 and 4 rows. If you append or"
                  + " remove rows, get the columns again.");
    }

    @Test
    void columnsOfOneTableWithDifferentRowsDoNotGoTogether() {
      lines.row(0).remove();
      lines.append();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> lines.numbers("quantity").times(prices))
          .withMessage(
              "The rows of 'lines' have changed since you got the column. Get it from the table"
                  + " again.");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> prices.rowsApartFrom(lines.numbers("total"), Tolerance.absolute("1")));
    }
  }

  @Nested
  class Writing {
    @Test
    void eachCellGetsTheNumberOfItsRowOrIsCleared() {
      lines.numbers("total").set(quantities.times(prices));

      assertThat(operations(content))
          .containsExactly(
              "{'op':'replace','id':5483409768,'value':{'content':{'value':''}}}",
              "{'op':'replace','id':5483409776,'value':{'content':{'value':'0.0'}}}");
    }

    @Test
    void aColumnIsWrittenIntoAnother() {
      lines.numbers("quantity").set(prices);

      assertThat(texts(quantities)).containsExactly("1.50", "4", "-", "-7.5");
      assertThat(lines.row(2).field("quantity").text()).isEmpty();
    }

    @Test
    void oneNumberIsWrittenIntoEveryCell() {
      quantities.set(number("2.0"));

      assertThat(operations(content))
          .containsExactly(
              "{'op':'replace','id':5483409766,'value':{'content':{'value':'2.0'}}}",
              "{'op':'replace','id':5483409770,'value':{'content':{'value':'2.0'}}}",
              "{'op':'replace','id':5483409774,'value':{'content':{'value':'2.0'}}}");
    }

    @Test
    void appendedRowsAreWrittenToo() {
      lines.append().set("quantity", 3).set("price", 5);
      NumberColumn total = lines.numbers("total");

      total.set(lines.numbers("quantity").times(lines.numbers("price")));

      assertThat(texts(total)).containsExactly("3.00", "-", "-", "0.0", "15");
      assertThat(operations(content).get(0))
          .isEqualTo(
              "{'op':'add','id':5483409760,'value':["
                  + "{'schema_id':'quantity','content':{'value':'3'}},"
                  + "{'schema_id':'price','content':{'value':'5'}},"
                  + "{'schema_id':'total','content':{'value':'15'}}]}");
    }

    @Test
    void numbersOfOtherRowsAreRefusedAndNothingIsWritten() {
      Numbers results = quantities.times(prices);
      lines.row(0).remove();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> lines.numbers("total").set(results))
          .withMessage(
              "Expected columns with the same number of rows, but found 3 and 4 rows. If you append or"
                  + " remove rows, get the columns again.");
      lines.append();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> lines.numbers("total").set(results))
          .withMessageStartingWith("The rows of 'lines' have changed");
      assertThat(operations(content)).hasSize(2);
    }
  }
}
