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
        "\\$\\.a"
      })
  void matchesASimplePattern(String pattern) {
    Random random = new Random(1);
    for (int i = 0; i < 20; i++) {
      assertThat(PatternTexts.matching(pattern, random).orElseThrow()).matches(pattern);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a|b)", "[^a]", "(?<x>a)", "[", "\\bx", "a{"})
  void leavesOthersAlone(String pattern) {
    assertThat(PatternTexts.matching(pattern, new Random(1))).isEmpty();
  }

  @Test
  void ofTheEmptyPatternIsTheEmptyText() {
    assertThat(PatternTexts.matching("^$", new Random(1))).contains("");
  }
}
