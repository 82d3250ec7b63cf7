package io.github.rossumext.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.Html;
import io.github.rossumext.value.Key;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import io.github.rossumext.value.Tolerance;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Any text is JSON, a URL, a tolerance, part of a message, or refused as documented. */
public final class TextTarget {
  record Sample(
      String word,
      int count,
      BigDecimal amount,
      List<Integer> numbers,
      @Key("Share_OF") double share,
      Duration patience,
      Map<String, Object> rest) {}

  private static final Sample DEFAULTS =
      new Sample("word", 1, BigDecimal.ONE, List.of(1), 0.5, Duration.ZERO, Map.of());

  private TextTarget() {}

  /** What the fuzzer calls. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, UTF_8);
    json(text);
    html(text);
    ResourceUrl url = new ResourceUrl(text);
    assertThat(text).contains(url.type());
    assertThat(url.id()).isNotNull();
    if (text.length() <= 100) {
      tolerance(text);
    }
  }

  private static void tolerance(String text) {
    Tolerance tolerance;
    try {
      tolerance = Tolerance.of(text);
    } catch (IllegalArgumentException e) {
      return;
    }
    assertThat(Tolerance.of(tolerance.toString())).isEqualTo(tolerance);
  }

  private static void json(String text) {
    RawJson json;
    try {
      json = RawJson.of(text);
    } catch (IllegalArgumentException e) {
      return;
    }
    assertThat(json.text()).isEqualTo(text.strip());
    assertThat(RawJson.of(json.text())).isEqualTo(json);
    for (RawJson element : json.elements()) {
      assertThat(json.text()).contains(element.text());
    }
    orRefused(() -> json.keys().forEach(key -> assertThat(json.find(key)).isPresent()));
    orRefused(() -> json.as(Sample.class));
    orRefused(() -> json.as(Map.class));
    orRefused(() -> writtenOut(json.as(BigDecimal.class)));
    orRefused(() -> json.as(Instant.class));
    orRefused(() -> json.asListOf(Sample.class));
    orRefused(() -> fits(json.over(DEFAULTS)));
  }

  private static void fits(Sample sample) {
    writtenOut(sample.amount());
    assertThat(sample.share()).isFinite();
    for (Object value : sample.rest().values()) {
      if (value instanceof BigDecimal number) {
        writtenOut(number);
      }
    }
  }

  private static void writtenOut(BigDecimal number) {
    assertThat(number.toPlainString()).hasSizeLessThanOrEqualTo(1_002);
  }

  private static void orRefused(Runnable reading) {
    try {
      reading.run();
    } catch (BindingException e) {
      assertThat(e).hasNoCause();
    }
  }

  private static void html(String text) {
    String markup = Html.escape(text).markup();
    assertThat(markup).doesNotContain("<", ">", "\"", "'");
    assertThat(
            markup
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&"))
        .isEqualTo(text);
    assertThat(Html.format("<b>{}</b>", text).markup()).isEqualTo("<b>" + markup + "</b>");
  }
}
