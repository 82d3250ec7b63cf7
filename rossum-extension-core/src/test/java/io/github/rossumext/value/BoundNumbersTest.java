package io.github.rossumext.value;

import static io.github.rossumext.Problem.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No number that is bound is beyond the limit, or becomes another one. */
class BoundNumbersTest {
  private static final String INT = "expected a whole number from -2147483648 to 2147483647";
  private static final String LONG =
      "expected a whole number from -9223372036854775808 to 9223372036854775807";
  private static final String DOUBLE = "expected a number below 1.8E308";
  private static final String LIMIT = "expected a number of at most 1000 digits";

  private static RawJson json(String json) {
    return RawJson.of(json.replace('\'', '"'));
  }

  private static void assertMisfit(Runnable binding, String message) {
    assertThatExceptionOfType(BindingException.class)
        .isThrownBy(binding::run)
        .satisfies(saying(message))
        .withNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e2000000", "-1E-2000000", "1e1000", "1.5e-1000", "1e99999999999"})
  void aNumberBeyondTheLimitIsRefusedWhereverItIs(String number) {
    record Amounts(BigDecimal amount, List<Object> all, RawJson raw) {}

    assertMisfit(() -> json(number).as(BigDecimal.class), LIMIT);
    assertMisfit(() -> json(number).as(Object.class), LIMIT);
    assertMisfit(() -> json("{'a':[" + number + "]}").as(Map.class), "a[0]: " + LIMIT);
    assertMisfit(() -> json("[" + number + "]").asListOf(Double.class), "[0]: " + LIMIT);
    assertMisfit(
        () ->
            json("{'all':[1," + number + "]}")
                .over(new Amounts(BigDecimal.ONE, List.of(), RawJson.EMPTY_OBJECT)),
        "all[1]: " + LIMIT);
    assertMisfit(() -> json("'" + number + "'").as(BigDecimal.class), "expected a number");
    assertMisfit(() -> json("'" + number + "'").as(BigInteger.class), "expected BigInteger");
    assertMisfit(() -> json("{'any':'" + number + "'}").as(Any.class), "any: expected a number");
    assertMisfit(
        () -> json("['1','" + number + "']").asListOf(Number.class), "[1]: expected a number");
  }

  private record Any(Number any) {}

  @Test
  void anyNumberOutOfATextIsOneWithinTheLimit() {
    assertThat(json("['7',' 1.50 ','1e999','5000000000','0e-2000000',8]").asListOf(Number.class))
        .containsExactly(
            7, new BigDecimal("1.50"), new BigDecimal("1e999"), 5_000_000_000L, BigDecimal.ZERO, 8);
    assertMisfit(() -> json("{'any':'NaN'}").as(Any.class), "any: expected a number");
    assertMisfit(() -> json("{'any':'-Infinity'}").as(Any.class), "any: expected a number");
  }

  @Test
  void aNumberWithinTheLimitKeepsItsDigits() {
    assertThat(json("1e999").as(BigDecimal.class)).isEqualTo(new BigDecimal("1e999"));
    assertThat(json("'1.50'").as(BigDecimal.class)).isEqualTo(new BigDecimal("1.50"));
    assertThat(json("0e-2000000").as(BigDecimal.class)).isZero();
    assertThat(json("1" + "0".repeat(999)).as(BigInteger.class)).isEqualTo(BigInteger.TEN.pow(999));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648", "-2147483649", "99999999999999999999"})
  void anIntDoesNotOverflow(String number) {
    record Retries(int retries) {}
    record More(List<Retries> all, OptionalInt count) {}

    assertMisfit(() -> json("{'retries':" + number + "}").as(Retries.class), "retries: " + INT);
    assertMisfit(() -> json("{'retries':" + number + "}").over(new Retries(1)), "retries: " + INT);
    assertMisfit(
        () -> json("{'all':[{'retries':" + number + "}]}").as(More.class),
        "all[0].retries: " + INT);
    assertMisfit(() -> json("{'all':[],'count':" + number + "}").as(More.class), "count: " + INT);
    assertMisfit(
        () -> json("{'retries':'" + number + "'}").as(Retries.class),
        "retries: expected a whole number");
    assertMisfit(() -> json(number).as(int.class), INT);
  }

  @Test
  void aLongDoesNotOverflow() {
    record Ids(long id, List<Long> ids) {}

    assertMisfit(() -> json("{'id':9223372036854775808,'ids':[]}").as(Ids.class), "id: " + LONG);
    assertMisfit(
        () -> json("{'id':1,'ids':[9223372036854775808]}").as(Ids.class), "ids[0]: " + LONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"128", "200", "255", "-129", "'200'", "' 255'"})
  void aByteDoesNotOverflow(String number) {
    record Retries(byte retries, Optional<Byte> more) {}
    String expected = "expected a whole number from -128 to 127";

    assertMisfit(
        () -> json("{'retries':" + number + "}").as(Retries.class), "retries: " + expected);
    assertMisfit(
        () -> json("{'retries':1,'more':" + number + "}").as(Retries.class), "more: " + expected);
    assertThat(json("[-128,127,'-1',' -0']").asListOf(Byte.class))
        .containsExactly((byte) -128, (byte) 127, (byte) -1, (byte) 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"32768", "-32769", "'70000'"})
  void aShortDoesNotOverflow(String number) {
    assertMisfit(
        () -> json(number).as(short.class), "expected a whole number from -32768 to 32767");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e309", "-1e400", "'1e309'", "'NaN'", "'Infinity'", "'-INF'"})
  void aDoubleIsNeverInfinite(String number) {
    @SuppressWarnings("ArrayRecordComponent") // authors write such records
    record Shares(double share, Double box, OptionalDouble more, double[] all) {}
    Shares defaults = new Shares(1, 1.0, OptionalDouble.empty(), new double[0]);

    assertMisfit(() -> json("{'share':" + number + "}").over(defaults), "share: " + DOUBLE);
    assertMisfit(() -> json("{'box':" + number + "}").over(defaults), "box: " + DOUBLE);
    assertMisfit(() -> json("{'more':" + number + "}").over(defaults), "more: " + DOUBLE);
    assertMisfit(() -> json("{'all':[" + number + "]}").over(defaults), "all[0]: " + DOUBLE);
    assertMisfit(() -> json(number).as(double.class), DOUBLE);
    assertMisfit(() -> json(number).as(float.class), "expected a number below 3.4E38");
  }

  @Test
  void floatingNumbersAreRead() {
    @SuppressWarnings("ArrayRecordComponent") // authors write such records
    record Shares(double share, float small, double[] all, float[] floats) {}

    Shares shares =
        json("{'share':'0.5','small':1e38,'all':[1,2.5],'floats':[0.5]}").as(Shares.class);

    assertThat(shares.share()).isEqualTo(0.5);
    assertThat(shares.small()).isEqualTo(1e38f);
    assertThat(shares.all()).containsExactly(1, 2.5);
    assertThat(shares.floats()).containsExactly(0.5f);
    assertMisfit(() -> json("3.5e38").as(Float.class), "expected a number below 3.4E38");
    assertMisfit(() -> json("{}").as(double[].class), "expected a list");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"9223372036854775808", "-1e19", "1e300", "'PT9223372036854775808S'", "'hush'"})
  void aDurationDoesNotOverflow(String number) {
    record Waiting(Duration patience) {}

    assertMisfit(
        () -> json("{'patience':" + number + "}").as(Waiting.class),
        "patience: expected a duration such as PT1M30S");
  }

  @Test
  void aDurationOfANumberIsSeconds() {
    assertThat(json("1.5").as(Duration.class)).isEqualTo(Duration.ofMillis(1500));
    assertThat(json("-1.5").as(Duration.class)).isEqualTo(Duration.ofMillis(-1500));
    assertThat(json("9223372036854775807").as(Duration.class))
        .isEqualTo(Duration.ofSeconds(Long.MAX_VALUE));
    assertThat(json("'PT30S'").as(Duration.class)).isEqualTo(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @ValueSource(strings = {"31556889864403200", "-1e300", "9223372036854775808"})
  void aTimeDoesNotOverflow(String number) {
    for (Class<?> type : List.of(Instant.class, OffsetDateTime.class, ZonedDateTime.class)) {
      assertThatExceptionOfType(BindingException.class)
          .as(type.getName())
          .isThrownBy(() -> json(number).as(type))
          .withNoCause();
    }
  }

  @Test
  void aDateOfANumberDoesNotEscape() {
    assertMisfit(
        () -> json("9223372036854775807").as(LocalDate.class),
        "expected a date such as 2026-01-31");
  }

  @Test
  void whatAConstructorRefusesIsNamedByItsPath() {
    record Limit(int max) {
      @SuppressWarnings("UnusedMethod") // called when a record is bound
      Limit {
        if (max < 0) {
          throw new IllegalStateException("hush " + max);
        }
      }
    }
    record Limits(List<Limit> all) {}

    assertMisfit(
        () -> json("{'all':[{'max':-1}]}").as(Limits.class),
        "all[0]: expected values that the constructor of Limit accepts");
  }
}
