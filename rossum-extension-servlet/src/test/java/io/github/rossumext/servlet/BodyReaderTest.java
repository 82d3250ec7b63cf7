package io.github.rossumext.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.HookEndpoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BodyReaderTest {
  private static final HookEndpoint ENDPOINT = Endpoints.endpoint();
  private static final int TRUSTED = 256 * 1024;

  @Test
  void aDeclaredLengthIsNotBelievedBeforeTheBytesArrive() throws Exception {
    Source in = new Source(1000);
    FakeRequest request = FakeRequest.declaring(HookEndpoint.DEFAULT_MAX_BODY_BYTES, in);
    assertThatThrownBy(() -> new BodyReader(request.asRequest(), ENDPOINT).read(ENDPOINT.admit()))
        .isInstanceOf(RejectedException.class)
        .hasMessageStartingWith("body broken off after 1000 of 33554432 bytes");
    assertThat(in.largestBuffer).isLessThanOrEqualTo(TRUSTED);
  }

  @Test
  void theBufferStaysWithinASmallMultipleOfWhatHasArrived() throws Exception {
    for (int arriving = TRUSTED; arriving < 20_000_000; arriving *= 2) {
      Source in = new Source(arriving);
      FakeRequest request = FakeRequest.declaring(HookEndpoint.DEFAULT_MAX_BODY_BYTES, in);
      assertThatThrownBy(() -> new BodyReader(request.asRequest(), ENDPOINT).read(ENDPOINT.admit()))
          .isInstanceOf(RejectedException.class);
      assertThat(in.largestBuffer).isLessThanOrEqualTo(16 * arriving);
    }
  }

  @Test
  void anHonestLengthIsReadIntoOneBufferOfItsSize() throws Exception {
    Source in = new Source(100_000);
    byte[] body =
        new BodyReader(FakeRequest.declaring(100_000, in).asRequest(), ENDPOINT)
            .read(ENDPOINT.admit());
    assertThat(body == in.lastBuffer).isTrue(); // not isSameAs, which would print both
    assertThat(body.length).isEqualTo(100_000);
  }

  @Test
  void anHonestLengthThatIsLargeEndsInABufferOfItsSize() throws Exception {
    Source in = new Source(1_500_000);
    byte[] body =
        new BodyReader(FakeRequest.declaring(1_500_000, in).asRequest(), ENDPOINT)
            .read(ENDPOINT.admit());
    assertThat(body == in.lastBuffer).isTrue();
    assertThat(body.length).isEqualTo(1_500_000);
  }

  /** As the streams of filters do. */
  @Test
  void aStreamThatDoesNotSayWhetherItIsFinishedIsNot() throws Exception {
    FakeRequest request =
        new FakeRequest(
            -1, Map.of("Transfer-Encoding", "chunked"), () -> new FilterStream(new Source(0)));
    assertThat(new BodyReader(request.asRequest(), ENDPOINT).read(ENDPOINT.admit())).isEmpty();
  }

  @Test
  void aStreamThatGivesMoreThanWasDeclaredIsReadToItsEnd() throws Exception {
    byte[] body =
        new BodyReader(FakeRequest.declaring(10, new Source(5000)).asRequest(), ENDPOINT)
            .read(ENDPOINT.admit());
    assertThat(body).isEqualTo(Source.bytes(5000));
  }

  @Test
  void aStreamThatGivesMoreThanADeclaredLengthOfTheLimitIsTooLarge() {
    HookEndpoint endpoint = Endpoints.limitedTo(100);
    FakeRequest request = FakeRequest.declaring(100, new Source(101));
    assertThatThrownBy(() -> new BodyReader(request.asRequest(), endpoint).read(endpoint.admit()))
        .isInstanceOf(RejectedException.class)
        .hasMessage("body too large, more than 100 bytes");
  }

  @Test
  void aStreamThatGivesMoreThanWasDeclaredAndThanTheLimitIsTooLarge() {
    HookEndpoint endpoint = Endpoints.limitedTo(100);
    FakeRequest request = FakeRequest.declaring(10, new Source(101));
    assertThatThrownBy(() -> new BodyReader(request.asRequest(), endpoint).read(endpoint.admit()))
        .isInstanceOf(RejectedException.class)
        .hasMessage("body too large, more than 100 bytes");
  }

  @Nested
  class Draining {
    private final HookEndpoint endpoint = Endpoints.limitedTo(1000);

    @Test
    void endsAtTwiceTheLimitWhenNothingWasRead() throws Exception {
      Source in = new Source(1_000_000);
      new BodyReader(FakeRequest.declaring(1_000_000, in).asRequest(), endpoint).drain();
      assertThat(in.given).isEqualTo(2000);
    }

    @Test
    void endsAtTwiceTheLimitInAllWhenSomethingWasRead() throws Exception {
      Source in = new Source(1_000_000);
      BodyReader reader = new BodyReader(FakeRequest.declaring(-1, in).asRequest(), endpoint);
      assertThatThrownBy(() -> reader.read(endpoint.admit())).isInstanceOf(RejectedException.class);
      assertThat(in.given).isEqualTo(1001);
      reader.drain();
      assertThat(in.given).isEqualTo(2000);
    }

    @Test
    void endsWithTheBody() {
      Source in = new Source(1500);
      new BodyReader(FakeRequest.declaring(1500, in).asRequest(), endpoint).drain();
      assertThat(in.given).isEqualTo(1500);
      assertThat(in.ended).isTrue();
    }

    @Test
    void doesNotBeginWhereTheClientWaitsForContinue() {
      Source in = new Source(1500);
      FakeRequest request =
          new FakeRequest(1500, Map.of("Expect", "100-Continue"), () -> new FilterStream(in));
      new BodyReader(request.asRequest(), endpoint).drain();
      assertThat(in.given).isZero();
    }

    @Test
    void goesOnWhereTheClientHasBeenToldToContinue() {
      Source in = new Source(1500);
      FakeRequest request =
          new FakeRequest(-1, Map.of("Expect", "100-continue"), () -> new FilterStream(in));
      BodyReader reader = new BodyReader(request.asRequest(), endpoint);
      assertThatThrownBy(() -> reader.read(endpoint.admit())).isInstanceOf(RejectedException.class);
      reader.drain();
      assertThat(in.given).isEqualTo(1500);
    }

    @Test
    void isDoneBeforeTheAnswerInHttp2() {
      Source in = new Source(1500);
      FakeRequest request =
          new FakeRequest(1500, Map.of(":protocol", "HTTP/2.0"), () -> new FilterStream(in));
      new BodyReader(request.asRequest(), endpoint).drainStream();
      assertThat(in.ended).isTrue();
    }

    @Test
    void isNotDoneBeforeTheAnswerInHttp1() {
      Source in = new Source(1500);
      new BodyReader(FakeRequest.declaring(1500, in).asRequest(), endpoint).drainStream();
      assertThat(in.given).isZero();
    }

    @Test
    void neverThrows() throws IOException {
      InputStream broken = InputStream.nullInputStream();
      broken.close();
      new BodyReader(FakeRequest.declaring(10, broken).asRequest(), endpoint).drain();
      FakeRequest consumed =
          new FakeRequest(
              10,
              Map.of(),
              () -> {
                throw new IllegalStateException("reader");
              });
      new BodyReader(consumed.asRequest(), endpoint).drain();
    }
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
