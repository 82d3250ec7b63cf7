package io.github.rossumext.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @Nested
  class AHook {
    private final SimulatedHook hook =
        SimulatedHook.of(StubTransport.responding("{}"), Order.SECRET);

    @ParameterizedTest
    @ValueSource(strings = {"annotation_content", ".initialize", "annotation_content.", ""})
    void isRegisteredForEventsWithTheirActions(String event) {
      assertThatThrownBy(() -> hook.withEvents(event))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("annotation_content.initialize");
    }

    @Test
    void takesTheLeastAndTheMostThatRossumTakes() {
      for (int retries : List.of(0, 4)) {
        assertThat(hook.withRetryCount(retries).retries()).isEqualTo(retries);
      }
      for (Duration time : List.of(Duration.ZERO, Duration.ofHours(2))) {
        assertThat(hook.withTokenLifetime(time).tokenLifetime()).contains(time);
      }
      for (Duration time : List.of(Duration.ZERO, Duration.ofMinutes(1))) {
        assertThat(hook.withTimeout(time).timeout(false)).isEqualTo(time);
      }
      for (Duration time : List.of(Duration.ZERO, Duration.ofHours(1))) {
        assertThat(hook.withMaxPollingTime(time).maxPolling(EventKind.upload())).isEqualTo(time);
      }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5})
    void isRetriedFourTimesAtMost(int retries) {
      assertThatThrownBy(() -> hook.withRetryCount(retries))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 61})
    void isWaitedForAMinuteAtMost(int seconds) {
      assertThatThrownBy(() -> hook.withTimeout(Duration.ofSeconds(seconds)))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3601})
    void isPolledForAnHourAtMost(int seconds) {
      assertThatThrownBy(() -> hook.withMaxPollingTime(Duration.ofSeconds(seconds)))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void staysAsItIsWhenAnotherIsMadeOfIt() {
      SimulatedHook other = hook.withName("other").withRetryCount(1);

      assertThat(other.name()).isEqualTo("other");
      assertThat(other.retries()).isEqualTo(1);
      assertThat(hook.retries()).isEqualTo(4);
      assertThat(other).hasToString("SimulatedHook[other]");
    }
  }

  @Nested
  class AQueue {
    @Test
    void takesExtractionsFromEightyPercent() {
      assertThat(QueueSettings.defaults().scoreThreshold()).isEqualByComparingTo("0.8");
    }

    @Test
    void mayAskForMore() {
      assertThat(QueueSettings.defaults().withScoreThreshold(0.95).scoreThreshold())
          .isEqualByComparingTo(new BigDecimal("0.95"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void asksForNothingBeyondCertainty(double threshold) {
      assertThatThrownBy(() -> QueueSettings.defaults().withScoreThreshold(threshold))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void mayAskForNothingOrForCertainty(double threshold) {
      assertThat(QueueSettings.defaults().withScoreThreshold(threshold).scoreThreshold())
          .isEqualByComparingTo(BigDecimal.valueOf(threshold));
    }

    @Test
    void showsItsSettings() {
      assertThat(QueueSettings.defaults()).hasToString("QueueSettings[NEVER, score threshold 0.8]");
      assertThat(QueueSettings.defaults().withConfirmedState())
          .hasToString("QueueSettings[NEVER, score threshold 0.8, with confirmed state]");
    }

    @Test
    void withAHigherThresholdValidatesLess() {
      RossumSimulator rossum =
          Order.simulator("{}").queue(QueueSettings.defaults().withScoreThreshold(0.94));
      rossum.initialize();

      assertThat(rossum.field("amount").validationSources()).isNotEmpty();
      assertThat(rossum.field("order_id").validationSources()).isEmpty();
    }
  }

  @Nested
  class AVirtualClock {
    private final Instant start = Instant.parse("2025-01-01T00:00:00Z");
    private final VirtualClock clock = VirtualClock.of(start);

    @Test
    void movesOnlyWhenItIsTold() {
      assertThat(clock.instant()).isEqualTo(start);
      clock.advance(Duration.ofSeconds(31));
      assertThat(clock.instant()).isEqualTo(start.plusSeconds(31));
    }

    @Test
    void showsItsMoment() {
      assertThat(clock).hasToString("VirtualClock[2025-01-01T00:00:00Z]");
    }

    @Test
    void doesNotGoBack() {
      assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotGoRound() {
      Duration most = Duration.ofNanos(Long.MAX_VALUE);
      clock.advance(most);

      for (Duration time : List.of(Duration.ofNanos(1), most.plusNanos(1))) {
        assertThatThrownBy(() -> clock.advance(time)).isInstanceOf(IllegalArgumentException.class);
      }
      assertThat(clock.instant()).isEqualTo(start.plus(most));
    }

    @Test
    void tellsTheSameTimeInAnotherZone() {
      ZoneId prague = ZoneId.of("Europe/Prague");
      clock.advance(Duration.ofSeconds(1));

      assertThat(clock.withZone(prague).instant()).isEqualTo(clock.instant());
      assertThat(clock.withZone(prague).getZone()).isEqualTo(prague);
    }
  }

  @Test
  void nothingPrintsAValueOrASecret() {
    RossumSimulator rossum =
        Order.simulator(
            Order.operations("{'op':'replace','id':101,'value':{'content':{'value':'B77'}}}"));
    rossum.initialize();

    assertThat(rossum.toString() + rossum.field("order_id") + rossum.row("lines", 0))
        .isEqualTo("RossumSimulator[1 exchanges, 0 problems]the field 'order_id'row 'lines[0]'");
    assertThat(rossum.exchanges().get(0))
        .hasToString("annotation_content.initialize → 200, 1 operations, 0 messages, 0 problems");
    assertThat(rossum.exchanges().get(0).operations()).hasToString("[replace order_id]");
  }
}
