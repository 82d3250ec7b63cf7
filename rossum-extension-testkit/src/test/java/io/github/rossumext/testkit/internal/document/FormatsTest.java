package io.github.rossumext.testkit.internal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.schema.Schema;
import io.github.rossumext.value.RawJson;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The texts of a field by type and format, as users type them and as extensions write them.
 * Fixtures, builders and the simulator read and display by these alone.
 */
class FormatsTest {
  private static final String NO_FORMAT = "(none)";

  /** Type, format, text as typed → displayed, machine text ("-" if it cannot be read). */
  @ParameterizedTest(name = "{0} {1}: {2} → {3} ({4})")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        // The formats of the protocol set the separators; the decimals stay as they were written.
        "number;# ##0,#;1234567,50;1 234 567,50;1234567.50",
        "number;# ##0.#;1234567.50;1 234 567.50;1234567.50",
        "number;#,##0.#;52200.0;52,200.0;52200.0",
        "number;#,##0.#;52,200.0;52,200.0;52200.0",
        "number;#'##0.#;52200;52'200;52200",
        "number;#.##0,#;-1234,5;-1.234,5;-1234.5",
        "number;# ##0;1234;1 234;1234",
        "number;#,##0;999;999;999",
        "number;#'##0;1000;1'000;1000",
        "number;#.##0;1000000;1.000.000;1000000",
        "number;#,##0.#;600;600;600",
        "number;#,##0.#;0.1;0.1;0.1",
        "number;# ##0.#;-123456;-123 456;-123456",
        // Machine format is read, too, unless the format reads the text in another way.
        "number;# ##0,#;1234.5;1 234,5;1234.5",
        "number;#.##0,#;1.132;1.132;1132",
        "number;#.##0,#;1.13;1,13;1.13",
        // No-break and thin spaces count as spaces.
        "number;# ##0,#;1\u00a0234,5;1 234,5;1234.5",
        "number;# ##0,#;1\u202f234,5;1 234,5;1234.5",
        "number;#,##0.#;\u00a01,234.5 ;1,234.5;1234.5",
        "number;#,##0.#;1\u00a0234.5;1\u00a0234.5;-",
        // Next to another number, one digit would leave a doubt.
        "date;DDMM YYYY;0302 2025;0302 2025;2025-02-03",
        "date;DDMM YYYY;32 2025;32 2025;-",
        "date;DMYYYY;2025-02-03;2025-02-03;2025-02-03",
        "date;DMYYYY;322025;322025;-",
        "date;YYYY-DDM;2025-02-03;2025-02-03;2025-02-03",
        "date;YYYY-DDM;2025-032;2025-032;-",
        "date;DMM.YYYY;2025-02-03;2025-02-03;2025-02-03",
        // All spaces are one kind, in the format too.
        "date;D.\u00a0M.\u00a0YYYY;3. 2. 2025;3.\u00a02.\u00a02025;2025-02-03",
        "date;D.\u00a0M.\u00a0YYYY;3.\u00a02.\u202f2025;3.\u00a02.\u00a02025;2025-02-03",
        // No format, null and "" mean the default, # ##0.#.
        "number;(none);1234.5;1 234.5;1234.5",
        "number;null;1234.5;1 234.5;1234.5",
        "number;;1234.5;1 234.5;1234.5",
        // A format that Rossum does not document displays machine format.
        "number;0.00;1234.5;1234.5;1234.5",
        "number;#\u00a0##0.#;1234.5;1234.5;1234.5",
        // What is not a number is kept as it is.
        "number;#,##0.#;12,34.5;12,34.5;-",
        "number;#,##0.#;1,2,3;1,2,3;-",
        "number;#,##0.#;1,234,56;1,234,56;-",
        "number;#,##0.#;1e5;1e5;-",
        "number;#,##0.#;.5;.5;-",
        "number;#,##0.#;5.;5.;-",
        "number;#,##0.#;about ten;about ten;-",
        "number;#,##0.#; ; ;-",
        "number;#,##0.#;+5;5;5",
        "number;#,##0.#;007;7;7",
        // Dates.
        "date;YYYY-MM-DD;2025-02-03;2025-02-03;2025-02-03",
        "date;D.M.YYYY;3.2.2025;3.2.2025;2025-02-03",
        "date;D. M. YYYY;3.\u00a02. 2025;3. 2. 2025;2025-02-03",
        "date;DD/MM/YYYY;03/02/2025;03/02/2025;2025-02-03",
        "date;MM/DD/YYYY;02/03/2025;02/03/2025;2025-02-03",
        "date;M/D/YYYY;2/3/2025;2/3/2025;2025-02-03",
        "date;YYYYMMDD;20250203;20250203;2025-02-03",
        "date;DD/MM/YYYY;2025-02-03;03/02/2025;2025-02-03",
        // A user types what the page shows: one digit is enough where separators leave no doubt.
        "date;DD.MM.YYYY;7.11.2025;07.11.2025;2025-11-07",
        "date;DD.MM.YYYY;7.1.2025;07.01.2025;2025-01-07",
        "date;D.M.YYYY;07.01.2025;7.1.2025;2025-01-07",
        "date;YYYYMMDD;2025123;2025123;-",
        // No format, null and "" mean the default, YYYY-MM-DD.
        "date;(none);2025-02-03;2025-02-03;2025-02-03",
        "date;null;2025-2-3;2025-02-03;2025-02-03",
        "date;;2025-02-03;2025-02-03;2025-02-03",
        // Other tokens are unknown: the format displays and reads machine format.
        "date;YY-MM-DD;2025-02-03;2025-02-03;2025-02-03",
        "date;YY-MM-DD;25-02-03;25-02-03;-",
        "date;D MMM YYYY;2025-02-03;2025-02-03;2025-02-03",
        "date;YYYY;2025;2025;-",
        // What is not a date is kept as it is.
        "date;D.M.YYYY;31.2.2025;31.2.2025;-",
        "date;D.M.YYYY;3.2.25;3.2.25;-",
        "date;D.M.YYYY;3-2-2025;3-2-2025;-",
        "date;D.M.YYYY;+2025-01-01;+2025-01-01;-",
        "date;D.M.YYYY;soon;soon;-",
        // Everything else has no format.
        "string;;1234.5;1234.5;-",
        "boolean;;True;True;-",
        "boolean;;false;False;-",
        "enum;;A;A;-",
      })
  void aTextIsDisplayedAndReadInOneWay(
      String type, String format, String typed, String displayed, String machineText)
      throws Refused {
    FieldText text = field(type, format == null ? "" : format).read(typed);

    assertThat(text.displayed()).isEqualTo(displayed);
    assertThat(text.normalized()).isEqualTo(machineText.equals("-") ? null : machineText);
  }

  /** What nobody knows of Rossum is refused, and the reason says so. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "number;# ##0;1234.5;'x' has the format # ##0, which has no decimals, and got '1234.5'.",
        "number;#.##0;1234.0;'x' has the format #.##0, which has no decimals, and got '1234.0'.",
        "boolean;;yes;'x' is True or False, and got 'yes'.",
      })
  void whatIsNotKnownIsRefused(String type, String format, String typed, String reason) {
    FieldDefinition field = field(type, format == null ? "" : format);

    assertThatThrownBy(() -> field.read(typed))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "number;#.##0,#;1.132;1,132;1.132",
        "number;#.##0,#;1,132;1,132;-",
        "date;D.M.YYYY;2025-12-01;1.12.2025;2025-12-01",
        "date;D.M.YYYY;1.12.2025;1.12.2025;-",
        "boolean;;False;False;-",
      })
  void anExtensionWritesMachineFormatOnly(
      String type, String format, String written, String displayed, String machineText)
      throws Refused {
    FieldDefinition field = field(type, format == null ? "" : format);
    FieldText text = field.write(written);

    assertThat(text.displayed()).isEqualTo(displayed);
    assertThat(text.normalized()).isEqualTo(machineText.equals("-") ? null : machineText);
    assertThat(field.isReadable(text))
        .isEqualTo(!machineText.equals("-") || type.equals("boolean"));
  }

  @Test
  void anExtensionWritesBooleansInTheirOwnSpelling() {
    assertThatThrownBy(() -> field("boolean", "").write("true"))
        .hasMessage("'x' is True or False, and got 'true'.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"number", "date", "boolean", "string"})
  void anEmptyTextIsEmpty(String type) throws Refused {
    assertThat(field(type, "").read("")).isEqualTo(FieldText.EMPTY);
    assertThat(field(type, "").write("")).isEqualTo(FieldText.EMPTY);
  }

  @ParameterizedTest
  @MethodSource("unknownFormats")
  void aFormatThatRossumDoesNotDocumentIsUnknown(String type, String format, boolean isKnown) {
    assertThat(field(type, format).hasKnownFormat()).isEqualTo(isKnown);
  }

  static Stream<Arguments> unknownFormats() {
    return Stream.of(
        Arguments.of("number", "#,##0.#", true),
        Arguments.of("number", NO_FORMAT, true),
        Arguments.of("number", "", true),
        Arguments.of("number", "0.00", false),
        Arguments.of("number", "# ##0.##", false),
        Arguments.of("number", "#,##0,#", false),
        Arguments.of("date", "D. M. YYYY", true),
        Arguments.of("date", "", true),
        Arguments.of("date", "YY-MM-DD", false),
        Arguments.of("date", "D MMMM YYYY", false),
        Arguments.of("date", "MM/YYYY", false),
        Arguments.of("date", "D.D.M.YYYY", false),
        Arguments.of("string", "anything", true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "12345.50;1,000.50;1000.50",
        "12345.50;1.000,50;1000.50",
        "12345.50;1 000,5;1000.5",
        "12345.50;1,345;1345",
        "12345.50;1,34;1.34",
        "12345.50;,5;-",
        "12345.50;1'000,5;1000.5",
        "12345.50;about ten;-",
        "2025-02-03;2025-02-04;2025-02-04",
        "2025-02-03;4.2.2025;-",
      })
  void withoutASchemaTheFirstContentTellsTheType(String first, String typed, String machineText)
      throws Refused {
    Document document = Document.empty("The document", null);
    DocumentNode field = document.appendDatapoint(document.appendSection("s"), "x", false);
    field.setText(new FieldText("as typed", first));

    FieldText text = field.definition().read(typed);

    assertThat(text.displayed()).isEqualTo(typed);
    assertThat(text.normalized()).isEqualTo(machineText.equals("-") ? null : machineText);
  }

  @Test
  void withoutASchemaAnExtensionWritesMachineFormat() throws Refused {
    Document document = Document.empty("The document", null);
    DocumentNode field = document.appendDatapoint(document.appendSection("s"), "x", false);
    field.setText(new FieldText("as typed", "12"));

    assertThat(field.definition().write("1.5")).isEqualTo(new FieldText("1.5", "1.5"));
    assertThat(field.definition().write("1,5")).isEqualTo(FieldText.of("1,5"));
  }

  @Test
  void aNormalizedTextDecidesWhetherANumberIsReadable() {
    FieldDefinition number = field("number", "#,##0");

    assertThat(number.isReadable(new FieldText("about ten", "10"))).isTrue();
    assertThat(number.isReadable(new FieldText("10", "about ten"))).isFalse();
    assertThat(number.isReadable(FieldText.of("10"))).isTrue();
    assertThat(number.isReadable(FieldText.of("about ten"))).isFalse();
    assertThat(number.isReadable(FieldText.of("1.5"))).isFalse();
  }

  @Test
  void aPatternBeyondWhatJavaCanMatchIsMet() {
    FieldDefinition field =
        withKeys("string", ",\"constraints\":{\"regexp\":{\"pattern\":\"(a|b)*c\"}}");

    assertThat(field.problem(FieldText.of("abc"), Optional.empty())).isEmpty();
    assertThat(field.problem(FieldText.of("ab"), Optional.empty()))
        .isEqualTo("This does not match the pattern of the field.");
    assertThat(field.problem(FieldText.of("ab".repeat(200_000)), Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"captured, false", "data, true", "manual, true", "formula, true"})
  void whatIsNotCapturedNeedsNoValidation(String uiType, boolean isNotCaptured) {
    FieldDefinition field =
        withKeys("string", ",\"ui_configuration\":{\"type\":\"" + uiType + "\"}");

    assertThat(field.isNotCaptured()).isEqualTo(isNotCaptured);
  }

  @Test
  void aDefaultValueThatIsUnreadableIsShownAsItIs() {
    Document document =
        Skeleton.of(
            "The document", schema("number", ",\"format\":\"# ##0\",\"default_value\":\"1.5\""));

    assertThat(document.paths().field("x").text()).isEqualTo(FieldText.of("1.5"));
  }

  static FieldDefinition field(String type, String format) {
    String json =
        switch (format) {
          case NO_FORMAT -> "";
          case "null" -> ",\"format\":null";
          default -> ",\"format\":\"" + format + "\"";
        };
    return withKeys(type, json);
  }

  private static FieldDefinition withKeys(String type, String keys) {
    return Document.empty("The document", schema(type, keys)).schema().field("x");
  }

  private static Schema schema(String type, String keys) {
    return Schema.of(
        RawJson.of(
            "[{\"category\":\"section\",\"id\":\"s\",\"children\":[{\"category\":\"datapoint\","
                + "\"id\":\"x\",\"type\":\""
                + type
                + "\""
                + keys
                + "}]}]"));
  }
}
