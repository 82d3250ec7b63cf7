package io.github.rossumext.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonViewTest {
  /** The accessors of a view are made of these. */
  private static final class Sample extends JsonView {
    Sample(RawJson raw) {
      super(raw);
    }
  }

  private static final class Other extends JsonView {
    Other(RawJson raw) {
      super(raw);
    }
  }

  private static Sample key(String json) {
    return new Sample(RawJson.of("{\"key\":" + json + "}"));
  }

  private static final Sample EMPTY = new Sample(RawJson.EMPTY_OBJECT);

  @ParameterizedTest
  @CsvSource({"'\"a\"', a", "12, 12", "1.50, 1.50", "true, true", "'\"\"', ''"})
  void aScalarIsText(String json, String text) {
    assertThat(key(json).text("key")).hasValue(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "[1]"})
  void nothingElseIsText(String json) {
    assertThat(key(json).text("key")).isEmpty();
    assertThat(EMPTY.text("key")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "5483409759, 5483409759",
    "'\"190001\"', 190001",
    "-1, -1",
    "9223372036854775807, 9223372036854775807",
    "2.0, 2",
    "'\"2.0\"', 2",
    "1e3, 1000",
  })
  void aWholeNumberMayStandInATextOrHaveAPoint(String json, long number) {
    assertThat(key(json).number("key")).hasValue(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "1.5",
        "\"\"",
        "\"None\"",
        "\"many\"",
        "9223372036854775808",
        "1e99",
        "1e999999999",
        "true",
        "[1]",
        "{}"
      })
  void anythingElseIsNoWholeNumber(String json) {
    assertThat(key(json).number("key")).isEmpty();
    assertThat(EMPTY.number("key")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1633, 1633", "5.40, 5.40", "'\"0.97\"', 0.97", "-1e2, -1E+2"})
  void aNumberKeepsItsDigits(String json, String number) {
    assertThat(key(json).decimal("key")).hasValue(new BigDecimal(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"None\"", "\"\"", "\"1,5\"", "true", "[1]", "1e999999999"})
  void anythingElseIsNoNumber(String json) {
    assertThat(key(json).decimal("key")).isEmpty();
    assertThat(EMPTY.decimal("key")).isEmpty();
  }

  @Test
  void onlyTrueIsTrue() {
    assertThat(key("true").flag("key")).isTrue();
    assertThat(key("false").flag("key")).isFalse();
    assertThat(key("null").flag("key")).isFalse();
    assertThat(key("1").flag("key")).isFalse();
    assertThat(EMPTY.flag("key")).isFalse();
  }

  @Test
  void aUrlIsAText() {
    assertThat(key("\"https://acme.rossum.app/api/v1/queues/9001\"").url("key"))
        .hasValue(new ResourceUrl("https://acme.rossum.app/api/v1/queues/9001"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"None\"", "{}", "[]"})
  void anythingElseIsNoUrl(String json) {
    assertThat(key(json).url("key")).isEmpty();
    assertThat(EMPTY.url("key")).isEmpty();
  }

  @Test
  void urlsAreTheTextsOfAList() {
    assertThat(key("[\"/pages/1\",null,\"\",\"None\",[],\"/pages/2\"]").urls("key"))
        .containsExactly(new ResourceUrl("/pages/1"), new ResourceUrl("/pages/2"));
    assertThat(key("null").urls("key")).isEmpty();
    assertThat(key("\"None\"").urls("key")).isEmpty();
    assertThat(EMPTY.urls("key")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-03T08:15:42.118273Z, 2025-11-03T08:15:42.118273Z",
    "2025-11-03T08:15:42Z, 2025-11-03T08:15:42Z",
    "2025-11-03T09:15:42+01:00, 2025-11-03T08:15:42Z",
  })
  void anIsoDateAndTimeIsAPointInTime(String text, Instant instant) {
    assertThat(key("\"" + text + "\"").instant("key")).hasValue(instant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"None\"", "\"\"", "\"2025-11-03\"", "1762157742", "{}"})
  void anythingElseIsNoPointInTime(String json) {
    assertThat(key(json).instant("key")).isEmpty();
    assertThat(EMPTY.instant("key")).isEmpty();
  }

  @Test
  void jsonIsKeptAsItCameUnlessItIsNull() {
    assertThat(key("{ }").json("key")).hasValue(RawJson.of("{ }"));
    assertThat(key("[]").json("key")).hasValue(RawJson.of("[]"));
    assertThat(key("null").json("key")).isEmpty();
    assertThat(EMPTY.json("key")).isEmpty();
  }

  @Test
  void everyKeyCanBeFoundNullIncluded() {
    Sample view = new Sample(RawJson.of("{\"of_next_year\":[1],\"nothing\":null}"));

    assertThat(view.keys()).containsExactly("of_next_year", "nothing");
    assertThat(view.find("of_next_year")).hasValue(RawJson.of("[1]"));
    assertThat(view.find("nothing")).hasValue(RawJson.of("null"));
    assertThat(view.find("something")).isEmpty();
    assertThat(view.raw()).isEqualTo(RawJson.of("{\"of_next_year\":[1],\"nothing\":null}"));
  }

  @Test
  void noKeyIsTrustedWhereOneStandsTwice() {
    Sample view = new Sample(RawJson.of("{\"key\":\"hush\",\"other\":1,\"other\":2}"));

    assertThatExceptionOfType(BindingException.class)
        .isThrownBy(() -> view.text("key"))
        .withMessageContaining("twice")
        .withMessageNotContaining("hush");
  }

  @Test
  void equalJsonMakesEqualViewsOfOneKind() {
    RawJson raw = RawJson.of("{\"key\":1}");

    assertThat(new Sample(raw)).isEqualTo(key("1")).hasSameHashCodeAs(key("1"));
    assertThat(new Sample(raw)).isNotEqualTo(key("2")).isNotEqualTo(new Other(raw));
  }

  @Test
  void theTextShowsNameAndSizeOnly() {
    assertThat(key("\"hush\"")).hasToString("Sample[RawJson[object, 14 bytes]]");
  }
}
