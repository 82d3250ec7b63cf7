package io.github.rossumext.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTest {
  private static final String PAIR = "\uD83D\uDE00";

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "\t\n\u0001\u007F", "\uFFFD\uFFFE\uFEFF", "a" + PAIR + PAIR})
  void aTextThatCanBeStoredIsItself(String text) {
    assertThat(Storable.repaired(text)).isSameAs(text);
    assertThat(Storable.problem(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a\0\0b, ab",
    "\uD83D, \uFFFD",
    "\uDE00, \uFFFD",
    "\uDE00\uD83D, \uFFFD\uFFFD",
    "\uD83D\uD83D\uDE00, \uFFFD\uD83D\uDE00",
    "a\uD83D\0, a\uFFFD",
    // What NUL parts is two halves, and not a pair.
    "\uD83D\0\uDE00, \uFFFD\uFFFD"
  })
  void anotherIsRepaired(String text, String repaired) {
    assertThat(Storable.repaired(text)).isEqualTo(repaired);
    assertThat(Storable.problem(repaired)).isEmpty();
  }

  @Test
  void ofNulAloneNothingIsLeft() {
    assertThat(Storable.repaired("\0")).isEmpty();
  }

  @Test
  void theProblemIsNamed() {
    assertThat(Storable.problem("a\0")).isEqualTo("a NUL character");
    assertThat(Storable.problem("a\uDE00\0")).isEqualTo("half of a surrogate pair");
  }

  @Test
  void charactersAreCodePoints() {
    assertThat(Storable.length("a" + PAIR)).isEqualTo(2);
    assertThat(Storable.start("a" + PAIR + "b", 2)).isEqualTo("a" + PAIR);
    assertThat(Storable.start("a" + PAIR, 2)).isEqualTo("a" + PAIR);
    assertThat(Storable.start("ab", 0)).isEmpty();
  }
}
