package io.github.rossumext.internal.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The clock of the process in place of that of the machine, which somebody may set. */
class SteadyClockTest {
  @Test
  void standsInForTheClockOfTheSystemInAnyTimeZone() {
    assertThat(SteadyClock.inPlaceOfTheSystems(Clock.systemUTC())).isSameAs(SteadyClock.INSTANCE);
    assertThat(SteadyClock.inPlaceOfTheSystems(Clock.system(ZoneId.of("Asia/Tokyo"))))
        .isSameAs(SteadyClock.INSTANCE);
  }

  @Test
  void leavesTheClockOfATest() {
    Clock fixed = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    assertThat(SteadyClock.inPlaceOfTheSystems(fixed)).isSameAs(fixed);
  }
}
