package io.github.rossumext.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HtmlTest {
  @Nested
  class Escape {
    @Test
    void replacesEveryCharacterThatMeansSomethingInHtml() {
      assertThat(Html.escape("<a href=\"x\" id='y'>Q&A</a>").markup())
          .isEqualTo("&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;Q&amp;A&lt;/a&gt;");
    }

    @Test
    void leavesAllOtherTextAlone() {
      String text = "Číslo objednávky 12 % \u20ac \ud83d\ude00 {} \n ; # \u0000";

      assertThat(Html.escape(text).markup()).isEqualTo(text);
      assertThat(Html.escape("").markup()).isEmpty();
    }

    @Test
    void escapesAnEntityOnceMore() {
      assertThat(Html.escape("&lt;").markup()).isEqualTo("&amp;lt;");
    }
  }

  @Nested
  class Format {
    @Test
    void putsTheArgumentsIntoTheGapsInTheirOrder() {
      assertThat(Html.format("<b>{}</b> differs from {}", "12.50", 13).markup())
          .isEqualTo("<b>12.50</b> differs from 13");
    }

    @Test
    void escapesDataAndNotTheMarkup() {
      assertThat(Html.format("<i>{}</i>", "<script>").markup()).isEqualTo("<i>&lt;script&gt;</i>");
    }

    @Test
    void takesHtmlAsItIs() {
      assertThat(Html.format("See {}", Html.unsafe("<b>here</b>")).markup())
          .isEqualTo("See <b>here</b>");
    }

    @Test
    void doesNotLookForGapsInTheArguments() {
      assertThat(Html.format("{} and {}", "{}", "x").markup()).isEqualTo("{} and x");
    }

    @Test
    void withoutGapsIsTheMarkupItself() {
      assertThat(Html.format("<br>").markup()).isEqualTo("<br>");
    }

    @Test
    void refusesMoreArgumentsThanGaps() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Html.format("{}", "one", "two"))
          .withMessage(
              "Expected a {} in the markup for each of the 2 arguments, but found fewer: {}")
          .withMessageNotContaining("two");
    }

    @Test
    void refusesFewerArgumentsThanGaps() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Html.format("{} and {}", "one"))
          .withMessage(
              "Expected a {} in the markup for each of the 1 arguments, but found more: {} and {}")
          .withMessageNotContaining("one");
    }
  }

  @Test
  void unsafeMarkupStaysAsItIs() {
    assertThat(Html.unsafe("<b>&</b>")).hasToString("<b>&</b>");
  }

  @Test
  void itIsEqualByItsMarkupHoweverItWasMade() {
    assertThat(Html.escape("a & b"))
        .isEqualTo(Html.unsafe("a &amp; b"))
        .hasSameHashCodeAs(Html.unsafe("a &amp; b"))
        .isNotEqualTo(Html.unsafe("a & b"))
        .isNotEqualTo("a &amp; b");
  }
}
