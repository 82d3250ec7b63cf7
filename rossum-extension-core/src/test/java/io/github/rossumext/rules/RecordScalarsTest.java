package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.ContentRequest.row;
import static io.github.rossumext.Problem.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.value.BindingException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single values as components of records of the author's. */
class RecordScalarsTest {
  private record Count(int n) {}

  private record LongCount(Long n) {}

  private record Flag(boolean n) {}

  private record Amount(BigDecimal n) {}

  private record Day(LocalDate n) {}

  private record Lines(List<Day> lines) {}

  private record Days(List<LocalDate> ns) {}

  private record Numbers(List<BigDecimal> ns) {}

  private record OptionalText(Optional<String> n) {}

  private record OptionalNumber(Optional<BigDecimal> n) {}

  private record OptionalFlag(Optional<Boolean> n) {}

  private static <T extends Record> T of(String value, Class<T> type) {
    return initialize().field("n", value).edit().as(type);
  }

  private static <T extends Record> String failure(String value, Class<T> type) {
    try {
      of(value, type);
    } catch (BindingException e) {
      return e.problem();
    }
    throw new AssertionError("It was bound.");
  }

  @Test
  void aWholeNumberMayHaveZerosAfterThePoint() {
    assertThat(of("42.00", Count.class)).isEqualTo(new Count(42));
    assertThat(of("-9223372036854775808", LongCount.class).n()).isEqualTo(Long.MIN_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "2147483648", "1E30", "", "many"})
  void whatIsNoWholeNumberFailsByName(String value) {
    assertThat(failure(value, Count.class)).isEqualTo("n: expected a whole number");
  }

  @Test
  void anEmptyOrUnreadableNumberOrDateFailsByName() {
    assertThat(failure("", Amount.class)).isEqualTo("n: expected a number");
    assertThat(failure("abc", Amount.class)).isEqualTo("n: expected a number");
    assertThat(failure("31.1.2026", Day.class)).isEqualTo("n: expected a date");
  }

  @Test
  void flagsAreReadWithoutRegardToCase() {
    assertThat(of("True", Flag.class).n()).isTrue();
    assertThat(of("false", Flag.class).n()).isFalse();
    assertThat(failure("", Flag.class)).isEqualTo("n: expected True or False");
    assertThat(failure("yes", Flag.class)).isEqualTo("n: expected True or False");
  }

  @Test
  void whatIsEmptyOrUnreadableIsAnEmptyOptional() {
    for (String text : List.of("", "abc")) {
      assertThat(of(text, OptionalText.class).n())
          .isEqualTo(text.isEmpty() ? Optional.empty() : Optional.of(text));
      assertThat(of(text, OptionalNumber.class).n()).isEmpty();
      assertThat(of(text, OptionalFlag.class).n()).isEmpty();
    }
  }

  @Test
  void aDateIsReadInAFieldInARowAndInAList() {
    Day day = new Day(LocalDate.of(2026, 1, 31));

    assertThat(of("2026-01-31", Day.class)).isEqualTo(day);
    assertThat(initialize().table("lines", row("n", "2026-01-31")).edit().as(Lines.class))
        .isEqualTo(new Lines(List.of(day)));
    assertThat(initialize().list("ns", "n", "2026-01-31").edit().as(Days.class))
        .isEqualTo(new Days(List.of(day.n())));
  }

  @Test
  void aValueOfAListFailsByItsPlace() {
    ContentEditor editor = initialize().list("ns", "n", "1", "", "3").edit();

    assertThatThrownBy(() -> editor.as(Numbers.class))
        .isInstanceOf(BindingException.class)
        .satisfies(saying("ns[1]: expected a number"));
  }
}
