package io.github.rossumext.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.rossumext.internal.help.HelpTopic;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawJsonTest {
  /** A value that no message may show. */
  private static final String HUSH = "hush-hush";

  record Limit(String currencyCode, BigDecimal amount) {}

  record Settings(String targetQueue, int retries, List<Limit> limits) {}

  record Picky(String word) {
    Picky {
      throw new IllegalArgumentException("I do not like " + word);
    }
  }

  @Nested
  class Reading {
    @Test
    void aKeyThatStandsTwiceIsRefusedWithoutShowingAValue() {
      RawJson twice = RawJson.of("{\"a\":\"" + HUSH + "\",\"a\":1}");

      assertThatExceptionOfType(BindingException.class)
          .isThrownBy(() -> twice.find("a"))
          .withMessageContaining("twice")
          .withMessageNotContaining(HUSH);
      assertThatExceptionOfType(BindingException.class).isThrownBy(twice::keys);
    }

    @Test
    void theTextIsKeptByteForByte() {
      String json = " {\"b\" : 1.50,\n\t\"a\":\"\\u00e9\"} ";

      assertThat(RawJson.of(json).text()).isEqualTo(json.strip());
    }

    @ParameterizedTest
    @CsvSource({
      "'{\"a\":1}', object",
      "[1], list",
      "'\"a\"', text",
      "null, null",
      "true, boolean",
      "false, boolean",
      "-1.5, number",
    })
    void theKindIsKnown(String json, String kind) {
      RawJson raw = RawJson.of(json);

      assertThat(raw.isObject()).isEqualTo(kind.equals("object"));
      assertThat(raw.isList()).isEqualTo(kind.equals("list"));
      assertThat(raw.isNull()).isEqualTo(kind.equals("null"));
      assertThat(raw).hasToString("RawJson[" + kind + ", " + json.length() + " bytes]");
    }

    @Test
    void theTextOfTheObjectShowsKindAndSizeOnly() {
      assertThat(RawJson.of("{\"password\":\"" + HUSH + "\"}"))
          .hasToString("RawJson[object, 24 bytes]");
    }

    @ParameterizedTest
    @CsvSource({
      "'\"a\\u0041\\n\"', 'aA\n'",
      "1.50, 1.50",
      "1E400, 1E400",
      "123456789012345678901234567890, 123456789012345678901234567890",
      "true, true",
      "false, false",
      "'\"\"', ''",
    })
    void aScalarIsTextAndANumberKeepsItsDigits(String json, String text) {
      assertThat(RawJson.of(json).scalar()).hasValue(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "{\"a\":1}", "[1]"})
    void nothingElseIsAScalar(String json) {
      assertThat(RawJson.of(json).scalar()).isEmpty();
    }

    @Test
    void membersAreFoundByTheirKey() {
      RawJson raw = RawJson.of("{\"b\":{\"c\":[1]},\"a\":null,\"\\u0064\":\"\",\"\":0}");

      assertThat(raw.keys()).containsExactly("b", "a", "d", "");
      assertThat(raw.find("b").flatMap(b -> b.find("c"))).hasValue(RawJson.of("[1]"));
      assertThat(raw.find("a")).hasValueSatisfying(a -> assertThat(a.isNull()).isTrue());
      assertThat(raw.find("d")).hasValue(RawJson.of("\"\""));
      assertThat(raw.find("")).hasValue(RawJson.of("0"));
      assertThat(raw.find("c")).isEmpty();
    }

    @Test
    void elementsAreFoundInTheirOrder() {
      assertThat(RawJson.of("[ 1 ,\"a\", null,[2] ,{\"b\":3}]").elements())
          .extracting(RawJson::text)
          .containsExactly("1", "\"a\"", "null", "[2]", "{\"b\":3}");
      assertThat(RawJson.of("[]").elements()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "\"a\"", "1", "null", "true"})
    void onlyAnObjectHasKeys(String json) {
      assertThat(RawJson.of(json).keys()).isEmpty();
      assertThat(RawJson.of(json).find("a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":[1]}", "\"a\"", "1", "null", "true"})
    void onlyAListHasElements(String json) {
      assertThat(RawJson.of(json).elements()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "{",
          "{\"hush-hush\"}",
          "[1,]",
          "hush-hush",
          "\"hush-hush",
          "1 2",
          "{} hush-hush"
        })
    void whatIsNotOneValueIsRefusedWithoutBeingQuoted(String json) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> RawJson.of(json))
          .withMessageNotContaining("hush");
    }

    @Test
    void halfOfASurrogatePairIsRefusedUnlessItIsAnEscape() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> RawJson.of("\"hush \ud83d\""))
          .withMessageContaining("surrogate")
          .withMessageNotContaining("hush");
      assertThat(RawJson.of("\"\\ud83d\"").scalar()).hasValue("\ud83d");
    }

    @Test
    void equalBytesAreEqual() {
      RawJson within = RawJson.of("{\"a\":[1, 2]}").find("a").orElseThrow();

      assertThat(within).isEqualTo(RawJson.of("[1, 2]")).hasSameHashCodeAs(RawJson.of("[1, 2]"));
      assertThat(within).isNotEqualTo(RawJson.of("[1,2]")).isNotEqualTo("[1, 2]");
    }

    @Test
    void anObjectWithoutSomeKeysKeepsTheOthersUnchanged() {
      RawJson raw = RawJson.of("{ \"a\\u0062\" : 1.50, \"c\":[1, 2],\"d\": \"\\u00e9\" }");

      assertThat(raw.without(Set.of("c", "x")).text()).isEqualTo("{\"ab\":1.50,\"d\":\"\\u00e9\"}");
      assertThat(raw.without(Set.of("ab", "c", "d"))).isEqualTo(RawJson.EMPTY_OBJECT);
      assertThat(RawJson.of("[1]").without(Set.of("c"))).isEqualTo(RawJson.of("[1]"));
    }

    @Test
    void theEmptyObjectHasNoKeys() {
      assertThat(RawJson.EMPTY_OBJECT.text()).isEqualTo("{}");
      assertThat(RawJson.EMPTY_OBJECT.keys()).isEmpty();
    }
  }

  @Nested
  class As {
    @Test
    void snakeCaseKeysBecomeCamelCaseComponents() {
      RawJson raw =
          RawJson.of(
              "{\"target_queue\":\"eu\",\"retries\":2,"
                  + "\"limits\":[{\"currency_code\":\"CZK\",\"amount\":12.50}]}");

      assertThat(raw.as(Settings.class))
          .isEqualTo(new Settings("eu", 2, List.of(new Limit("CZK", new BigDecimal("12.50")))));
    }

    @Test
    void unknownKeysAreIgnored() {
      assertThat(
              RawJson.of("{\"currency_code\":\"CZK\",\"amount\":1,\"note\":{\"a\":1}}")
                  .as(Limit.class))
          .isEqualTo(new Limit("CZK", BigDecimal.ONE));
    }

    @Test
    void numbersInTextsAreNumbers() {
      assertThat(RawJson.of("{\"currency_code\":\"CZK\",\"amount\":\"12.50\"}").as(Limit.class))
          .isEqualTo(new Limit("CZK", new BigDecimal("12.50")));
    }

    @Test
    void datesAndTolerancesAreKnown() {
      record Known(LocalDate from, Instant at, Tolerance allowed, Tolerance share) {}

      assertThat(
              RawJson.of(
                      "{\"from\":\"2025-02-28\",\"at\":\"2025-02-28T10:46:15.385330Z\","
                          + "\"allowed\":0.01,\"share\":\"2%\"}")
                  .as(Known.class))
          .isEqualTo(
              new Known(
                  LocalDate.of(2025, 2, 28),
                  Instant.parse("2025-02-28T10:46:15.385330Z"),
                  Tolerance.absolute("0.01"),
                  Tolerance.percent("2")));
    }

    @Test
    void mapsAndScalarsAreTypesToo() {
      Map<?, ?> map = RawJson.of("{\"a\":1,\"b\":[2]}").as(Map.class);
      assertThat((Object) map).isEqualTo(Map.of("a", 1, "b", List.of(2)));

      assertThat(RawJson.of("\"a\"").as(String.class)).isEqualTo("a");
      assertThat(RawJson.of("7").as(int.class)).isEqualTo(7);
      assertThat(RawJson.of("1.50").as(BigDecimal.class)).isEqualTo(new BigDecimal("1.50"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{'retries':2,'limits':[]} | target_queue | missing",
          "{'target_queue':null,'retries':2,'limits':[]} | target_queue | expected a text",
          "{'target_queue':'eu','retries':'hush-hush','limits':[]} | retries | expected a whole number",
          "{'target_queue':'eu','retries':1.5,'limits':[]} | retries | expected a whole number",
          "{'target_queue':'eu','retries':1,'limits':'hush-hush'} | limits | expected a list",
          "{'target_queue':'eu','retries':1,'limits':[{'currency_code':'CZK','amount':1},"
              + "{'currency_code':'CZK','amount':'hush-hush'}]} | limits[1].amount"
              + " | expected a number",
          "{'target_queue':'eu','retries':1,'limits':[{'currency_code':'CZK','amount':''}]}"
              + " | limits[0].amount | expected a number",
          "['hush-hush'] | '' | expected an object",
          "'hush-hush' | '' | expected an object",
          "null | '' | expected an object",
        },
        quoteCharacter = '`')
    void whatDoesNotFitIsNamedByItsPathAndNeverShown(String json, String path, String expected) {
      RawJson raw = RawJson.of(json.replace('\'', '"'));

      assertThatExceptionOfType(BindingException.class)
          .isThrownBy(() -> raw.as(Settings.class))
          .withMessageNotContaining("hush")
          .withNoCause()
          .satisfies(
              e -> {
                assertThat(e.path()).isEqualTo(path.equals("''") ? "" : path);
                assertThat(e.expected()).isEqualTo(expected);
              });
    }

    @Test
    void aNumberBeyondAllBoundsDoesNotFit() {
      RawJson raw = RawJson.of("1e99999999999");

      assertThatExceptionOfType(BindingException.class)
          .isThrownBy(() -> raw.as(BigDecimal.class))
          .withMessage(HelpTopic.BINDING.explain("expected a number of at most 1000 digits"));
    }

    @Test
    void whatTheAuthorsOwnConstructorSaysIsNotShownEither() {
      assertThatExceptionOfType(BindingException.class)
          .isThrownBy(() -> RawJson.of("{\"word\":\"" + HUSH + "\"}").as(Picky.class))
          .withMessageNotContaining(HUSH)
          .withNoCause();
    }
  }

  @Nested
  class AsListOf {
    @Test
    void eachElementIsOfTheAuthorsType() {
      assertThat(RawJson.of("[{\"currency_code\":\"CZK\",\"amount\":1}]").asListOf(Limit.class))
          .containsExactly(new Limit("CZK", BigDecimal.ONE));
      assertThat(RawJson.of("[]").asListOf(Limit.class)).isEmpty();
    }

    @Test
    void oneTextOrNumberIsAListOfOne() {
      assertThat(RawJson.of("\"a\"").asListOf(String.class)).containsExactly("a");
      assertThat(RawJson.of("7").asListOf(int.class)).containsExactly(7);
    }

    @Test
    void aPrimitiveTypeGivesItsBoxes() {
      assertThat(RawJson.of("[1,2]").asListOf(int.class)).containsExactly(1, 2);
    }

    @Test
    void theListCannotBeChanged() {
      List<String> list = RawJson.of("[\"a\"]").asListOf(String.class);

      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> list.add("b"));
    }

    @Test
    void anElementThatDoesNotFitIsNamedByItsPlace() {
      assertThatExceptionOfType(BindingException.class)
          .isThrownBy(() -> RawJson.of("[1,\"hush-hush\"]").asListOf(Integer.class))
          .withMessage(HelpTopic.BINDING.explain("[1]: expected a whole number"));
    }

    @Test
    void aNullElementDoesNotFit() {
      assertThatExceptionOfType(BindingException.class)
          .isThrownBy(() -> RawJson.of("[1,null]").asListOf(Integer.class))
          .withMessage(HelpTopic.BINDING.explain("[1]: expected a whole number"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"hush-hush\":1}", "\" \"", "null"})
    void anythingElseDoesNotFit(String json) {
      assertThatExceptionOfType(BindingException.class)
          .isThrownBy(() -> RawJson.of(json).asListOf(String.class))
          .withMessageNotContaining("hush")
          .satisfies(e -> assertThat(e.path()).isEmpty());
    }
  }

  @Nested
  class Over {
    record Matching(boolean enabled, Limit limit, List<String> columns, Tolerance allowed) {}

    private final Matching defaults =
        new Matching(
            true,
            new Limit("CZK", new BigDecimal("10.00")),
            List.of("code", "name"),
            Tolerance.percent("2"));

    @Test
    void anEmptyObjectChangesNothing() {
      assertThat(RawJson.of("{}").over(defaults)).isEqualTo(defaults);
    }

    @Test
    void whatIsNamedReplacesTheDefault() {
      assertThat(RawJson.of("{\"enabled\":false,\"allowed\":\"0.01\"}").over(defaults))
          .isEqualTo(
              new Matching(
                  false, defaults.limit(), defaults.columns(), Tolerance.absolute("0.01")));
    }

    @Test
    void anObjectWithinIsLaidOverTheDefaultsObject() {
      assertThat(RawJson.of("{\"limit\":{\"currency_code\":\"EUR\"}}").over(defaults).limit())
          .isEqualTo(new Limit("EUR", new BigDecimal("10.00")));
    }

    @Test
    void aListIsReplacedWhole() {
      assertThat(RawJson.of("{\"columns\":[\"sku\"]}").over(defaults).columns())
          .containsExactly("sku");
      assertThat(RawJson.of("{\"columns\":[]}").over(defaults).columns()).isEmpty();
    }

    @Test
    void amountsKeepTheirDigits() {
      assertThat(RawJson.of("{\"limit\":{\"amount\":7.500}}").over(defaults).limit().amount())
          .isEqualTo(new BigDecimal("7.500"));
    }

    @Test
    void unknownKeysAreIgnored() {
      assertThat(RawJson.of("{\"of_another_rule\":{\"a\":[1]}}").over(defaults))
          .isEqualTo(defaults);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{'enabled':'hush-hush'} | enabled",
          "{'limit':{'amount':'hush-hush'}} | limit.amount",
          "{'limit':{'amount':null}} | limit.amount",
          "{'limit':{'amount':1e99999999999}} | limit.amount",
          "{'limit':'hush-hush'} | limit",
          "{'limit':null} | limit",
          "{'columns':{'hush-hush':1}} | columns",
          "{'columns':['sku',['hush-hush']]} | columns[1]",
          "{'allowed':'hush-hush'} | allowed",
          "{'allowed':''} | allowed",
          "{'allowed':'-7'} | allowed",
          "['hush-hush'] | ''",
          "null | ''",
        },
        quoteCharacter = '`')
    void whatDoesNotFitIsNamedByItsPathAndNeverShown(String json, String path) {
      RawJson raw = RawJson.of(json.replace('\'', '"'));

      assertThatExceptionOfType(BindingException.class)
          .isThrownBy(() -> raw.over(defaults))
          .withMessageContaining("expected ")
          .withMessageNotContaining("hush")
          .withMessageNotContaining("-7")
          .withNoCause()
          .satisfies(e -> assertThat(e.path()).isEqualTo(path.equals("''") ? "" : path));
    }
  }
}
