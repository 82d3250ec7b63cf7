package io.github.rossumext.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.value.Secret;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When the next call with a token may leave. */
class TokenBucketsTest {
  private static final Token TOKEN = Token.of(Secret.of("one"));
  private static final long LONG = Duration.ofMinutes(1).toNanos();

  private final TestTime time = new TestTime();
  private final TokenBuckets buckets = new TokenBuckets(time);

  private long reserve(Token token) {
    return buckets.reserve(token, 10, LONG).orElseThrow() / 1_000_000;
  }

  @Test
  void tenLeaveAtOnceAndTheNextOneEachTenthOfASecond() {
    List<Long> waits = IntStream.range(0, 13).mapToObj(i -> reserve(TOKEN)).toList();

    assertThat(waits).containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 100L, 200L, 300L);
  }

  @Test
  void aSecondLaterTenLeaveAgain() {
    IntStream.range(0, 10).forEach(i -> reserve(TOKEN));
    time.pass(Duration.ofSeconds(1));

    assertThat(IntStream.range(0, 10).mapToLong(i -> reserve(TOKEN)).sum()).isZero();
    assertThat(reserve(TOKEN)).isEqualTo(100);
  }

  @Test
  void eachTokenHasItsOwn() {
    IntStream.range(0, 10).forEach(i -> reserve(TOKEN));

    assertThat(reserve(Token.of(Secret.of("another")))).isZero();
  }

  @Test
  void whoCannotWaitTakesNoPlace() {
    IntStream.range(0, 12).forEach(i -> reserve(TOKEN));

    assertThat(buckets.reserve(TOKEN, 10, 1)).isEmpty();
    assertThat(reserve(TOKEN)).isEqualTo(300);
  }

  @Test
  void forgetsATokenAfterAMinuteWithoutUse() {
    Token another = Token.of(Secret.of("another"));
    reserve(TOKEN);
    time.pass(Duration.ofSeconds(30));
    reserve(another);
    time.pass(Duration.ofSeconds(31));
    assertThat(buckets.size()).isEqualTo(2);

    reserve(another);

    assertThat(buckets.size()).as("also if the next call has a known token").isEqualTo(1);
  }

  @Test
  void remembersAThousandTokensAndForgetsTheOldestFirst() {
    IntStream.range(0, 10).forEach(i -> reserve(TOKEN));
    for (int i = 0; i < TokenBuckets.MAX_TOKENS - 1; i++) {
      reserve(Token.of(Secret.of("token-" + i)));
    }
    assertThat(buckets.reserve(TOKEN, 10, 1)).isEmpty();

    time.pass(Duration.ofNanos(1));
    reserve(TOKEN);
    reserve(Token.of(Secret.of("one-too-many")));

    assertThat(buckets.size()).isEqualTo(TokenBuckets.MAX_TOKENS);
    assertThat(buckets.reserve(TOKEN, 10, 1)).as("it was used last").isEmpty();
  }
}
