package io.github.rossumext.internal.json;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rossumext.internal.text.Numbers;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSliceTest {
  private static JsonSlice parse(String json) {
    return JsonSlice.parse(json.getBytes(UTF_8));
  }

  private static void assertRefused(byte[] json, String why) {
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> JsonSlice.parse(json))
        .withMessageContaining(why)
        .withMessageNotContaining("hush")
        .withNoCause();
  }

  @Nested
  class Refused {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "{",
          "}",
          "{\"hush\"}",
          "{\"hush\":}",
          "{\"hush\":1,}",
          "{hush:1}",
          "{'hush':1}",
          "[1,]",
          "[1",
          "[,1]",
          "\"hush",
          "\"hush\\\"",
          "\"hush\\x\"",
          "\"hush\\u12\"",
          "\"hush\n\"",
          "hush",
          "tru",
          "truehush",
          "NaN",
          "Infinity",
          "+1",
          ".5",
          "1.",
          "01",
          "1e",
          "-",
          "1hush",
          "/* hush */ 1",
          "# hush",
        })
    void whatIsNoJson(String json) {
      assertRefused(json.getBytes(UTF_8), "JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void nothing(String json) {
      assertRefused(json.getBytes(UTF_8), "no JSON value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 2", "{} {}", "{},", "[]]", "\"a\" hush", "null\u0000"})
    void whatFollowsTheValue(String json) {
      assertRefused(json.getBytes(UTF_8), "JSON");
    }

    @Test
    void aSecondByteOrderMark() {
      assertRefused("\ufeff\ufeff{}".getBytes(UTF_8), "broken JSON at byte ");
    }

    @Test
    void aByteOrderMarkAlone() {
      assertRefused("\ufeff".getBytes(UTF_8), "no JSON value");
    }

    @Test
    void anotherEncoding() {
      assertRefused("{\"a\":1}".getBytes(UTF_16LE), "JSON");
      assertRefused(new byte[] {'"', (byte) 0xe9, '"'}, "not UTF-8 at byte 1");
    }
  }

  @Nested
  class Limits {
    @Test
    void ofDepth() {
      int most = JsonCursor.MAX_DEPTH;

      assertThatCode(() -> parse("[".repeat(most) + "]".repeat(most))).doesNotThrowAnyException();
      assertRefused(("[".repeat(most + 1) + "]".repeat(most + 1)).getBytes(UTF_8), "depth");
    }

    @Test
    void ofTheDigitsOfANumber() {
      int most = Numbers.MAX_LENGTH;

      assertThat(parse("1".repeat(most)).scalar()).hasSize(most);
      assertRefused("1".repeat(most + 1).getBytes(UTF_8), "beyond the limits");
      assertRefused(("0." + "1".repeat(most)).getBytes(UTF_8), "beyond the limits");
    }

    @Test
    void notOfTheLengthOfAText() {
      // Twenty million characters are the limit of a well-known parser.
      String text = "a".repeat(20_000_001);

      assertThat(parse('"' + text + '"').scalar()).isEqualTo(text);
    }

    @Test
    void ofTheLengthOfAKey() {
      String key = "hush".repeat(JsonCursor.MAX_NAME_LENGTH);

      assertRefused(("{\"" + key + "\":1}").getBytes(UTF_8), "beyond the limits");
    }

    @Test
    void ofTheDifferentKeys() {
      int most = JsonCursor.MAX_DIFFERENT_KEYS;

      assertThat(parse(objectOf(most)).members()).hasSize(most);
      assertRefused(objectOf(most + 20).getBytes(UTF_8), "different keys");
      assertRefused(("[" + objectOf(most + 20) + "]").getBytes(UTF_8), "different keys");
    }

    @Test
    void notOfTheKeys() {
      String row = objectOf(100);

      assertThat(parse("[" + (row + ",").repeat(200) + row + "]").elements()).hasSize(201);
    }

    /** A table that anybody can predict would look at all others before it finds the last one. */
    @Test
    void ofTheKeysThatCollideCostsNoMoreThanOfOthers() {
      List<String> keys = IntStream.range(0, 10_000).mapToObj(Limits::colliding).toList();
      String json =
          keys.stream().map(key -> "\"" + key + "\":1").collect(Collectors.joining(",", "[{", "}"))
              + (",{\"" + keys.get(9_999) + "\":1}").repeat(200_000)
              + "]";
      byte[] bytes = json.getBytes(UTF_8);
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      long before = threads.getCurrentThreadCpuTime();

      JsonSlice.parse(bytes);

      assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before))
          .isLessThan(Duration.ofSeconds(1));
    }

    /**
     * Returns one of 65536 keys whose hashes have the same last 16 bits, which would be their place
     * in a table: the hash of {@link KeyCount}, calculated back to seven letters.
     */
    private static String colliding(int number) {
      int hash = number << 16 | 2;
      int mixed = hash * INVERSE;
      int sum = mixed ^ (mixed >>> 15) ^ (mixed >>> 30);
      long digits = 0;
      long base = 1;
      for (int i = 0; i < 7; i++) {
        digits += FIRST * base;
        base *= 31;
      }
      long rest = Integer.toUnsignedLong((int) (sum - digits - base));
      StringBuilder key = new StringBuilder();
      for (int i = 0; i < 7; i++) {
        key.append((char) (FIRST + rest % 31));
        rest /= 31;
      }
      return key.reverse().toString();
    }

    private static final char FIRST = ']'; // 31 characters from here on need no escapes

    private static final int INVERSE =
        BigInteger.valueOf(0x2C1B3C6D).modInverse(BigInteger.ONE.shiftLeft(32)).intValue();

    private String objectOf(int keys) {
      return IntStream.range(0, keys)
          .mapToObj(key -> "\"k" + key + "\":1")
          .collect(Collectors.joining(",", "{", "}"));
    }
  }

  @Nested
  class Members {
    @Test
    void standInTheirOrder() {
      assertThat(parse("{\"b\":1,\"a\":2,\"c\":3}").members().keySet())
          .containsExactly("b", "a", "c");
    }

    @Test
    void cannotBeChanged() {
      JsonSlice slice = parse("{\"a\":1}");

      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> slice.members().clear());
    }

    @Test
    void areFoundAlsoWhereTheirKeysAreEscaped() {
      byte[] json = "{\"\\u0061\":\"\\u0041\"}".getBytes(UTF_8);
      JsonSlice found = requireNonNull(JsonSlice.member(json, 0, "a"));

      assertThat(found).isEqualTo(JsonSlice.parse(json).members().get("a"));
      assertThat(found.scalar()).isEqualTo("A");
    }
  }

  @Nested
  class Parts {
    private final byte[] json = "{\"a\":[1, {\"b\":\"c\\\"d\"} ],\"e\":-1.5e3}".getBytes(UTF_8);

    @Test
    void keepTheirText() {
      JsonSlice list = requireNonNull(JsonSlice.parse(json).members().get("a"));

      assertThat(list.json()).isEqualTo("[1, {\"b\":\"c\\\"d\"} ]");
      assertThat(list.elements())
          .extracting(JsonSlice::json)
          .containsExactly("1", "{\"b\":\"c\\\"d\"}");
      assertThat(list.length()).isEqualTo(list.json().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"55 ", "55\n", " 55\t\r\n", " \"a b\" ", " null ", "{ } ", " [ ] "})
    void leaveOutTheWhiteSpaceAround(String json) {
      assertThat(parse(json).json()).isEqualTo(json.strip());
    }

    @Test
    void areFoundByWhereTheyStart() {
      int start = new String(json, UTF_8).indexOf("{\"b\"");

      assertThat(JsonSlice.startingAt(json, start).json()).isEqualTo("{\"b\":\"c\\\"d\"}");
      assertThat(JsonSlice.member(json, start, "b")).isEqualTo(parse("\"c\\\"d\""));
      assertThat(JsonSlice.member(json, start, "e")).isNull();
    }
  }
}
