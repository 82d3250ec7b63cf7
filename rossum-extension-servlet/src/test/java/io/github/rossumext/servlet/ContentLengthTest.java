package io.github.rossumext.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.servlet.RawConnection.Answer;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContentLengthTest {
  private static final String JSON = "Content-Type: application/json";

  private final SignedRequest request = SignedRequest.of(Fixtures.invoice(), Endpoints.SECRET);
  private final byte[] body = request.body();
  private final String signature = Endpoints.signature(request);
  private LogCapture log;
  private HookServer server;

  @BeforeEach
  void start() throws Exception {
    log = new LogCapture();
    server = HookServer.start(Endpoints.endpoint());
  }

  @AfterEach
  void stop() {
    server.close();
    log.close();
  }

  @Test
  void missingWithChunksOfAnySizeGivesTheWholeBody() throws Exception {
    try (RawConnection connection = new RawConnection(server)) {
      connection.head("POST", JSON, signature, "Transfer-Encoding: chunked");
      int from = 0;
      for (int size = 1; from < body.length; size = size * 3 + 1) {
        int to = Math.min(from + size, body.length);
        connection.chunk(Arrays.copyOfRange(body, from, to));
        from = to;
      }
      assertThat(connection.lastChunk().answer().status()).isEqualTo(200);
    }
  }

  @Test
  void tooSmallCutsTheBodyOffSoThatTheSignatureDoesNotFit() throws Exception {
    try (RawConnection connection = new RawConnection(server)) {
      connection.head("POST", JSON, signature, "Content-Length: " + (body.length - 10)).bytes(body);
      assertThat(connection.answer().status()).isEqualTo(401);
    }
  }

  @Test
  void tooLargeIsABrokenRequestWhenTheClientEnds() throws Exception {
    try (RawConnection connection = new RawConnection(server)) {
      connection
          .head("POST", JSON, signature, "Content-Length: " + (body.length + 10))
          .bytes(body)
          .end();
      assertIsBroken(connection.answer());
    }
    assertLogsOneLine(
        "rejected: body broken off after "
            + body.length
            + " of "
            + (body.length + 10)
            + " bytes -> 400 in ");
  }

  @Test
  void tooLargeIsABrokenRequestAlsoWhenTheClientIsGone() throws Exception {
    try (RawConnection connection = new RawConnection(server)) {
      connection.head("POST", JSON, signature, "Content-Length: 30000000").bytes(body);
    }
    assertLogsOneLine("rejected: body broken off after ");
  }

  @Test
  void brokenChunksAreABrokenRequest() throws Exception {
    try (RawConnection connection = new RawConnection(server)) {
      connection
          .head("POST", JSON, signature, "Transfer-Encoding: chunked")
          .chunk(body)
          .bytes("no length\r\n".getBytes(StandardCharsets.UTF_8))
          .end();
      assertIsBroken(connection.answer());
    }
    assertLogsOneLine("rejected: body broken off -> 400 in ");
  }

  @Test
  void zeroIsAnEmptyBodyWhoseSignatureIsChecked() throws Exception {
    try (RawConnection connection = new RawConnection(server)) {
      assertThat(connection.head("POST", JSON, "Content-Length: 0").answer().status())
          .isEqualTo(401);
      assertThat(connection.head("GET").answer().status()).isEqualTo(200);
    }
  }

  @Test
  void missingWithNoChunkIsAnEmptyBodyWhoseSignatureIsChecked() throws Exception {
    try (RawConnection connection = new RawConnection(server)) {
      connection.head("POST", JSON, "Transfer-Encoding: chunked").lastChunk();
      assertThat(connection.answer().status()).isEqualTo(401);
      assertThat(connection.head("GET").answer().status()).isEqualTo(200);
    }
  }

  private static void assertIsBroken(Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            "{\"messages\":[{\"type\":\"error\",\"content\":\"The request broke off before its"
                + " end.\"}]}");
  }

  private void assertLogsOneLine(String start) throws InterruptedException {
    log.awaitLine();
    server.close();
    List<String> lines = log.lines();
    assertThat(lines).hasSize(1).allMatch(line -> line.startsWith(start));
    assertThat(log.ofTheLibrary()).allMatch(event -> event.getThrowableProxy() == null);
  }
}
