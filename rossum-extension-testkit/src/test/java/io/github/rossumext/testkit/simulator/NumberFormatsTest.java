package io.github.rossumext.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormatsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "# ##0,#;1234567.50;1 234 567,50",
        "# ##0.#;1234567.50;1 234 567.50",
        "#,##0.#;52200.0;52,200.0",
        "#'##0.#;52200;52'200",
        "#.##0,#;-1234.5;-1.234,5",
        "# ##0;1234;1 234",
        "#,##0;999;999",
        "#'##0;1000;1'000",
        "#.##0;1000000;1.000.000",
        "#,##0.#;600;600",
        "#,##0.#;0.1;0.1",
      })
  void aFormatSetsTheSeparatorsAndKeepsTheDecimals(String format, String plain, String displayed) {
    assertThat(NumberFormats.isKnown(format)).isTrue();
    assertThat(NumberFormats.display(plain, format)).contains(displayed);
    assertThat(NumberFormats.parse(displayed, format)).contains(plain);
  }

  @Test
  void aFormatWithoutDecimalsTakesNone() {
    assertThat(NumberFormats.display("12.0", "# ##0")).isEmpty();
    assertThat(NumberFormats.parse("12.0", "# ##0")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "1,2,3", "12,34.5", "1e5", ".5", "5.", "1,234,56", ""})
  void whatIsNoNumberIsNotRead(String displayed) {
    assertThat(NumberFormats.parse(displayed, "#,##0.#")).isEmpty();
  }

  @Test
  void anotherFormatIsUnknownAndShowsMachineFormat() {
    assertThat(NumberFormats.isKnown("0.00")).isFalse();
    assertThat(NumberFormats.display("1234.5", "0.00")).contains("1234.5");
    assertThat(NumberFormats.isKnown("")).isTrue();
  }
}
