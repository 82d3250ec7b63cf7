package io.github.rossumext.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.exchange.FakeExchange;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BodyReaderTest {
  private static final int LIMIT = 32 * 1024 * 1024;
  private static final int TRUSTED = 4 * 1024;

  @Test
  void aDeclaredLengthIsNotBelievedBeforeTheBytesArrive() throws Exception {
    Source in = new Source(1000);
    FakeExchange request = declaring(LIMIT, in);
    assertThatThrownBy(() -> reader(request, LIMIT).read())
        .isInstanceOf(RejectedException.class)
        .hasMessageStartingWith("body broken off after 1000 of 33554432 bytes");
    assertThat(in.largestBuffer).isLessThanOrEqualTo(TRUSTED);
  }

  @Test
  void theBufferStaysWithinASmallMultipleOfWhatHasArrived() throws Exception {
    for (int arriving = TRUSTED; arriving < 20_000_000; arriving *= 2) {
      Source in = new Source(arriving);
      FakeExchange request = declaring(LIMIT, in);
      assertThatThrownBy(() -> reader(request, LIMIT).read()).isInstanceOf(RejectedException.class);
      assertThat(in.largestBuffer).isLessThanOrEqualTo(8 * arriving);
    }
  }

  @Test
  void anHonestLengthIsReadIntoOneBufferOfItsSize() throws Exception {
    Source in = new Source(100_000);
    byte[] body = reader(declaring(100_000, in), LIMIT).read();
    assertThat(body == in.lastBuffer).isTrue(); // not isSameAs, which would print both
    assertThat(body.length).isEqualTo(100_000);
  }

  @Test
  void anHonestLengthThatIsLargeEndsInABufferOfItsSize() throws Exception {
    Source in = new Source(1_500_000);
    byte[] body = reader(declaring(1_500_000, in), LIMIT).read();
    assertThat(body == in.lastBuffer).isTrue();
    assertThat(body.length).isEqualTo(1_500_000);
  }

  @Test
  void aStreamThatGivesMoreThanWasDeclaredIsReadToItsEnd() throws Exception {
    byte[] body = reader(declaring(10, new Source(5000)), LIMIT).read();
    assertThat(body).isEqualTo(Source.bytes(5000));
  }

  @Test
  void aStreamThatGivesMoreThanADeclaredLengthOfTheLimitIsTooLarge() {
    FakeExchange request = declaring(100, new Source(101));
    assertThatThrownBy(() -> reader(request, 100).read())
        .isInstanceOf(RejectedException.class)
        .hasMessage("body too large, more than 100 bytes");
  }

  @Test
  void aStreamThatGivesMoreThanWasDeclaredAndThanTheLimitIsTooLarge() {
    FakeExchange request = declaring(10, new Source(101));
    assertThatThrownBy(() -> reader(request, 100).read())
        .isInstanceOf(RejectedException.class)
        .hasMessage("body too large, more than 100 bytes");
  }

  /** A clock that advances by so much each time somebody looks. */
  private static BodyReader slow(FakeExchange exchange, long millis) {
    AtomicLong now = new AtomicLong();
    return new BodyReader(
        exchange,
        10_000_000,
        new InFlight(1, Long.MAX_VALUE).share(),
        () -> TimeUnit.MILLISECONDS.toNanos(now.getAndAdd(millis)));
  }

  private static InputStream inPieces(Source in, int size) {
    return new FilterInputStream(in) {
      @Override
      public int read(byte[] buffer, int from, int length) throws IOException {
        return super.read(buffer, from, Math.min(length, size));
      }
    };
  }

  private static void assertTooSlow(BodyReader reader, String found) {
    assertThatThrownBy(reader::read)
        .isInstanceOf(RejectedException.class)
        .hasMessageStartingWith("body too slow, " + found);
  }

  @Test
  void aBodyThatTricklesIsGivenUpAfterSixSeconds() {
    Source in = new Source(1000);
    BodyReader reader = slow(declaring(1000, inPieces(in, 1)), 1000);
    assertTooSlow(reader, "6 bytes in ");
    reader.drain();
    assertThat(in.given).isEqualTo(6);
  }

  @Test
  void aBodyThatIsWholeIsReadHoweverLateItIs() throws Exception {
    assertThat(slow(declaring(500, new Source(500)), 60_000).read()).hasSize(500);
  }

  @Test
  void aKibibyteASecondIsEnough() throws Exception {
    Source in = new Source(20 * 1024);
    assertThat(slow(declaring(-1, inPieces(in, 1024)), 1000).read()).hasSize(20 * 1024);
  }

  @Test
  void lessThanAKibibyteASecondIsTooLittle() {
    assertTooSlow(
        slow(declaring(-1, inPieces(new Source(20 * 1024), 1023)), 1000), "5120 bytes in 7 s");
  }

  @Test
  void aBodyThatIsFastEnoughIsStillGivenUpAfterHalfAMinute() {
    BodyReader reader = slow(declaring(-1, inPieces(new Source(5_000_000), 100_000)), 1000);
    assertThatThrownBy(reader::read)
        .isInstanceOf(RejectedException.class)
        .hasMessageMatching("body too slow, [0-9]+ bytes in 32 s");
  }

  @Test
  void theRestOfARejectedBodyIsGivenUpToo() {
    Source in = new Source(1000);
    slow(declaring(1000, inPieces(in, 1)), 1000).drain();
    assertThat(in.given).isBetween(4, 6);
  }

  @Nested
  class Draining {
    @Test
    void endsAtTwiceTheLimitWhenNothingWasRead() throws Exception {
      Source in = new Source(1_000_000);
      reader(declaring(1_000_000, in), 1000).drain();
      assertThat(in.given).isEqualTo(2000);
    }

    @Test
    void endsAtTwiceTheLimitInAllWhenSomethingWasRead() throws Exception {
      Source in = new Source(1_000_000);
      BodyReader reader = reader(declaring(-1, in), 1000);
      assertThatThrownBy(() -> reader.read()).isInstanceOf(RejectedException.class);
      assertThat(in.given).isEqualTo(1001);
      reader.drain();
      assertThat(in.given).isEqualTo(2000);
    }

    @Test
    void endsWithTheBody() {
      Source in = new Source(1500);
      reader(declaring(1500, in), 1000).drain();
      assertThat(in.given).isEqualTo(1500);
      assertThat(in.ended).isTrue();
    }

    @Test
    void doesNotBeginWhereTheClientWaitsForContinue() {
      Source in = new Source(1500);
      FakeExchange request = declaring(1500, in).with("Expect", "100-Continue");
      reader(request, 1000).drain();
      assertThat(in.given).isZero();
    }

    @Test
    void goesOnWhereTheClientHasBeenToldToContinue() {
      Source in = new Source(1500);
      FakeExchange request = declaring(-1, in).with("Expect", "100-continue");
      BodyReader reader = reader(request, 1000);
      assertThatThrownBy(() -> reader.read()).isInstanceOf(RejectedException.class);
      reader.drain();
      assertThat(in.given).isEqualTo(1500);
    }

    @Test
    void isDoneBeforeTheResponseIfTheServerAsksForIt() {
      Source in = new Source(1500);
      FakeExchange request = declaring(1500, in).drainedFirst();
      reader(request, 1000).drainBeforeResponse();
      assertThat(in.ended).isTrue();
    }

    @Test
    void isNotDoneBeforeTheResponseOtherwise() {
      Source in = new Source(1500);
      reader(declaring(1500, in), 1000).drainBeforeResponse();
      assertThat(in.given).isZero();
    }

    @Test
    void neverThrows() throws IOException {
      InputStream broken = InputStream.nullInputStream();
      broken.close();
      reader(declaring(10, broken), 1000).drain();
      FakeExchange consumed =
          new FakeExchange("POST", broken) {
            @Override
            public InputStream body() {
              throw new IllegalStateException("reader");
            }
          };
      reader(consumed, 1000).drain();
    }
  }

  private static FakeExchange declaring(long length, InputStream in) {
    return new FakeExchange("POST", in).declaring(length);
  }

  private static BodyReader reader(FakeExchange exchange, int limit) {
    return new BodyReader(exchange, limit, new InFlight(1, Long.MAX_VALUE).share());
  }

  /** Gives so many bytes, and remembers what it was asked for. */
  private static final class Source extends ByteArrayInputStream {
    int given;
    int largestBuffer;
    byte[] lastBuffer = new byte[0];
    boolean ended;

    Source(int length) {
      super(bytes(length));
    }

    static byte[] bytes(int length) {
      byte[] bytes = new byte[length];
      for (int i = 0; i < length; i++) {
        bytes[i] = (byte) (i * 31);
      }
      return bytes;
    }

    @Override
    public synchronized int read() {
      int next = super.read();
      count(next < 0 ? -1 : 1);
      return next;
    }

    @Override
    public synchronized int read(byte[] buffer, int offset, int length) {
      largestBuffer = Math.max(largestBuffer, buffer.length);
      if (length > 0) {
        lastBuffer = buffer;
      }
      int more = super.read(buffer, offset, length);
      count(more);
      return more;
    }

    private void count(int more) {
      ended |= more < 0;
      given += Math.max(0, more);
    }
  }
}
