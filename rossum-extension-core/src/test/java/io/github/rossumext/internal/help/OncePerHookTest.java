package io.github.rossumext.internal.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OncePerHookTest {
  private static final String HOOK = "https://acme.rossum.app/api/v1/hooks/1";

  private final OncePerHook once = new OncePerHook();

  @Test
  void aMistakeIsReportedOnceForEachHook() {
    assertThat(once.isFirst(HOOK, "settings key", "auto_limits")).isTrue();
    assertThat(once.isFirst(HOOK, "settings key", "auto_limits")).isFalse();
    assertThat(once.isFirst("", "settings key", "auto_limits")).isTrue();
  }

  @Test
  void mistakesAreToldApartByTheirKindAndName() {
    once.isFirst(HOOK, "settings key", "amount");

    assertThat(once.isFirst(HOOK, "schema id", "amount")).isTrue();
    assertThat(once.isFirst(HOOK, "settings key", "amounts")).isTrue();
  }

  @Test
  void theLeastRecentOfManyMistakesIsForgottenFirst() {
    once.isFirst(HOOK, "settings key", "old");
    once.isFirst(HOOK, "settings key", "in use");
    for (int i = 0; i < OncePerHook.MAX_REPORTS - 1; i++) {
      once.isFirst(HOOK, "settings key", "in use");
      once.isFirst(HOOK, "settings key", "key" + i);
    }

    assertThat(once.isFirst(HOOK, "settings key", "in use")).isFalse();
    assertThat(once.isFirst(HOOK, "settings key", "old")).isTrue();
  }

  @Test
  void onlyTheStartOfALongNameIsKept() {
    String start = "a".repeat(OncePerHook.MAX_LENGTH);
    once.isFirst(HOOK, "settings key", start + "b".repeat(1_000_000));

    assertThat(once.isFirst(HOOK, "settings key", start)).isFalse();
  }

  @Test
  void ofManyThreadsOneReportsIt() {
    AtomicInteger first = new AtomicInteger();

    IntStream.range(0, 10_000)
        .parallel()
        .forEach(
            i -> {
              if (once.isFirst(HOOK, "settings key", "auto_limits")) {
                first.incrementAndGet();
              }
            });

    assertThat(first).hasValue(1);
  }
}
