package io.github.rossumext.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1132.87, 1132.87",
    "-1132.870, -1132.870",
    "+5, 5",
    "' 12 ', 12",
    ".5, 0.5",
    "5., 5",
    "1e3, 1E+3",
    "1E-07, 1E-7",
    "1e+99, 1E+99",
    "1e999, 1E+999",
    "1e-999, 1E-999",
    "1E000000002, 1E+2",
    "0E+5000, 0",
    "-0e-2000000, 0",
  })
  void aPlainDecimalIsANumberWithItsDigits(String text, BigDecimal number) {
    assertThat(Numbers.number(text)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "None",
        "1,132.87",
        "1 132",
        "12 EUR",
        "1.2.3",
        "--1",
        "1-",
        "-",
        ".",
        "e5",
        "1e",
        "1e1e1",
        "0x10",
        "NaN",
        "Infinity",
        "1_000",
        "١٢",
        "1d",
        "1f"
      })
  void anythingElseIsNotANumber(String text) {
    assertThat(Numbers.number(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1E999999999",
        "1e-999999999",
        "1e1000",
        "1e-1000",
        "12E+999",
        "1.5E-999",
        "1e99999999999"
      })
  void anExponentThatMakesGigabytesOfDigitsIsNotANumber(String text) {
    assertThat(Numbers.number(text)).isNull();
  }

  @Test
  void anEndlessTextOfDigitsIsNotANumber() {
    assertThat(Numbers.number("1".repeat(Numbers.MAX_LENGTH))).isNotNull();
    assertThat(Numbers.number("1".repeat(Numbers.MAX_LENGTH + 1))).isNull();
  }
}
