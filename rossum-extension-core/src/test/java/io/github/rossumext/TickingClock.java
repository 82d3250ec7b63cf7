package io.github.rossumext;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes on by the same step each time that it is looked at. */
class TickingClock extends SuppliedClock {
  TickingClock(Duration step) {
    this(new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z")), step);
  }

  private TickingClock(AtomicReference<Instant> now, Duration step) {
    super(() -> now.getAndUpdate(before -> before.plus(step)));
  }
}
