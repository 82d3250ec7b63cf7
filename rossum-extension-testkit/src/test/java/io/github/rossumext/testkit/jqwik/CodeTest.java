package io.github.rossumext.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeTest {
  @Test
  void quotesWhatJavaQuotes() {
    assertThat(Code.text("a\"b\\c\nd\te\rf")).isEqualTo("\"a\\\"b\\\\c\\nd\\te\\rf\"");
  }

  @Test
  void showsWhatCanBeSeen() {
    assertThat(Code.text("Škoda 日本")).isEqualTo("\"Škoda 日本\"");
  }

  @Test
  void escapesWhatCannotBeSeenOrTurnsTheText() {
    assertThat(Code.text("\u202ea\u00a0\u0001\ufeff"))
        .isEqualTo("\"\\u202ea\\u00a0\\u0001\\ufeff\"");
  }

  @Test
  void repeatsALongRun() {
    assertThat(Code.text("x".repeat(1500))).isEqualTo("\"x\".repeat(1500)");
  }
}
