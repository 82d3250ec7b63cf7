package io.github.rossumext.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.rossumext.exchange.FakeExchange;
import java.io.ByteArrayInputStream;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BodyReaderProperties {
  private static final int LIMIT = 3_000_000;

  @Property(tries = 100)
  void givesTheBytesWhateverThePortionsTheyArriveIn(
      @ForAll @IntRange(max = LIMIT) int length,
      @ForAll @IntRange(min = 1, max = 500_000) int portion,
      @ForAll boolean declared)
      throws Exception {
    byte[] body = bytes(length);
    assertThat(read(body, portion, declared ? length : -1)).isEqualTo(body);
  }

  @Property(tries = 100)
  void givesTheWholeStreamOrRejectsWhateverLengthIsDeclared(
      @ForAll @IntRange(max = LIMIT + 1000) int length,
      @ForAll @IntRange(min = 1, max = 500_000) int portion,
      @ForAll @IntRange(min = -1, max = LIMIT + 1000) int declared) {
    byte[] body = bytes(length);
    Throwable problem =
        catchThrowable(() -> assertThat(read(body, portion, declared)).isEqualTo(body));
    if (length > LIMIT || declared > LIMIT || declared > length) {
      assertThat(problem).isInstanceOf(RejectedException.class);
    } else {
      assertThat(problem).isNull();
    }
  }

  private static byte[] read(byte[] body, int portion, long declared) throws RejectedException {
    ByteArrayInputStream in =
        new ByteArrayInputStream(body) {
          @Override
          public synchronized int read(byte[] buffer, int offset, int length) {
            return super.read(buffer, offset, Math.min(length, portion));
          }
        };
    return new BodyReader(
            new FakeExchange("POST", in).declaring(declared),
            LIMIT,
            new InFlight(1, Long.MAX_VALUE).share())
        .read();
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
