package io.github.rossumext.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rossumext.internal.json.JsonCursor;
import io.github.rossumext.internal.text.Numbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RawJsonOfValueTest {
  record Limit(String currencyCode, BigDecimal amount) {}

  @Test
  void componentsBecomeSnakeCaseKeys() {
    assertThat(RawJson.ofValue(new Limit("CZK", new BigDecimal("12.50"))).text())
        .isEqualTo("{\"currency_code\":\"CZK\",\"amount\":12.50}");
  }

  @Test
  void whatWasWrittenIsReadBack() {
    record Known(LocalDate from, Instant at, Tolerance allowed, List<Limit> limits) {}
    Known known =
        new Known(
            LocalDate.of(2025, 2, 28),
            Instant.parse("2025-02-28T10:46:15.385330Z"),
            Tolerance.percent("2"),
            List.of(new Limit("é", new BigDecimal("1E-7"))));

    assertThat(RawJson.ofValue(known).as(Known.class)).isEqualTo(known);
  }

  @Test
  void numbersAreWrittenPlain() {
    assertThat(RawJson.ofValue(new Limit("CZK", new BigDecimal("1E+3"))).text())
        .isEqualTo("{\"currency_code\":\"CZK\",\"amount\":1000}");
  }

  @Test
  void mapsListsAndScalarsAreWrittenToo() {
    assertThat(RawJson.ofValue(Map.of("anyKey", List.of(1, "a", true))).text())
        .isEqualTo("{\"anyKey\":[1,\"a\",true]}");
    assertThat(RawJson.ofValue("a").text()).isEqualTo("\"a\"");
  }

  @Nested
  class Refused {
    @Test
    void aTypeThatCannotBeWrittenIsNamed() {
      assertRefused(new Object(), "Object");
    }

    @Test
    void whatCouldNotBeReadAgain() {
      Object deep = "hush";
      for (int i = 0; i <= JsonCursor.MAX_DEPTH; i++) {
        deep = List.of(deep);
      }
      assertRefused(deep, "beyond the limits");
      assertRefused(BigInteger.TEN.pow(Numbers.MAX_LENGTH), "beyond the limits");
      assertRefused(Map.of("hush".repeat(JsonCursor.MAX_NAME_LENGTH), 1), "beyond the limits");
    }

    @Test
    void halfOfASurrogatePairInAKeyUnlessThisJacksonEscapesIt() {
      String key = "hush\ud83d";
      try {
        assertThat(RawJson.ofValue(Map.of(key, 1)).keys()).containsExactly(key);
      } catch (BindingException e) {
        assertThat(e).hasMessageContaining("broken JSON").hasMessageNotContaining("hush");
      }
    }

    private static void assertRefused(Object value, String why) {
      assertThatExceptionOfType(BindingException.class)
          .isThrownBy(() -> RawJson.ofValue(value))
          .withMessageContaining("expected a ")
          .withMessageContaining(why)
          .withMessageNotContaining("hush")
          .withNoCause();
    }
  }
}
