package io.github.rossumext.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.servlet.RawConnection.Answer;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectionTest {
  private final SignedRequest request =
      SignedRequest.of(Fixtures.emailReceived(), Endpoints.SECRET);
  private HookServer server;

  @BeforeEach
  void start() throws Exception {
    server = HookServer.start(Endpoints.endpoint());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Nested
  class ByMethod {
    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "post", "BREW"})
    void everyOtherMethodIsNotAllowed(String method) throws Exception {
      HttpResponse<String> answer = new Caller(server).send(method);
      assertThat(answer.statusCode()).isEqualTo(405);
      assertThat(answer.headers().allValues("Allow")).containsExactly("GET, HEAD, POST");
      assertIsMessage(answer, "The extension is called by POST.");
    }

    @Test
    void traceDoesNotEcho() throws Exception {
      HttpResponse<String> answer =
          new Caller(server).send("TRACE", BodyPublishers.noBody(), "X-Mine", "marked");
      assertThat(answer.body()).doesNotContain("marked");
      assertThat(answer.headers().map().toString()).doesNotContain("marked");
    }

    @Test
    void theConnectionServesTheNextRequest() throws Exception {
      try (RawConnection connection = new RawConnection(server)) {
        connection.head("PUT", "Content-Length: 70000").bytes(new byte[70_000]);
        assertThat(connection.answer().status()).isEqualTo(405);
        assertThat(connection.head("GET").answer().status()).isEqualTo(200);
      }
    }
  }

  @Nested
  class ByContentType {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "text/plain",
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=x",
          "application/jsonp",
          "application/json-patch+json",
          "application",
          ";application/json",
        })
    void anythingButJsonIsNotSupported(String type) throws Exception {
      HttpResponse<String> answer =
          new Caller(server)
              .send("POST", BodyPublishers.ofByteArray(request.body()), "Content-Type", type);
      assertThat(answer.statusCode()).isEqualTo(415);
      assertIsMessage(answer, "The extension accepts requests of type application/json.");
    }

    @Test
    void noContentTypeIsNotSupported() throws Exception {
      HttpResponse<String> answer =
          new Caller(server).send("POST", BodyPublishers.ofByteArray(request.body()));
      assertThat(answer.statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "application/json",
          "application/json; charset=utf-8",
          "application/json;charset=UTF-8;x=y",
          "Application/JSON",
          "application/json ; charset=\"utf-8\"",
          "application/json; charset=no-such-charset",
          "application/json; charset=",
        })
    void jsonIsSupportedHoweverItIsWritten(String type) throws Exception {
      String signature = request.headers().first(Endpoints.SIGNATURE).orElseThrow();
      HttpResponse<String> answer =
          new Caller(server)
              .send(
                  "POST",
                  BodyPublishers.ofByteArray(request.body()),
                  "Content-Type",
                  type,
                  Endpoints.SIGNATURE,
                  signature);
      assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void theConnectionServesTheNextRequest() throws Exception {
      try (RawConnection connection = new RawConnection(server)) {
        byte[] body = "marked".repeat(100_000).getBytes(UTF_8);
        connection.head("POST", "Content-Length: " + body.length).bytes(body);
        Answer answer = connection.answer();
        assertThat(answer.status()).isEqualTo(415);
        assertThat(connection.head("GET").answer().status()).isEqualTo(200);
      }
    }
  }

  private static void assertIsMessage(HttpResponse<String> answer, String text) {
    assertThat(answer.body())
        .isEqualTo("{\"messages\":[{\"type\":\"error\",\"content\":\"" + text + "\"}]}");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
  }
}
