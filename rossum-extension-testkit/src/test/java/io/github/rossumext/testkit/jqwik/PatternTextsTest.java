package io.github.rossumext.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternTextsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "^[A-Z]{2}[0-9A-Z]{2,12}$",
        "\\d{6}",
        "\\d+",
        "INV/\\d{4}-\\d+",
        "[\\w-]+",
        ".*",
        "x?y*z{2,}",
        "\\$\\.a",
        "(a|b)+",
        "[^a]",
        "(?<x>a)",
        "(?:CZ|SK)?\\d{8,10}",
        "[A-Z&&[^AB]]x",
        "\\p{Lu}\\P{Lu}",
        "\\bx\\b",
        "(?=\\d{3})\\d+?",
        "a{0}b*+",
        "((a|b)c){2}|"
      })
  void matchesASimplePattern(String pattern) {
    Random random = new Random(1);
    for (int i = 0; i < 20; i++) {
      assertThat(PatternTexts.of(pattern).orElseThrow().next(random).orElseThrow())
          .matches(pattern);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "a{", "(a)\\1", "\\Qa\\E", "(?i)a", "a{2000}", "(?=b)a", "\\t"})
  void leavesOthersAlone(String pattern) {
    assertThat(PatternTexts.of(pattern).flatMap(texts -> texts.next(new Random(1)))).isEmpty();
  }

  @Test
  void ofTheEmptyPatternIsTheEmptyText() {
    assertThat(PatternTexts.of("^$").orElseThrow().next(new Random(1))).contains("");
  }
}
