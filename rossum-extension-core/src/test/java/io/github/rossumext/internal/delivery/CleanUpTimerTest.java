package io.github.rossumext.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.Eventually;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.value.Secret;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The timer of all endpoints, here one of its own. */
class CleanUpTimerTest {
  private static final Duration SOON = Duration.ofMillis(5);

  private final CleanUpTimer timer = new CleanUpTimer();

  @Test
  void tellsEachEndpointAgainAndAgainUntilItIsClosed() throws Exception {
    AtomicInteger one = new AtomicInteger();
    AtomicInteger other = new AtomicInteger();
    Future<?> first = timer.tell(one, AtomicInteger::incrementAndGet, SOON, SOON);
    Future<?> second = timer.tell(other, AtomicInteger::incrementAndGet, SOON, SOON);
    Eventually.isTrue(() -> one.get() >= 3 && other.get() >= 3);

    first.cancel(false);
    int told = other.get();
    Eventually.isTrue(() -> other.get() > told + 3);

    assertThat(first.isDone()).isTrue();
    assertThat(second.isDone()).isFalse();
    int toldAfterwards = one.get(); // one call may have been at work when it was cancelled
    int toldMeanwhile = other.get();
    Eventually.isTrue(() -> other.get() > toldMeanwhile + 3);
    assertThat(one).hasValue(toldAfterwards);
    second.cancel(false);
  }

  @Test
  void hasNoThreadWithoutAnEndpoint() throws Exception {
    assertThat(timer.hasThread()).isFalse();

    AtomicInteger endpoint = new AtomicInteger();
    Future<?> told = timer.tell(endpoint, AtomicInteger::incrementAndGet, SOON, SOON);
    Eventually.isTrue(() -> endpoint.get() > 0);
    assertThat(timer.hasThread()).isTrue();

    told.cancel(false);
    Eventually.isTrue(() -> !timer.hasThread());
  }

  @Test
  void tellsAnEndpointThatHandlesDeliveriesUntilItIsClosed() {
    HookEndpoint.Builder builder =
        HookEndpoint.builder()
            .secret(Secret.of("the secret of the hook"))
            .listen(HookEvent.INVOCATION_SCHEDULED, (payload, context) -> {});
    int before = CleanUpTimer.SHARED.endpoints();
    HookEndpoint other = builder.build();
    assertThat(CleanUpTimer.SHARED.endpoints()).isEqualTo(before);
    other.close();

    HookEndpoint endpoint = builder.once(HookEvent.INVOCATION_SCHEDULED).build();
    assertThat(CleanUpTimer.SHARED.endpoints()).isEqualTo(before + 1);

    endpoint.close();
    assertThat(CleanUpTimer.SHARED.endpoints()).isEqualTo(before);
  }

  @Test
  void forgetsAnEndpointThatNobodyClosesOrUses() throws Exception {
    Future<?> told =
        timer.tell(new AtomicInteger(), AtomicInteger::incrementAndGet, SOON, SOON); // dropped

    Eventually.isTrue(
        () -> {
          System.gc();
          return told.isDone();
        });
    Eventually.isTrue(() -> !timer.hasThread());
  }
}
