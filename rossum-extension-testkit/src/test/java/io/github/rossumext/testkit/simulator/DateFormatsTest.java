package io.github.rossumext.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFormatsTest {
  @ParameterizedTest
  @CsvSource({
    "YYYY-MM-DD,2025-02-03",
    "D.M.YYYY,3.2.2025",
    "DD/MM/YYYY,03/02/2025",
    "MM/DD/YYYY,02/03/2025",
    "M/D/YYYY,2/3/2025",
    "YYYYMMDD,20250203",
  })
  void aFormatShowsAndReadsADay(String format, String displayed) {
    LocalDate day = LocalDate.of(2025, 2, 3);
    assertThat(DateFormats.isKnown(format)).isTrue();
    assertThat(DateFormats.display(day, format)).isEqualTo(displayed);
    assertThat(DateFormats.parse(displayed, format)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"31.2.2025", "3.2.25", "x", "", "3-2-2025"})
  void whatIsNoDayIsNotRead(String displayed) {
    assertThat(DateFormats.parse(displayed, "D.M.YYYY")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-13-01", "2025-1-1", "20250101", "+2025-01-01"})
  void aMachineDateIsIso(String text) {
    assertThat(DateFormats.iso(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"D MMM YYYY", "YYYY", "hh:mm", "D.D.M.YYYY."})
  void anOddFormatReadsNothing(String format) {
    assertThat(DateFormats.parse("1.1.1.2025.", format)).isEmpty();
  }

  @Test
  void aFormatOfOtherWordsIsUnknown() {
    assertThat(DateFormats.isKnown("D MMMM YYYY hh")).isFalse();
  }
}
