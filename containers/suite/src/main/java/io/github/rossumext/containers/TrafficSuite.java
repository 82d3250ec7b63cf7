package io.github.rossumext.containers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.containers.Rejections.Rejected;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.internal.RawConnection;
import io.github.rossumext.testkit.internal.RawConnection.Response;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of Rossum, of proxies and of bad networks over HTTP/1.1. */
public abstract class TrafficSuite extends ContainerSuite {
  private static final String EXPECT = "Expect: 100-continue";

  static Stream<Fixture> fixtures() {
    return Fixtures.all().stream()
        .filter(fixture -> !fixture.payload().eventAndAction().equals("annotation_content.export"));
  }

  static Stream<Rejected> rejections() {
    return Rejections.all().stream();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void everyEventGetsAResponse(Fixture fixture) throws Exception {
    try (RawConnection connection = connect()) {
      Response response = connection.bytes(Wire.signed(fixture.body()).bytes()).response();
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.isJson()).isTrue();
    }
  }

  @Test
  void theResponseHasItsLength() throws Exception {
    try (RawConnection connection = connect()) {
      Response response = connection.bytes(GOOD.bytes()).response();
      assertIsTheExtensionsResponse(response);
      assertThat(response.headers())
          .containsEntry("Content-Length", String.valueOf(response.body().length()));
    }
  }

