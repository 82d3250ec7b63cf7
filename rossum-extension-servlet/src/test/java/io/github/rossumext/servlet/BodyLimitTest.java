package io.github.rossumext.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.servlet.RawConnection.Answer;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BodyLimitTest {
  private static final String JSON = "Content-Type: application/json";
  private static final String CHUNKED = "Transfer-Encoding: chunked";

  private final SignedRequest request = SignedRequest.of(Fixtures.invoice(), Endpoints.SECRET);
  private final byte[] body = request.body();

  @Test
  void aBodyOf33MibThatIsWrittenBeforeAnythingIsReadIsTooLarge() throws Exception {
    try (HookServer server = HookServer.start(Endpoints.endpoint());
        RawConnection connection = new RawConnection(server)) {
      int length = 33 * 1024 * 1024;
      byte[] mebibyte = new byte[1024 * 1024];
      connection.head("POST", JSON, "Content-Length: " + length);
      for (int i = 0; i < 33; i++) {
        connection.bytes(mebibyte);
      }
      assertIsTooLarge(connection.answer(), HookEndpoint.DEFAULT_MAX_BODY_BYTES);
    }
  }

  @Test
  void aChunkedBodyOf33MibThatIsWrittenBeforeAnythingIsReadIsTooLarge() throws Exception {
    try (HookServer server = HookServer.start(Endpoints.endpoint());
        RawConnection connection = new RawConnection(server)) {
      byte[] mebibyte = new byte[1024 * 1024];
      connection.head("POST", JSON, CHUNKED);
      for (int i = 0; i < 33; i++) {
        connection.chunk(mebibyte);
      }
      assertIsTooLarge(connection.lastChunk().answer(), HookEndpoint.DEFAULT_MAX_BODY_BYTES);
    }
  }

  @Nested
  class ABodyOfExactlyTheLimit {
    @Test
    void isAcceptedWithItsLength() throws Exception {
      try (HookServer server = HookServer.start(Endpoints.limitedTo(body.length))) {
        assertThat(new Caller(server).post(request).statusCode()).isEqualTo(200);
      }
    }

    @Test
    void isAcceptedWithoutALength() throws Exception {
      try (HookServer server = HookServer.start(Endpoints.limitedTo(body.length))) {
        assertThat(chunked(server).statusCode()).isEqualTo(200);
      }
    }
  }

  @Nested
  class ABodyOfOneByteMore {
    @Test
    void isTooLargeWithItsLength() throws Exception {
      try (HookServer server = HookServer.start(Endpoints.limitedTo(body.length - 1))) {
        assertThat(new Caller(server).post(request).statusCode()).isEqualTo(413);
      }
    }

    @Test
    void isTooLargeWithoutALength() throws Exception {
      try (HookServer server = HookServer.start(Endpoints.limitedTo(body.length - 1))) {
        assertThat(chunked(server).statusCode()).isEqualTo(413);
      }
    }
  }

  private HttpResponse<String> chunked(HookServer server) throws Exception {
    return new Caller(server)
        .send(
            "POST",
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
            "Content-Type",
            "application/json",
            Endpoints.SIGNATURE,
            request.headers().first(Endpoints.SIGNATURE).orElseThrow());
  }

  @Nested
  class TheAnswer {
    @Test
    void comesBeforeTheBodyIsReadWhereItsLengthSaysEnough() throws Exception {
      try (HookServer server = HookServer.start(Endpoints.limitedTo(1000));
          RawConnection connection = new RawConnection(server)) {
        connection.head("POST", JSON, "Content-Length: 9000000000000");
        assertIsTooLarge(connection.answer(), 1000);
      }
    }

    @Test
    void comesBeforeTheEndOfAChunkedBodyThatIsOverTheLimit() throws Exception {
      try (HookServer server = HookServer.start(Endpoints.limitedTo(1000));
          RawConnection connection = new RawConnection(server)) {
        connection.head("POST", JSON, CHUNKED).chunk(new byte[1001]);
        assertIsTooLarge(connection.answer(), 1000);
      }
    }

    @Test
    void comesInsteadOfContinueWhereTheClientWaitsForIt() throws Exception {
      try (HookServer server = HookServer.start(Endpoints.limitedTo(1000));
          RawConnection connection = new RawConnection(server)) {
        connection.head("POST", JSON, "Content-Length: 1001", "Expect: 100-continue");
        assertIsTooLarge(connection.answer(), 1000);
        assertThat(connection.isAtEnd()).isTrue();
      }
    }
  }

  @Test
  void aClientThatWaitsForContinueGetsIt() throws Exception {
    try (HookServer server = HookServer.start(Endpoints.endpoint());
        RawConnection connection = new RawConnection(server)) {
      connection.head(
          "POST",
          JSON,
          "Content-Length: " + body.length,
          Endpoints.signature(request),
          "Expect: 100-continue");
      assertThat(connection.answer().status()).isEqualTo(100);
      assertThat(connection.bytes(body).answer().status()).isEqualTo(200);
    }
  }

  @Nested
  class TheConnectionServesTheNextRequest {
    @Test
    void afterABodyThatDeclaredThatItWasTooLarge() throws Exception {
      try (HookServer server = HookServer.start(Endpoints.limitedTo(100_000));
          RawConnection connection = new RawConnection(server)) {
        connection.head("POST", JSON, "Content-Length: 150000").bytes(new byte[150_000]);
        assertIsTooLarge(connection.answer(), 100_000);
        assertThat(connection.head("GET").answer().status()).isEqualTo(200);
      }
    }

    @Test
    void afterAChunkedBodyThatWasTooLarge() throws Exception {
      try (HookServer server = HookServer.start(Endpoints.limitedTo(100_000));
          RawConnection connection = new RawConnection(server)) {
        connection.head("POST", JSON, CHUNKED).chunk(new byte[150_000]).lastChunk();
        assertIsTooLarge(connection.answer(), 100_000);
        assertThat(connection.head("GET").answer().status()).isEqualTo(200);
      }
    }
  }

  private static void assertIsTooLarge(Answer answer, int limit) {
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.headers()).containsEntry("Content-Type", "application/json");
    assertThat(answer.body())
        .isEqualTo(
            "{\"messages\":[{\"type\":\"error\",\"content\":\"The document is too large for the"
                + " extension, which accepts requests of up to "
                + limit
                + " bytes.\"}]}");
  }
}
