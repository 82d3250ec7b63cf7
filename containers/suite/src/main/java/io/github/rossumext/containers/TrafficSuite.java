package io.github.rossumext.containers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.containers.Rejections.Rejected;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Rossum, the proxies in between and unlucky networks send over HTTP/1.1. */
public abstract class TrafficSuite extends ContainerSuite {
  private static final String EXPECT = "Expect: 100-continue";

  /** Whether the container keeps a connection after an answer of this status. */
  protected boolean keepsAfter(int status) {
    return true;
  }

  /** Whether the container answers {@code Expect: 100-continue} before the extension reads. */
  protected boolean continuesAtOnce() {
    return false;
  }

  static Stream<Fixture> fixtures() {
    return Fixtures.all().stream()
        .filter(fixture -> !fixture.payload().eventAndAction().equals("annotation_content.export"));
  }

  static Stream<Rejected> rejections() {
    return Rejections.all().stream();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void everyEventIsAnswered(Fixture fixture) throws Exception {
    try (RawConnection connection = connect()) {
      Answer answer = connection.send(Wire.signed(fixture.bytes())).answer();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.isJson()).isTrue();
    }
  }

  @Test
  void theAnswerHasItsLength() throws Exception {
    try (RawConnection connection = connect()) {
      Answer answer = connection.send(GOOD).answer();
      assertIsTheExtensionsAnswer(answer);
      assertThat(answer.headers())
          .containsEntry("Content-Length", String.valueOf(answer.body().length()));
    }
  }

