package io.github.rossumext.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToleranceTest {
  @ParameterizedTest
  @CsvSource({
    "0.01, 10.00, 10.01, true",
    "0.01, 10.00, 9.99, true",
    "0.01, 10.00, 10.0101, false",
    "0.01, -10.00, -10.01, true",
    "0, 10.00, 10, true",
    "0, 10.00, 10.0000000001, false",
    "5, 1, -4, true",
    "5, 1, -4.1, false",
  })
  void anAbsoluteOneIsADistanceInTheUnitOfTheNumbers(
      String distance, BigDecimal expected, BigDecimal actual, boolean allowed) {
    assertThat(Tolerance.absolute(distance).allows(expected, actual)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 100, 102, true",
    "2, 100, 98, true",
    "2, 100, 102.01, false",
    "2, -100, -102, true",
    "2, -100, -97.9, false",
    "2, 102, 100, true",
    "2, 0, 0.00, true",
    "2, 0, 0.01, false",
    "0.5, 200, 201, true",
    "0.5, 200, 201.01, false",
  })
  void aPercentageIsOfTheExpectedNumber(
      String percent, BigDecimal expected, BigDecimal actual, boolean allowed) {
    assertThat(Tolerance.percent(percent).allows(expected, actual)).isEqualTo(allowed);
  }

  @Test
  void aPercentageOfTheSmallerNumberIsSmaller() {
    Tolerance tolerance = Tolerance.percent("10");

    assertThat(tolerance.allows(new BigDecimal("110"), new BigDecimal("99"))).isTrue();
    assertThat(tolerance.allows(new BigDecimal("99"), new BigDecimal("110"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0.01, 0.01", "' 0.01 ', 0.01", "2%, 2%", "' 2 % ', 2%", "1e2, 100", "0, 0"})
  void itIsWrittenAsItIsRead(String text, String written) {
    assertThat(Tolerance.of(text)).hasToString(written);
    assertThat(Tolerance.of(Tolerance.of(text).toString())).isEqualTo(Tolerance.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "%", "two", "1e999999999", "0,01", "2%%", "%2", "-1", "-1%"})
  void anythingElseIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Tolerance.of(text));
  }

  @Test
  void aNumberMeansWhatItsTextMeans() {
    BigDecimal amount = new BigDecimal("0.50");

    assertThat(Tolerance.absolute(amount)).isEqualTo(Tolerance.absolute("0.50"));
    assertThat(Tolerance.percent(amount)).isEqualTo(Tolerance.percent("0.50"));
    assertThat(Tolerance.absolute(amount)).isNotEqualTo(Tolerance.percent(amount));
  }

  @Test
  void aNegativeOneIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Tolerance.absolute("-0.01"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tolerance.percent("-2"))
        .withMessage("A tolerance must be 0 or more, but was -2%.");
  }

  @Test
  void equalAmountsOfTheSameKindAreEqual() {
    assertThat(Tolerance.absolute("0.10"))
        .isEqualTo(Tolerance.of("0.1"))
        .hasSameHashCodeAs(Tolerance.of("0.1"))
        .isNotEqualTo(Tolerance.percent("0.1"))
        .isNotEqualTo(Tolerance.absolute("0.2"));
    assertThat(Tolerance.percent("2.0"))
        .isEqualTo(Tolerance.of("2%"))
        .hasSameHashCodeAs(Tolerance.of("2%"));
  }
}
