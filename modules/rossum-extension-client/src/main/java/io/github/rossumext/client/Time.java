package io.github.rossumext.client;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The clock of deadlines, pauses and dates. */
interface Time {
  Time SYSTEM =
      new Time() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
          TimeUnit.NANOSECONDS.sleep(nanos);
        }
      };

  /** Nanoseconds since some moment. */
  long nanos();

  Instant now();

  void sleep(long nanos) throws InterruptedException;
}
