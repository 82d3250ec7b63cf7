package io.github.rossumext.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.value.Option;
import io.github.rossumext.value.Position;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ValidationSource;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatapointTest {
  private static Datapoint field(String schemaId) {
    return (Datapoint) TreeFixture.invoice().bySchemaId(schemaId).get(0);
  }

  @Nested
  class Values {
    @Test
    void theValueIsAsDisplayedAndTheTextIsMachineFormat() {
      assertThat(field("amount_total").value()).isEqualTo("1,132.87");
      assertThat(field("amount_total").normalizedValue()).hasValue("1132.87");
      assertThat(field("amount_total").text()).isEqualTo("1132.87");
      assertThat(field("date_issue").text()).isEqualTo("2011-04-05");
    }

    @Test
    void theTextIsTheValueWhereNothingIsNormalized() {
      assertThat(field("invoice_id").normalizedValue()).isEmpty();
      assertThat(field("invoice_id").text()).isEqualTo("FV-2025/11");
    }

    @Test
    void anEmptyNormalizedValueGivesWayToTheValue() {
      Datapoint datapoint = TreeFixture.content("\"value\":\"a\",\"normalized_value\":\"\"");

      assertThat(datapoint.normalizedValue()).hasValue("");
      assertThat(datapoint.text()).isEqualTo("a");
    }

    @Test
    void escapesAreDecoded() {
      Datapoint datapoint =
          TreeFixture.content(
              "\"value\":\"\\u0041\\n"
                  + "\\\"\\/\\\\\\ud83d\\ude00é\",\"normalized_value\":\"\\u0031\"");

      assertThat(datapoint.value()).isEqualTo("A\n\"/\\\ud83d\ude00é");
      assertThat(datapoint.normalizedValue()).hasValue("1");
      assertThat(datapoint.text()).isEqualTo("1");
    }

    @Test
    void theWordNoneIsAValueLikeAnyOther() {
      assertThat(TreeFixture.content("\"value\":\"None\"").value()).isEqualTo("None");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"value\":null", "\"value\":{\"a\":1}", "\"value\":[\"a\"]"})
    void withoutATextTheValueIsEmpty(String keys) {
      assertThat(TreeFixture.content(keys).value()).isEmpty();
      assertThat(TreeFixture.content(keys).text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "12.50, 12.50", "true, true"})
    void aValueOfAnotherTypeReadsAsItIsWritten(String json, String text) {
      Datapoint datapoint = TreeFixture.content("\"value\":" + json);

      assertThat(datapoint.value()).isEqualTo(text);
      assertThat(datapoint.text()).isEqualTo(text);
    }
  }

  @Nested
  class Buttons {
    @Test
    void haveNoContent() {
      Datapoint button = field("check_button");

      assertThat(button.isButton()).isTrue();
      assertThat(button.value()).isEmpty();
      assertThat(button.text()).isEmpty();
      assertThat(button.normalizedValue()).isEmpty();
      assertThat(button.page()).isEmpty();
      assertThat(button.findInContent("value")).isEmpty();
      assertThat(button.validationSources()).containsExactly(ValidationSource.NA);
    }

    @Test
    void areNotFieldsThatAreEmpty() {
      assertThat(field("amount_due").isButton()).isFalse();
      assertThat(TreeFixture.content("").isButton()).isFalse();
    }
  }

  @Nested
  class WhatIsRarelyRead {
    private final Datapoint invoiceId = field("invoice_id");
    private final Datapoint bare = TreeFixture.content("");

    @Test
    void whereTheValueStands() {
      assertThat(invoiceId.page()).hasValue(1);
      assertThat(invoiceId.position()).hasValue(new Position(332, 1290, 512.5, 1314));
    }

    @Test
    void whatTheExtractionSaw() {
      assertThat(invoiceId.rirText()).hasValue("FV-2025 /11");
      assertThat(invoiceId.rirRawText()).hasValue("FV-2025 / 11");
      assertThat(invoiceId.rirPage()).hasValue(1);
      assertThat(invoiceId.rirPosition()).hasValue(new Position(330, 1288, 514, 1316));
      assertThat(invoiceId.rirConfidence()).hasValue(new BigDecimal("0.9751"));
      assertThat(field("amount_total").rirConfidence()).hasValue(BigDecimal.ONE);
    }

    @Test
    void whatWasReadWhereAUserPointed() {
      assertThat(invoiceId.ocrText()).hasValue("FV-2025");
      assertThat(invoiceId.ocrRawText()).hasValue(" FV-2025 ");
      assertThat(invoiceId.ocrPosition()).hasValue(new Position(1, 2, 3, 4));
    }

    @Test
    void whatAnExtensionGave() {
      assertThat(invoiceId.connectorText()).hasValue("FV");
      assertThat(invoiceId.connectorPosition()).hasValue(new Position(5, 6, 7, 8));
    }

    @Test
    void howLongUsersStayed() {
      assertThat(invoiceId.timeSpent()).hasValue(new BigDecimal("5.4"));
      assertThat(invoiceId.timeSpentOverall()).hasValue(new BigDecimal("12"));
    }

    @Test
    void isEmptyWhereItIsNotSent() {
      assertThat(bare.page()).isEmpty();
      assertThat(bare.position()).isEmpty();
      assertThat(bare.rirText()).isEmpty();
      assertThat(bare.rirRawText()).isEmpty();
      assertThat(bare.rirPage()).isEmpty();
      assertThat(bare.rirPosition()).isEmpty();
      assertThat(bare.rirConfidence()).isEmpty();
      assertThat(bare.ocrText()).isEmpty();
      assertThat(bare.ocrRawText()).isEmpty();
      assertThat(bare.ocrPosition()).isEmpty();
      assertThat(bare.connectorText()).isEmpty();
      assertThat(bare.connectorPosition()).isEmpty();
      assertThat(bare.timeSpent()).isEmpty();
      assertThat(bare.timeSpentOverall()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "'\"2\"', 2", "2.0, 2"})
    void aPageMayBeWrittenInManyWays(String json, int page) {
      assertThat(TreeFixture.content("\"page\":" + json).page()).hasValue(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"None\"", "\"\"", "1.5", "4294967297", "1e99", "[1]", "true"})
    void whatIsNoWholeNumberIsNoPage(String json) {
      assertThat(TreeFixture.content("\"page\":" + json).page()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "null",
          "\"None\"",
          "[]",
          "[1,2,3]",
          "[1,2,3,4,5]",
          "[1,2,3,null]",
          "[1,2,3,\"None\"]",
          "{\"left\":1}"
        })
    void whatIsNotFourNumbersIsNoPosition(String json) {
      assertThat(TreeFixture.content("\"position\":" + json).position()).isEmpty();
    }

    @Test
    void aPositionMayHoldNumbersInTexts() {
      assertThat(TreeFixture.content("\"position\":[\"1\",2.5,\"3.5\",4]").position())
          .hasValue(new Position(1, 2.5, 3.5, 4));
    }
  }

  @Nested
  class Validation {
    @Test
    void theSourcesStandInTheirOrder() {
      assertThat(field("invoice_id").validationSources())
          .containsExactly(ValidationSource.SCORE, ValidationSource.HUMAN);
      assertThat(field("date_issue").validationSources()).isEmpty();
    }

    @Test
    void anUnknownSourceKeepsItsWord() {
      assertThat(
              TreeFixture.datapoint("\"validation_sources\":[\"of_next_year\",null]")
                  .validationSources())
          .containsExactly(new ValidationSource("of_next_year"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"content\":{}", "\"validation_sources\":null"})
    void withoutAnyTheFieldIsNotValidated(String keys) {
      assertThat(TreeFixture.datapoint(keys).validationSources()).isEmpty();
    }
  }

  @Nested
  class Overrides {
    @Test
    void hiddenIsAbsentUnlessItWasOverridden() {
      assertThat(field("invoice_id").hidden()).isEmpty();
      assertThat(field("amount_total").hidden()).hasValue(true);
      assertThat(field("currency").hidden()).hasValue(false);
      assertThat(TreeFixture.datapoint("\"hidden\":null").hidden()).isEmpty();
      assertThat(TreeFixture.datapoint("\"hidden\":\"None\"").hidden()).isEmpty();
    }

    @Test
    void optionsAreThereOnlyWhereTheyWereOverridden() {
      assertThat(field("currency").options())
          .hasValue(List.of(Option.of("czk", "CZK"), Option.of("", "")));
      assertThat(field("invoice_id").options()).isEmpty();
      assertThat(TreeFixture.datapoint("\"options\":[]").options()).hasValue(List.of());
      assertThat(TreeFixture.datapoint("\"options\":null").options()).isEmpty();
    }

    @Test
    void optionsMayHoldNumbersOrMissAPart() {
      assertThat(
              TreeFixture.datapoint(
                      "\"options\":[{\"value\":1,\"label\":2.50},{\"value\":null},{\"label\":\"a\"},3]")
                  .options())
          .hasValue(
              List.of(
                  Option.of("1", "2.50"),
                  Option.of("", ""),
                  Option.of("", "a"),
                  Option.of("", "")));
    }

    @Test
    void anOptionThatNamesAKeyTwiceIsTheFirst() {
      assertThat(
              TreeFixture.datapoint(
                      "\"options\":[{\"value\":\"a\",\"label\":\"A\",\"value\":\"b\"}]")
                  .options())
          .hasValue(List.of(Option.of("a", "A")));
    }

    @Test
    void aFormulaMayKeepAnOverride() {
      assertThat(field("amount_due").isRecalculationDisabled()).isTrue();
      assertThat(field("invoice_id").isRecalculationDisabled()).isFalse();
      assertThat(TreeFixture.datapoint("\"no_recalculation\":false").isRecalculationDisabled())
          .isFalse();
    }
  }

  @Test
  void everyKeyOfTheContentIsReachedAsItCame() {
    Datapoint datapoint = TreeFixture.content("\"value\": \"\\u0041\", \"rir_text\" : null");

    assertThat(datapoint.findInContent("value")).hasValue(RawJson.of("\"\\u0041\""));
    assertThat(datapoint.findInContent("rir_text")).hasValue(RawJson.of("null"));
    assertThat(datapoint.findInContent("page")).isEmpty();
    assertThat(datapoint.find("content").map(RawJson::keys))
        .hasValueSatisfying(keys -> assertThat(keys).containsExactly("value", "rir_text"));
  }
}
