package io.github.rossumext.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.listener.HookRejection.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** More requests or bytes at a time than the endpoint takes are refused, and nothing leaks. */
class InFlightTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private static boolean isRefused(Step step) {
    try {
      step.take();
      return false;
    } catch (RejectedException e) {
      assertThat(e.reason()).isEqualTo(Reason.OVERLOAD);
      return true;
    }
  }

  @FunctionalInterface
  private interface Step {
    void take() throws RejectedException;
  }

  @Test
  void asManyRequestsAreTakenAsWereSet() throws Exception {
    InFlight inFlight = new InFlight(2, 100);
    InFlight.Share first = inFlight.share();
    first.enter();
    inFlight.share().enter();
    assertThat(isRefused(inFlight.share()::enter)).isTrue();

    first.close();
    first.close();

    inFlight.share().enter();
    assertThat(isRefused(inFlight.share()::enter)).isTrue();
  }

  @Test
  void aRequestWhoseBodyArrivesDoesNotCountYet() throws Exception {
    InFlight inFlight = new InFlight(1, 100);
    InFlight.Share arriving = inFlight.share();
    InFlight.Share gone = inFlight.share();
    arriving.admit();
    gone.admit();
    gone.hold(60);
    gone.close();
    assertThat(inFlight.requests()).isZero();
    assertThat(inFlight.bytes()).isZero();

    arriving.enter();
    assertThat(inFlight.requests()).isEqualTo(1);
    assertThat(isRefused(inFlight.share()::admit)).isTrue();
  }

  @Test
  void closingWaitsForARequestWhoseBodyArrivesAndLetsItRun() throws Exception {
    InFlight inFlight = new InFlight(1, 100);
    InFlight.Share arriving = inFlight.share();
    arriving.admit();
    Thread closing =
        new Thread(() -> assertThatCode(() -> inFlight.close(LONG)).doesNotThrowAnyException());
    closing.start();
    while (!inFlight.isClosed()) {
      Thread.onSpinWait();
    }

    assertThatThrownBy(inFlight.share()::admit).isInstanceOf(RejectedException.class);
    arriving.enter();
    assertThat(closing.isAlive()).isTrue();
    arriving.close();
    closing.join(60_000);

    assertThat(closing.isAlive()).isFalse();
  }

  @Test
  void asManyBytesAreHeldAsWereSet() throws Exception {
    InFlight inFlight = new InFlight(2, 100);
    InFlight.Share first = inFlight.share();
    InFlight.Share second = inFlight.share();
    first.enter();
    second.enter();

    first.hold(60);
    assertThat(isRefused(() -> second.hold(41))).isTrue();
    second.hold(40);
    first.hold(10);
    second.hold(90);
    assertThat(isRefused(() -> second.hold(91))).isTrue();

    first.close();
    second.hold(100);
    assertThat(inFlight.bytes()).isEqualTo(100);
  }

  private static Thread waiting(Step step) {
    Thread thread = new Thread(() -> assertThat(isRefused(step)).isFalse());
    thread.start();
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    return thread;
  }

  @Test
  void whatIsBeingSentMakesRoomSoonSoTheNextRequestWaitsForIt() throws Exception {
    InFlight inFlight = new InFlight(1, 100);
    InFlight.Share first = inFlight.share();
    InFlight.Share next = inFlight.share();
    first.enter();
    first.sending();
    first.sending();

    Thread entering = waiting(next::enter);
    first.close();
    entering.join();

    assertThat(inFlight.requests()).isEqualTo(1);
    assertThat(isRefused(inFlight.share()::enter)).isTrue();
  }

  @Test
  void whatIsBeingSentMakesRoomForBytesSoonToo() throws Exception {
    InFlight inFlight = new InFlight(2, 100);
    InFlight.Share first = inFlight.share();
    InFlight.Share next = inFlight.share();
    first.enter();
    first.hold(60);
    next.enter();
    first.sending();

    Thread holding = waiting(() -> next.hold(50));
    first.close();
    holding.join();

    assertThat(inFlight.bytes()).isEqualTo(50);
  }

  @Test
  void whatIsBeingSentForLongMakesNoRoom() throws Exception {
    InFlight inFlight = new InFlight(1, 100, TimeUnit.MILLISECONDS.toNanos(20));
    InFlight.Share first = inFlight.share();
    first.enter();
    first.sending();

    assertThat(isRefused(inFlight.share()::enter)).isTrue();
  }

  @Test
  void nothingWaitsOnAThreadThatIsInterruptedOrForAClosedEndpoint() throws Exception {
    InFlight inFlight = new InFlight(1, 100);
    InFlight.Share first = inFlight.share();
    first.enter();
    first.sending();
    Thread.currentThread().interrupt();

    assertThat(isRefused(inFlight.share()::enter)).isTrue();
    assertThat(Thread.interrupted()).isTrue();
    inFlight.close(Duration.ofMillis(1));

    assertThatThrownBy(inFlight.share()::enter)
        .isInstanceOfSatisfying(
            RejectedException.class,
            rejection -> assertThat(rejection.reason()).isEqualTo(Reason.CLOSED));
  }

  @Test
  void whatWasRefusedCountsNothing() throws Exception {
    InFlight inFlight = new InFlight(1, 100);
    inFlight.share().enter();
    InFlight.Share refused = inFlight.share();

    assertThat(isRefused(refused::enter)).isTrue();
    refused.close();

    assertThat(inFlight.requests()).isEqualTo(1);
  }

  @Test
  void anOverloadIsA503WithAMessageAndWhenToTryAgain() {
    assertThat(RejectedException.BUSY.status()).isEqualTo(503);
    assertThat(RejectedException.BUSY.headers()).containsEntry("Retry-After", "1");
    assertThat(new String(RejectedException.BUSY.body(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"messages\":[{\"type\":\"error\",\"content\":\"The extension has too much to do at"
                + " the moment. Please try again.\"}]}");
  }

  @Test
  void aClosedOneTakesNoMore() throws Exception {
    InFlight inFlight = new InFlight(1, 100);
    inFlight.close(Duration.ofSeconds(1));

    assertThat(inFlight.isClosed()).isTrue();
    assertThatThrownBy(inFlight.share()::enter)
        .isInstanceOfSatisfying(
            RejectedException.class,
            rejection -> assertThat(rejection.reason()).isEqualTo(Reason.CLOSED));
  }

  @Property
  void theLimitsHoldAtEveryStepAndAllIsGivenBack(
      @ForAll @Size(max = 60) List<@IntRange(max = 200) Integer> steps,
      @ForAll @IntRange(min = 1, max = 4) int maxRequests,
      @ForAll @IntRange(min = 1, max = 300) int maxBytes) {
    InFlight inFlight = new InFlight(maxRequests, maxBytes);
    List<InFlight.Share> open = new ArrayList<>();
    IdentityHashMap<InFlight.Share, Long> held = new IdentityHashMap<>();
    for (int step : steps) {
      if (step % 3 == 0) {
        InFlight.Share asked = inFlight.share();
        if (!isRefused(asked::enter)) {
          open.add(asked);
          held.put(asked, 0L);
        }
      } else if (!open.isEmpty() && step % 3 == 1) {
        InFlight.Share growing = open.get(step % open.size());
        if (!isRefused(() -> growing.hold(step))) {
          held.put(growing, (long) step);
        }
      } else if (!open.isEmpty()) {
        InFlight.Share ending = open.remove(step % open.size());
        ending.close();
        held.remove(ending);
      }
      long bytes = held.values().stream().mapToLong(Long::longValue).sum();
      assertThat(inFlight.requests()).isEqualTo(held.size()).isLessThanOrEqualTo(maxRequests);
      assertThat(inFlight.bytes()).isEqualTo(bytes).isLessThanOrEqualTo(maxBytes);
    }
    open.forEach(InFlight.Share::close);

    assertThat(inFlight.requests()).isZero();
    assertThat(inFlight.bytes()).isZero();
  }
}
