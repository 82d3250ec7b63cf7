package io.github.rossumext.internal.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
  private static final String EMOJI = "\ud83d\ude00";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0",
        "\t",
        "\n",
        "\r",
        "\u001b",
        "\u007f",
        "\u0085",
        "\u00ad",
        "\u061c",
        "\u200b",
        "\u200e",
        "\u2028",
        "\u2029",
        "\u202e",
        "\u2066",
        "\ufeff",
        "\ud83d",
        "\ude00",
        "\ue000",
        "\uffff",
        "\udb40\udc01"
      })
  void whatDoesNotPrintIsAQuestionMark(String hidden) {
    assertThat(Printable.text("a" + hidden + "b")).isEqualTo("a?b");
    assertThat(Printable.name("a" + hidden + "b")).isEqualTo("'a?b'");
    assertThat(Printable.quoted("a" + hidden + "b")).isEqualTo("\"a?b\"");
    assertThat(Printable.word("a" + hidden + "b")).matches("a\\?{1,2}b");
    assertThat(Printable.ascii("a" + hidden + "b")).matches("a\\?{1,2}b");
  }

  @Test
  void aTextKeepsItsLettersAndBlanks() {
    assertThat(Printable.text("Größe " + EMOJI + " \"x\"")).isEqualTo("Größe " + EMOJI + " \"x\"");
  }

  @Test
  void aWordIsAsciiWithoutBlanksAndQuotes() {
    assertThat(Printable.word("a b\"c é=1")).isEqualTo("a?b?c??=1");
    assertThat(Printable.ascii("a b\"c é=1")).isEqualTo("a b\"c ?=1");
  }

  @Test
  void aQuotedTextEndsAtItsLastQuote() {
    assertThat(Printable.quoted("a\" b=\\\"c")).isEqualTo("\"a\\\" b=\\\\\\\"c\"");
  }

  @Test
  void aWordIsCut() {
    assertThat(Printable.word("x".repeat(81))).isEqualTo("x".repeat(80));
    assertThat(Printable.name("x".repeat(80))).isEqualTo("'" + "x".repeat(80) + "'");
    assertThat(Printable.name("x".repeat(81))).isEqualTo("'" + "x".repeat(80) + "…'");
  }

  @Test
  void aTextLosesItsMiddle() {
    assertThat(Printable.text("x".repeat(1_000))).isEqualTo("x".repeat(1_000));
    assertThat(Printable.text("a" + "x".repeat(1_000_000) + "b"))
        .hasSize(1_000)
        .startsWith("ax")
        .contains("x…x")
        .endsWith("xb");
  }

  @Test
  void linesAfterTheFirstAreIndented() {
    assertThat(Printable.lines("a\nERROR b\r\nc\u2028d\u202e"))
        .isEqualTo("a\n    ERROR b\n    c?d?");
    assertThat(Printable.lines("x".repeat(4_096))).hasSize(4_096);
    assertThat(Printable.lines("x".repeat(4_097))).hasSize(4_097).endsWith("x…");
  }

  @Test
  void noCutSplitsACharacter() {
    for (String shift : new String[] {"", "x"}) {
      assertThat(Printable.text(shift + EMOJI.repeat(1_000))).doesNotContain("?");
      assertThat(Printable.text(EMOJI.repeat(1_000) + shift)).doesNotContain("?");
      assertThat(Printable.name(shift + EMOJI.repeat(1_000))).doesNotContain("?");
    }
  }
}