  @Test
  void thePageIsThereForBrowsersAndItsHeadForHead() throws Exception {
    try (RawConnection connection = connect()) {
      Answer page = connection.send(Wire.of("GET")).answer();
      Answer head = connection.send(Wire.of("HEAD")).answerToHead();
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.body()).contains("annotation_content");
      assertThat(head.status()).isEqualTo(200);
      assertThat(head.headers())
          .containsEntry("Content-Length", page.headers().get("Content-Length"));
      assertServesAGoodRequest(connection);
    }
  }

  @Nested
  class Chunks {
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000, 1_000_000})
    void ofAnySizeGiveTheWholeBody(int size) throws Exception {
      try (RawConnection connection = connect()) {
        connection.send(Wire.signedInChunks(INVOICE, size));
        assertIsTheExtensionsAnswer(connection.answer());
        assertServesAGoodRequest(connection);
      }
    }

    @Test
    void mayHaveExtensionsAndTrailers() throws Exception {
      String size = Integer.toHexString(INVOICE.length);
      Wire request =
          Wire.signedInChunks(INVOICE, INVOICE.length)
              .body(
                  (size
                          + ";name=value\r\n"
                          + new String(INVOICE, ISO_8859_1)
                          + "\r\n0\r\nX-Trailer: x\r\n\r\n")
                      .getBytes(ISO_8859_1));
      try (RawConnection connection = connect()) {
        assertIsTheExtensionsAnswer(connection.send(request).answer());
        assertServesAGoodRequest(connection);
      }
    }
  }

  @Nested
  class ExpectContinue {
    @Test
    void isToldToContinueAndThenAnswered() throws Exception {
      Wire request = GOOD.header(EXPECT);
      try (RawConnection connection = connect()) {
        assertThat(connection.bytes(request.head()).answer().status()).isEqualTo(100);
        assertIsTheExtensionsAnswer(connection.bytes(request.body()).answer());
        assertServesAGoodRequest(connection);
      }
    }

    @Test
    void isToldToContinueWithChunksToo() throws Exception {
      Wire request = Wire.signedInChunks(INVOICE, 1000).header(EXPECT);
      try (RawConnection connection = connect()) {
        assertThat(connection.bytes(request.head()).answer().status()).isEqualTo(100);
        assertIsTheExtensionsAnswer(connection.bytes(request.body()).answer());
        assertServesAGoodRequest(connection);
      }
    }

    @Test
    void isAnsweredAlsoWhereTheClientDoesNotWait() throws Exception {
      try (RawConnection connection = connect()) {
        Answer answer = connection.send(GOOD.header(EXPECT)).answer();
        assertIsTheExtensionsAnswer(answer.status() == 100 ? connection.answer() : answer);
        assertServesAGoodRequest(connection);
      }
    }

    @Test
    void isTurnedDownWithoutContinueWhereTheLengthSaysEnough() throws Exception {
      Wire request =
          Wire.of("POST")
              .header("Content-Type: application/json")
              .header("Content-Length: " + (Extension.MAX_BODY_BYTES + 1))
              .header(EXPECT);
      assertIsTurnedDown(request, 413);
    }

    @Test
    void isTurnedDownWithoutContinueWhereTheContentTypeSaysEnough() throws Exception {
      assertIsTurnedDown(GOOD.without("Content-Type").header(EXPECT), 415);
    }

    @Test
    void isTurnedDownWithoutContinueWhereTheMethodSaysEnough() throws Exception {
      assertIsTurnedDown(Wire.of("PUT").withLength(INVOICE).header(EXPECT), 405);
    }

    // The client will not send its body now, or may: a server that kept the connection could not
    // tell whether a body or a request comes next.
    private void assertIsTurnedDown(Wire request, int status) throws Exception {
      try (RawConnection connection = connect()) {
        connection.bytes(request.head());
        if (continuesAtOnce()) {
          assertThat(connection.answer().status()).isEqualTo(100);
        }
        assertThat(connection.answer().status()).isEqualTo(status);
        assertThat(connection.answerOrEnd().status()).isEqualTo(Answer.CLOSED);
      }
      assertServesAGoodRequest();
    }
  }

  @Nested
  class OneConnection {
    @ParameterizedTest
    @MethodSource("io.github.rossumext.containers.TrafficSuite#rejections")
    void servesTheNextRequestAfterARejection(Rejected rejected) throws Exception {
      try (RawConnection connection = connect()) {
        Answer answer = connection.send(rejected.request()).answer();
        assertThat(answer.status()).isEqualTo(rejected.status());
        assertThat(answer.isJson()).isTrue();
        assertThat(answer.body()).startsWith("{\"messages\":[{\"type\":\"error\"");
        if (keepsAfter(answer.status())) {
          assertServesAGoodRequest(connection);
        } else {
          assertThat(answer.headers()).containsEntry("Connection", "close");
          assertThat(connection.answerOrEnd().status()).isEqualTo(Answer.CLOSED);
          assertServesAGoodRequest();
        }
      }
    }

    @Test
    void servesManyRequestsOfAllKinds() throws Exception {
      try (RawConnection connection = connect()) {
        for (Rejected rejected : rejections().filter(each -> keepsAfter(each.status())).toList()) {
          assertThat(connection.send(rejected.request()).answer().status())
              .as(rejected.name())
              .isEqualTo(rejected.status());
          assertServesAGoodRequest(connection);
        }
      }
    }

    @Test
    void answersRequestsThatWereSentAtOnceInTheirOrder() throws Exception {
      byte[] twice = Arrays.copyOf(GOOD.bytes(), 2 * GOOD.bytes().length);
      System.arraycopy(GOOD.bytes(), 0, twice, GOOD.bytes().length, GOOD.bytes().length);
      try (RawConnection connection = connect()) {
        connection.bytes(twice).send(Wire.unsigned(INVOICE));
        assertIsTheExtensionsAnswer(connection.answer());
        assertIsTheExtensionsAnswer(connection.answer());
        assertThat(connection.answer().status()).isEqualTo(401);
      }
    }

    @Test
    void ofHttp10IsClosedAfterTheAnswer() throws Exception {
      try (RawConnection connection = connect()) {
        connection.send(GOOD.requestLine("POST " + Container.PATH + " HTTP/1.0"));
        assertIsTheExtensionsAnswer(connection.answer());
        assertThat(connection.answerOrEnd().status()).isEqualTo(Answer.CLOSED);
      }
    }

    @Test
    void isClosedAfterTheAnswerWhereTheClientAsksForIt() throws Exception {
      try (RawConnection connection = connect()) {
        assertIsTheExtensionsAnswer(connection.send(GOOD.header("Connection: close")).answer());
        assertThat(connection.answerOrEnd().status()).isEqualTo(Answer.CLOSED);
      }
    }
  }

  @Nested
  class AClientThatDisappears {
    private final byte[] half = Arrays.copyOf(GOOD.body(), INVOICE.length / 2);

    @Test
    void inTheMiddleOfItsHeadLeavesNothingBehind() throws Exception {
      try (RawConnection connection = connect()) {
        connection.bytes(Arrays.copyOf(GOOD.head(), 60));
      }
      assertNothingIsLeftBehind();
    }

    @Test
    void inTheMiddleOfItsBodyLeavesNothingBehind() throws Exception {
      try (RawConnection connection = connect()) {
        connection.bytes(GOOD.head()).bytes(half);
      }
      assertNothingIsLeftBehind();
    }

    @Test
    void byAResetInTheMiddleOfItsBodyLeavesNothingBehind() throws Exception {
      try (RawConnection connection = connect()) {
        connection.bytes(GOOD.head()).bytes(half).reset();
      }
      assertNothingIsLeftBehind();
    }

    @Test
    void inTheMiddleOfAChunkLeavesNothingBehind() throws Exception {
      Wire request = Wire.signedInChunks(INVOICE, INVOICE.length);
      try (RawConnection connection = connect()) {
        connection.bytes(request.head()).bytes(Arrays.copyOf(request.body(), half.length));
      }
      assertNothingIsLeftBehind();
    }

    @Test
    void beforeTheAnswerLeavesNothingBehind() throws Exception {
      try (RawConnection connection = connect()) {
        connection.send(GOOD).reset();
      }
      assertNothingIsLeftBehind();
    }

    @Test
    void moreOftenThanTheServerHasThreadsLeavesNothingBehind() throws Exception {
      for (int i = 0; i < 3 * Container.THREADS; i++) {
        try (RawConnection connection = connect()) {
          connection.bytes(GOOD.head()).bytes(half);
        }
      }
      assertNothingIsLeftBehind();
    }

    private void assertNothingIsLeftBehind() throws Exception {
      assertServesAGoodRequest();
      ServerThreads.assertNoneStaysInTheExtension();
    }
  }

  @Nested
  class ASlowBody {
    @Test
    void isReadToItsEndWhileOthersAreServed() throws Exception {
      try (RawConnection slow = connect()) {
        trickle(slow, GOOD);
        assertIsTheExtensionsAnswer(slow.answer());
        assertServesAGoodRequest(slow);
      }
    }

    @Test
    void inChunksIsReadToItsEndWhileOthersAreServed() throws Exception {
      try (RawConnection slow = connect()) {
        trickle(slow, Wire.signedInChunks(INVOICE, 300));
        assertIsTheExtensionsAnswer(slow.answer());
        assertServesAGoodRequest(slow);
      }
    }

    @Test
    void thatIsRejectedIsStillReadToItsEnd() throws Exception {
      try (RawConnection slow = connect()) {
        trickle(slow, Wire.of("PUT").withLength(INVOICE));
        assertThat(slow.answer().status()).isEqualTo(405);
        assertServesAGoodRequest(slow);
      }
    }

    // Another request goes there and back between two pieces, so that the server sees them one by
    // one.
    private void trickle(RawConnection slow, Wire request) throws Exception {
      byte[] bytes = request.bytes();
      int piece = bytes.length / 20 + 1;
      for (int from = 0; from < bytes.length; from += piece) {
        slow.bytes(Arrays.copyOfRange(bytes, from, Math.min(from + piece, bytes.length)));
        assertServesAGoodRequest();
      }
    }
  }

  @Test
  void moreClientsThanThreadsAreAllServed() throws Exception {
    ServerThreads.runClients(
        3 * Container.THREADS,
        () -> {
          try (RawConnection connection = connect()) {
            for (int i = 0; i < 5; i++) {
              assertServesAGoodRequest(connection);
              assertThat(connection.send(Wire.unsigned(INVOICE)).answer().status()).isEqualTo(401);
            }
          }
        });
  }
}
