package io.github.rossumext.testkit.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of number and date formats. */
class FormatsProperties {
  private static final List<String> DATE_FORMATS =
      List.of("YYYY-MM-DD", "D. M. YYYY", "DD/MM/YYYY", "M/D/YYYY", "DD.MM.YYYY", "YYYYMMDD");

  @Provide
  Arbitrary<BigDecimal> decimals() {
    return numbers(3);
  }

  @Provide
  Arbitrary<BigDecimal> integers() {
    return numbers(0);
  }

  private static Arbitrary<BigDecimal> numbers(int scale) {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("-99999999"), new BigDecimal("99999999"))
        .ofScale(scale);
  }

  @Provide
  Arbitrary<LocalDate> dates() {
    return Arbitraries.longs()
        .between(LocalDate.of(1900, 1, 1).toEpochDay(), LocalDate.of(2199, 12, 31).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  @Provide
  Arbitrary<String> decimalFormats() {
    return Arbitraries.of("# ##0,#", "# ##0.#", "#,##0.#", "#'##0.#", "#.##0,#");
  }

  @Provide
  Arbitrary<String> integerFormats() {
    return Arbitraries.of("# ##0", "#,##0", "#'##0", "#.##0");
  }

  @Provide
  Arbitrary<String> dateFormats() {
    return Arbitraries.of(DATE_FORMATS);
  }

  @Property
  void whatAFormatDisplaysOfANumberIsReadAsThatNumber(
      @ForAll("decimals") BigDecimal number, @ForAll("decimalFormats") String format)
      throws Refused {
    isReadAsWritten("number", format, number.toPlainString());
  }

  @Property
  void whatAFormatWithoutDecimalsDisplaysIsReadAsThatNumber(
      @ForAll("integers") BigDecimal number, @ForAll("integerFormats") String format)
      throws Refused {
    isReadAsWritten("number", format, number.toPlainString());
  }

  @Property
  void whatAFormatDisplaysOfADateIsReadAsThatDate(
      @ForAll("dates") LocalDate date, @ForAll("dateFormats") String format) throws Refused {
    isReadAsWritten("date", format, date.toString());
  }

  private static void isReadAsWritten(String type, String format, String machineText)
      throws Refused {
    FieldDefinition field = FormatsTest.field(type, format);
    FieldText written = field.write(machineText);

    assertThat(written.normalized()).isEqualTo(machineText);
    assertThat(field.isReadable(written)).isTrue();
    assertThat(field.read(written.displayed())).isEqualTo(written);
  }
}
