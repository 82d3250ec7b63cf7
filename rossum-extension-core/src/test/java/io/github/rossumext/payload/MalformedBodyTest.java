package io.github.rossumext.payload;

import static io.github.rossumext.payload.PayloadFixture.HUSH;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the body is: one kind of exception, and never a word of the body in its message. */
class MalformedBodyTest {
  private static void assertRefused(byte[] body) {
    assertThatExceptionOfType(PayloadException.class)
        .isThrownBy(() -> HookPayload.of(body))
        .withMessageNotContaining(HUSH)
        .satisfies(Rejections::assertClear);
  }

  private static void assertRefused(String body) {
    assertRefused(body.getBytes(UTF_8));
  }

  static List<String> bodies() {
    return List.of(PayloadFixture.CONTENT, PayloadFixture.EMAIL, PayloadFixture.MANUAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "{}",
        "[]",
        "\"\"",
        "\"hush\"",
        "7",
        "null",
        "true",
        "hush",
        "[{\"event\":\"email\",\"action\":\"received\"}]",
      })
  void whatIsNoObjectOrNamesNoEvent(String body) {
    assertRefused(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"action\":\"hush\"",
        "\"event\":\"hush\"",
        "\"event\":null,\"action\":\"hush\"",
        "\"event\":\"hush\",\"action\":null",
        "\"event\":\"\",\"action\":\"hush\"",
        "\"event\":\"hush\",\"action\":\" \"",
        "\"event\":7,\"action\":\"hush\"",
        "\"event\":\"hush\",\"action\":{}",
        "\"event\":[\"hush\"],\"action\":\"hush\"",
        "\"Event\":\"hush\",\"Action\":\"hush\"",
      })
  void eventAndActionMustBeTexts(String keys) {
    assertThatExceptionOfType(PayloadException.class)
        .isThrownBy(() -> PayloadFixture.parse("{" + keys + "}"))
        .withMessageContaining("expected a text in \"event\" and in \"action\"")
        .withMessageNotContaining(HUSH);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void everyTruncation(String body) {
    byte[] whole = body.strip().getBytes(UTF_8);
    assertThatCode(() -> HookPayload.of(whole)).doesNotThrowAnyException();

    for (int length = 0; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length));
    }
  }

  @Nested
  class WhatFollows {
    @ParameterizedTest
    @ValueSource(strings = {"hush", "{}", ",", "]", "}", "\u0000", "null", "\"", "/* hush */"})
    void theObject(String rest) {
      for (String body : bodies()) {
        assertRefused(body + rest);
        assertRefused(body + "\n " + rest);
      }
    }
  }

  @Nested
  class Encodings {
    static Stream<Charset> others() {
      return Stream.of(UTF_16, UTF_16BE, UTF_16LE, Charset.forName("UTF-32"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void ofMoreThanOneByte(Charset charset) {
      for (String body : bodies()) {
        assertRefused(body.getBytes(charset));
      }
    }

    @Test
    void ofOneByte() {
      assertRefused(PayloadFixture.CONTENT.getBytes(ISO_8859_1));
    }

    @Test
    void twoByteOrderMarks() {
      for (String body : bodies()) {
        assertRefused("\ufeff\ufeff" + body);
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"80", "c3", "c0af", "e28228", "eda080", "f0908d", "f4908080", "ff", "fe"})
    void bytesThatAreNotUtf8WhereverTheyStand(String hex) {
      String bad = new String(HexFormat.of().parseHex(hex), ISO_8859_1);
      for (String text :
          List.of("hush-77", "hush-note", "hush.pdf", "hush-token", "a\", \"label")) {
        String body = PayloadFixture.CONTENT.replace("hüsh", HUSH);
        assertThat(body).contains(text);
        assertRefused(body.replace(text, bad).getBytes(ISO_8859_1));
      }
    }
  }

  @Nested
  class KeysThatStandTwice {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"event\":\"email\",\"event\":\"hush\",\"action\":\"received\"",
          "\"event\":\"email\",\"action\":\"received\",\"\\u0061ction\":\"received\"",
          "\"event\":\"email\",\"action\":\"received\",\"hush\":1,\"hush\":1",
          "\"event\":\"annotation_content\",\"action\":\"hush\",\"annotation\":{\"content\":[]},"
              + "\"annotation\":{\"content\":[]}",
          "\"event\":\"annotation_content\",\"action\":\"hush\","
              + "\"annotation\":{\"content\":[],\"content\":[]}",
          "\"event\":\"annotation_content\",\"action\":\"hush\","
              + "\"annotation\":{\"content\":[],\"id\":1,\"id\":1}",
          "\"event\":\"annotation_status\",\"action\":\"changed\","
              + "\"annotation\":{\"content\":\"hush\",\"id\":1,\"id\":1}",
          "\"annotation\":{\"status\":\"hush\",\"status\":\"hush\"},"
              + "\"event\":\"annotation_status\",\"action\":\"changed\"",
        })
    void inTheBodyOrTheAnnotation(String keys) {
      assertThatExceptionOfType(PayloadException.class)
          .isThrownBy(() -> PayloadFixture.parse("{" + keys + "}"))
          .withMessageContaining("twice")
          .withMessageNotContaining(HUSH);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"hush\":1,\"hush\":2}",
          "{\"content\":[],\"content\":[]}",
          "{\"content\":[{\"id\":1,\"schema_id\":\"a\",\"content\":{},\"content\":{}}]}",
        })
    void areTheCallersOwnAffairInAManualInvocation(String annotation) {
      HookPayload payload =
          PayloadFixture.payload("invocation", "manual", "\"annotation\":" + annotation);

      assertThat(payload.find("annotation").orElseThrow().text()).isEqualTo(annotation);
    }
  }

  @Nested
  class Beyond {
    static List<String> events() {
      return List.of(
          "\"event\":\"annotation_content\",\"action\":\"started\"",
          "\"event\":\"invocation\",\"action\":\"manual\"");
    }

    @ParameterizedTest
    @MethodSource("events")
    void theDepthThatAnythingNeeds(String event) {
      int levels = 10_000;
      String list = "[".repeat(levels) + "]".repeat(levels);
      String object = "{\"a\":".repeat(levels) + "1" + "}".repeat(levels);
      String nodes =
          "[{\"id\":1,\"schema_id\":\"a\",\"children\":".repeat(levels)
              + "[]"
              + "}]".repeat(levels);
      for (String value :
          List.of(
              list,
              object,
              "{\"content\":" + list + "}",
              "{\"content\":" + nodes + "}",
              "{\"content\":[" + object + "]}",
              "{\"metadata\":" + object + "}",
              "{\"content\":[{\"id\":1,\"schema_id\":\"a\",\"content\":{\"value\":"
                  + list
                  + "}}]}")) {
        assertRefused("{" + event + ",\"annotation\":" + value + "}");
        assertRefused("{\"annotation\":" + value + "," + event + "}");
      }
      assertRefused("[".repeat(100_000));
      assertRefused("{\"a\":".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("events")
    void theDigitsThatAnyNumberNeeds(String event) {
      String digits = "7".repeat(100_000);

      assertRefused("{" + event + ",\"annotation\":{\"content\":[]},\"amount\":" + digits + "}");
      assertRefused("{" + event + ",\"annotation\":{\"content\":[],\"id\":0." + digits + "}}");
    }

    @Test
    void theDigitsOfAnId() {
      assertRefused(
          "{\"event\":\"annotation_content\",\"action\":\"started\",\"annotation\":{\"content\":"
              + "[{\"id\":\""
              + "7".repeat(100_000)
              + "\",\"schema_id\":\"a\"}]}}");
    }

    @Test
    void aHugeExponentIsNotWrittenOut() {
      ContentPayload payload =
          (ContentPayload)
              PayloadFixture.payload(
                  "annotation_content",
                  "started",
                  "\"annotation\":{\"id\":1e999999999,\"time_spent\":1e999999999,\"content\":[]}");

      assertThat(payload.annotation().id()).isEmpty();
      assertThat(payload.annotation().timeSpent()).isEmpty();
    }
  }

  @Test
  void theDepthThatADocumentNeedsIsFarFromTheLimit() {
    String value = "[".repeat(100) + "]".repeat(100);

    assertThat(
            PayloadFixture.payload("invocation", "manual", "\"deep\":" + value)
                .find("deep")
                .orElseThrow()
                .text())
        .isEqualTo(value);
  }
}
