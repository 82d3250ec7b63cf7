package io.github.rossumext.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a client waits before it calls again. */
class RepetitionTest {
  private static final Instant NOW = Instant.parse("2026-04-26T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "' 7 ', 7",
    "3600, 60",
    "99999999999999999999, 60",
    "'Sun, 26 Apr 2026 10:00:05 GMT', 5",
    "'Sun, 26 Apr 2026 11:00:00 GMT', 60",
  })
  void readsSecondsAndDates(String header, long seconds) {
    assertThat(Repetition.parse(header, NOW)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "soon", "1.5", "Sun, 26 Apr 2026 09:59:59 GMT", "٣"})
  void ignoresThePastAndWhatItCannotRead(String header) {
    assertThat(Repetition.parse(header, NOW)).isEmpty();
  }

  @Test
  void aWriteIsSentAgainOnlyIfItHasNotLeft() {
    Call write = Call.of("POST", URI.create("https://acme.rossum.app/api/v1/emails/send"));

    assertThat(Repetition.isWorthwhile(write, new ConnectException("refused"))).isTrue();
    assertThat(Repetition.isWorthwhile(write, new HttpConnectTimeoutException("late"))).isTrue();
    assertThat(Repetition.isWorthwhile(write, new HttpTimeoutException("late"))).isFalse();
    assertThat(Repetition.isWorthwhile(write, new IOException("reset"))).isFalse();
    assertThat(Repetition.isWorthwhile(write.repeatable(), new IOException("reset"))).isTrue();
  }

  @Test
  void aHostWithoutAnAddressIsNotTriedAgain() {
    Call read = Call.of("GET", URI.create("https://acme.rossum.app/api/v1/labels"));
    ConnectException unresolved = new ConnectException();
    unresolved.initCause(new ConnectException().initCause(new UnresolvedAddressException()));

    assertThat(Repetition.isWorthwhile(read, unresolved)).isFalse();
    assertThat(Repetition.isWorthwhile(read, new UnknownHostException("acme"))).isFalse();
  }

  @Test
  void doublesItsOwnPauseAndAddsUpToHalf() {
    assertThat(Repetition.pause(1, Optional.empty(), NOW))
        .isBetween(Duration.ofMillis(500), Duration.ofMillis(750));
    assertThat(Repetition.pause(3, Optional.empty(), NOW))
        .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
  }

  @Test
  void waitsAtLeastAsLongAsRossumAsks() {
    assertThat(Repetition.pause(1, Optional.of("10"), NOW))
        .isBetween(Duration.ofSeconds(10), Duration.ofMillis(10_250));
  }
}
