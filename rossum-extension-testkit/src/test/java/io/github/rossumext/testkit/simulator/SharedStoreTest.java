package io.github.rossumext.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.delivery.Delivery;
import io.github.rossumext.delivery.DeliveryClaim;
import io.github.rossumext.delivery.InMemoryDeliveryStore;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The store that the nodes of a test share, and the way of a node to it. */
class SharedStoreTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final VirtualClock clock = VirtualClock.create();
  private final InMemoryDeliveryStore store = InMemoryDeliveryStore.of(10, clock);
  private final SharedStore shared = new SharedStore(store, clock);
  private final SharedStore.Way way = shared.new Way();
  private final SharedStore.Way other = shared.new Way();

  private static DeliveryClaim claim(String id) {
    return DeliveryClaim.of(id, "body of " + id, DAY, DAY);
  }

  @Test
  void theWayOfAKilledNodeLeadsNowhere() throws Exception {
    Delivery run = way.claim(claim("a"));
    way.cut();

    for (ThrowingCallable use :
        List.<ThrowingCallable>of(
            () -> way.claim(claim("b")),
            () -> way.find("a"),
            () -> way.runAgain(run),
            () -> way.beat(run),
            () -> way.complete(run.withResponse(200, new byte[0])),
            () -> way.deleteExpired(Duration.ZERO))) {
      assertThatThrownBy(use)
          .isInstanceOf(IOException.class)
          .hasMessage("The node was killed, as the test says.");
    }
    assertThat(other.find("a")).map(Delivery::state).contains(Delivery.State.RUNNING);
    assertThat(store).hasToString("InMemoryDeliveryStore[1 deliveries]");
  }

  @Test
  void aNodeBeatsCompletesAndDeletesInTheStore() throws Exception {
    Delivery run = way.claim(claim("a"));

    assertThat(way.beat(run)).isTrue();
    assertThat(store.find("a").orElseThrow().beats()).isEqualTo(run.beats() + 1);
    assertThat(way.complete(run.withResponse(200, new byte[0]))).isTrue();
    assertThat(way.complete(run.withResponse(200, new byte[0]))).isFalse();
    assertThat(way.beat(run)).isFalse();

    clock.advance(Duration.ofDays(2));
    assertThat(store).hasToString("InMemoryDeliveryStore[1 deliveries]");
    way.deleteExpired(DAY);
    assertThat(store).hasToString("InMemoryDeliveryStore[0 deliveries]");
    assertThat(way.find("a")).isEmpty();
  }

  @Test
  void runsOfNodesThatAreUpBeatWhileTheClockIsMoved() throws Exception {
    Delivery lost = way.claim(claim("a"));
    Delivery running = other.claim(claim("b"));
    way.cut();
    clock.advance(Duration.ofMinutes(1));

    other.find("b");

    assertThat(store.find("a").orElseThrow().beats()).isEqualTo(lost.beats());
    assertThat(store.find("b").orElseThrow().beats()).isEqualTo(running.beats() + 1);
  }

  @Test
  void aRunIsNotMadeToBeatBeforeItsTime() throws Exception {
    Delivery running = way.claim(claim("a"));

    way.find("a");

    assertThat(store.find("a").orElseThrow().beats()).isEqualTo(running.beats());
  }

  @Test
  void timePassesUntilALostRunIsNoticed() throws Exception {
    way.claim(claim("a"));
    other.find("a");
    assertThat(clock.instant()).isEqualTo(VirtualClock.create().instant());

    way.cut();
    other.find("a");

    assertThat(clock.instant()).isAfter(VirtualClock.create().instant());
  }

  @Test
  void noTimePassesForARunThatEnded() throws Exception {
    Delivery run = way.claim(claim("a"));
    way.complete(run.withResponse(200, new byte[0]));
    way.cut();

    other.find("a");

    assertThat(clock.instant()).isEqualTo(VirtualClock.create().instant());
  }
}
