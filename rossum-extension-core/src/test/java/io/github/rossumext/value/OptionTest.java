package io.github.rossumext.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

class OptionTest {
  @Test
  void itIsWhatTheFieldHoldsAndWhatTheUserReads() {
    Option option = Option.of("1", "Roboyo");

    assertThat(option.value()).isEqualTo("1");
    assertThat(option.label()).isEqualTo("Roboyo");
  }

  @Test
  void oneTextServesAsBoth() {
    assertThat(Option.of("---")).isEqualTo(Option.of("---", "---"));
  }

  @Test
  void bothPartsMayBeEmpty() {
    assertThat(Option.of("", "")).isEqualTo(Option.of(""));
  }

  @Test
  @NullUnmarked // callers without null checks
  void neitherPartMayBeMissing() {
    assertThatNullPointerException()
        .isThrownBy(() -> Option.of(null, "Roboyo"))
        .withMessageContaining("value");
    assertThatNullPointerException()
        .isThrownBy(() -> Option.of("1", null))
        .withMessageContaining("label");
  }
}