  @Test
  void thePageIsThereForBrowsersAndItsHeadForHead() throws Exception {
    try (RawConnection connection = connect()) {
      Response page = connection.bytes(Wire.of("GET").bytes()).response();
      Response head = connection.bytes(Wire.of("HEAD").bytes()).responseToHead();
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.body()).contains("annotation_content");
      assertThat(head.status()).isEqualTo(200);
      assertThat(head.headers())
          .containsEntry("Content-Length", page.headers().get("Content-Length"));
      assertServesAGoodRequest(connection);
    }
  }

  @Test
  void aPollGetsItsResponseAndNotThePage() throws Exception {
    try (RawConnection connection = connect()) {
      Wire poll = Wire.of("GET", Container.PATH + "?delivery=made.up");
      Response response = connection.bytes(poll.bytes()).response();
      assertThat(response.status()).isEqualTo(404);
      assertThat(response.isJson()).isTrue();
      assertServesAGoodRequest(connection);
    }
  }

  @Nested
  class Chunks {
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000, 1_000_000})
    void ofAnySizeGiveTheWholeBody(int size) throws Exception {
      try (RawConnection connection = connect()) {
        connection.bytes(Wire.signedInChunks(INVOICE, size).bytes());
        assertIsTheExtensionsResponse(connection.response());
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
        assertIsTheExtensionsResponse(connection.bytes(request.bytes()).response());
        assertServesAGoodRequest(connection);
      }
    }
  }

  @Nested
  class ExpectContinue {
    @Test
    void isToldToContinueAndThenGetsItsResponse() throws Exception {
      Wire request = GOOD.header(EXPECT);
      try (RawConnection connection = connect()) {
        assertThat(connection.bytes(request.head()).next().status()).isEqualTo(100);
        assertIsTheExtensionsResponse(connection.bytes(request.body()).response());
        assertServesAGoodRequest(connection);
      }
    }

    @Test
    void isToldToContinueWithChunksToo() throws Exception {
      Wire request = Wire.signedInChunks(INVOICE, 1000).header(EXPECT);
      try (RawConnection connection = connect()) {
        assertThat(connection.bytes(request.head()).next().status()).isEqualTo(100);
        assertIsTheExtensionsResponse(connection.bytes(request.body()).response());
        assertServesAGoodRequest(connection);
      }
    }

    @Test
    void getsItsResponseAlsoIfTheClientDoesNotWait() throws Exception {
      try (RawConnection connection = connect()) {
        Response response = connection.bytes(GOOD.header(EXPECT).bytes()).response();
        assertIsTheExtensionsResponse(response.status() == 100 ? connection.response() : response);
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

    // The client may send its body after this, or not. If the server kept the connection, it could
    // not tell whether a body or a request comes next.
    private void assertIsTurnedDown(Wire request, int status) throws Exception {
      try (RawConnection connection = connect()) {
        connection.bytes(request.head());
        if (container().continuesAtOnce()) {
          assertThat(connection.next().status()).isEqualTo(100);
        }
        assertThat(connection.response().status()).isEqualTo(status);
        assertThat(connection.responseOrEnd().status()).isEqualTo(Response.CLOSED);
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
        Response response = connection.bytes(rejected.request().bytes()).response();
        assertThat(response.status()).isEqualTo(rejected.status());
        assertThat(response.isJson()).isTrue();
        assertThat(response.body()).startsWith("{\"messages\":[{\"type\":\"error\"");
        if (container().keepsAfter(response.status())) {
          assertServesAGoodRequest(connection);
        } else {
          assertThat(response.headers()).containsEntry("Connection", "close");
          assertThat(connection.responseOrEnd().status()).isEqualTo(Response.CLOSED);
          assertServesAGoodRequest();
        }
      }
    }

    @Test
    void servesManyRequestsOfAllKinds() throws Exception {
      try (RawConnection connection = connect()) {
        for (Rejected rejected :
            rejections().filter(each -> container().keepsAfter(each.status())).toList()) {
          assertThat(connection.bytes(rejected.request().bytes()).response().status())
              .as(rejected.name())
              .isEqualTo(rejected.status());
          assertServesAGoodRequest(connection);
        }
      }
    }

    @Test
    void respondsToRequestsThatWereSentAtOnceInTheirOrder() throws Exception {
      byte[] twice = Arrays.copyOf(GOOD.bytes(), 2 * GOOD.bytes().length);
      System.arraycopy(GOOD.bytes(), 0, twice, GOOD.bytes().length, GOOD.bytes().length);
      try (RawConnection connection = connect()) {
        connection.bytes(twice).bytes(Wire.unsigned(INVOICE).bytes());
        assertIsTheExtensionsResponse(connection.response());
        assertIsTheExtensionsResponse(connection.response());
        assertThat(connection.response().status()).isEqualTo(401);
      }
    }

    @Test
    void ofHttp10IsClosedAfterTheResponse() throws Exception {
      try (RawConnection connection = connect()) {
        connection.bytes(GOOD.requestLine("POST " + Container.PATH + " HTTP/1.0").bytes());
        assertIsTheExtensionsResponse(connection.response());
        assertThat(connection.responseOrEnd().status()).isEqualTo(Response.CLOSED);
      }
    }

    @Test
    void isClosedAfterTheResponseWhereTheClientAsksForIt() throws Exception {
      try (RawConnection connection = connect()) {
        assertIsTheExtensionsResponse(
            connection.bytes(GOOD.header("Connection: close").bytes()).response());
        assertThat(connection.responseOrEnd().status()).isEqualTo(Response.CLOSED);
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
    void beforeTheResponseLeavesNothingBehind() throws Exception {
      try (RawConnection connection = connect()) {
        connection.bytes(GOOD.bytes()).reset();
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
        assertIsTheExtensionsResponse(slow.response());
        assertServesAGoodRequest(slow);
      }
    }

    @Test
    void inChunksIsReadToItsEndWhileOthersAreServed() throws Exception {
      try (RawConnection slow = connect()) {
        trickle(slow, Wire.signedInChunks(INVOICE, 300));
        assertIsTheExtensionsResponse(slow.response());
        assertServesAGoodRequest(slow);
      }
    }

    @Test
    void thatIsRejectedIsStillReadToItsEnd() throws Exception {
      try (RawConnection slow = connect()) {
        trickle(slow, Wire.of("PUT").withLength(INVOICE));
        assertThat(slow.response().status()).isEqualTo(405);
        assertServesAGoodRequest(slow);
      }
    }

    // An exchange between two pieces makes sure that the server reads them one by one.
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
              assertThat(connection.bytes(Wire.unsigned(INVOICE).bytes()).response().status())
                  .isEqualTo(401);
            }
          }
        });
  }
}
