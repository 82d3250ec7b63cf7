package io.github.rossumext.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
  private static final String PAIR = "\uD83D\uDE00";

  private static String sent(String html) {
    return Markup.of(html).text();
  }

  @Nested
  class Tags {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "plain",
          "a < b > c <3 </> <",
          "<b>x</b><strong>x</strong><i>x</i><br><BR/><br />",
          "<ul><li>x</li></ul><ol><li>x</li></ol>",
          "<a href=\"https://a.example/?a=1&amp;b=>\">x</a>",
          "<a href='>'>x</a>",
          "unfinished <b"
        })
    void thatRossumRendersStay(String html) {
      assertThat(Markup.of(html)).isEqualTo(new Markup(html, Set.of(), false));
    }

    @Test
    void thatItDoesNotRenderAreLeftOut() {
      Markup markup = Markup.of("<div class='>'>a<EM>b</em></div><bold>c</bold><!-- it's --><?x?>");

      assertThat(markup.text()).isEqualTo("abc");
      assertThat(markup.unknownTags()).containsExactly("div", "em", "bold", "");
    }
  }

  @Nested
  class TooLong {
    @Test
    void isWhatHasMoreCharactersThanRossumShows() {
      assertThat(Markup.of(PAIR.repeat(4096)).isCut()).isFalse();
      assertThat(Markup.of(PAIR.repeat(4097)).isCut()).isTrue();
    }

    @Test
    void aTextIsCutBetweenCharactersAndSaysSo() {
      assertThat(sent(PAIR.repeat(5000))).isEqualTo(PAIR.repeat(4092) + " […]");
    }

    @Test
    void noEntityIsCut() {
      String kept = "x".repeat(4090);

      assertThat(sent(kept + "&amp;&amp;")).isEqualTo(kept + " […]");
      assertThat(sent(kept + "&&&&&&&&&")).isEqualTo(kept + "&& […]");
    }

    @Test
    void noTagIsCutAndEveryTagIsEnded() {
      String kept = "<ul><li><b>" + "x".repeat(4060);

      assertThat(sent(kept + "<a href='https://a.example/'>more</a>"))
          .isEqualTo(kept + " […]</b></li></ul>");
    }

    @Test
    void aTagThatWasEndedIsNotEndedAgain() {
      assertThat(sent("<i>a</i>" + "x".repeat(5000)))
          .startsWith("<i>a</i>x")
          .endsWith("x […]")
          .hasSize(4096);
    }

    @Test
    void isNotWhatFitsWithoutTheTagsThatAreLeftOut() {
      assertThat(sent("<p>".repeat(2000) + "x")).isEqualTo("x");
    }

    @Test
    void isCutToWhatIsNotTooLong() {
      for (int open = 0; open < 1400; open += 97) {
        for (String rest : List.of("x", "&lt;", PAIR, "<br>")) {
          String sent = sent("<b>".repeat(open) + rest.repeat(4097));

          assertThat(Storable.length(sent)).isLessThanOrEqualTo(4096);
          assertThat(Markup.of(sent)).isEqualTo(new Markup(sent, Set.of(), false));
          assertThat(sent.split("<b>", -1)).hasSameSizeAs(sent.split("</b>", -1));
        }
      }
    }

    @Test
    void costsLittle() {
      String html = "<a '".repeat(500_000) + "<".repeat(500_000) + "<x>".repeat(500_000);

      org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(30), () -> Markup.of(html));
    }
  }
}
