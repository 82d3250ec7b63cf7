package io.github.rossumext.value;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HtmlProperties {
  @Property
  void escapedTextReadsAsTheTextAndHoldsNoMarkup(@ForAll("texts") String text) {
    String markup = Html.escape(text).markup();

    assertThat(markup).doesNotContain("<", ">", "\"", "'");
    assertThat(unescape(markup)).isEqualTo(text);
  }

  @Property
  void anArgumentIsEscapedWhereverItStands(@ForAll("texts") String text) {
    assertThat(Html.format("<p>{}</p>", text).markup())
        .isEqualTo("<p>" + Html.escape(text).markup() + "</p>");
  }

  private static String unescape(String markup) {
    return markup
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings(), Arbitraries.strings().withChars("<>&\"';#ampltgquo{} 39"));
  }
}
