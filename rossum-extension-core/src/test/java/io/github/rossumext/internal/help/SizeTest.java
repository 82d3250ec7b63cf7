package io.github.rossumext.internal.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 bytes, 0 bytes",
    "1, 1 byte, 1 byte",
    "1023, 1023 bytes, 1023 bytes",
    "1024, 1 KiB, 1 KiB",
    "1025, 1 KiB, 1.1 KiB",
    "1536, 1.5 KiB, 1.5 KiB",
    "33554431, 31.9 MiB, 32 MiB",
    "33554432, 32 MiB, 32 MiB",
    "33554433, 32 MiB, 32.1 MiB",
    "40000000, 38.1 MiB, 38.2 MiB",
    "8000000000, 7.4 GiB, 7.5 GiB",
    "9223372036854775807, 8388607.9 TiB, 8388608 TiB",
  })
  void aSizeHasTheLargestUnitThatItFills(long bytes, String limit, String found) {
    assertThat(Size.limit(bytes)).isEqualTo(limit);
    assertThat(Size.found(bytes)).isEqualTo(found);
  }

  @Test
  void whatIsBeyondALimitShowsAsMore() {
    for (long limit : new long[] {1024, 1_000_000, 33_554_432, 33_554_433}) {
      assertThat(Size.found(limit + 1)).isNotEqualTo(Size.limit(limit));
    }
  }
}
