package io.github.rossumext.servlet;

import static io.github.rossumext.payload.HookAction.EXPORT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
  private HookServer server;

  @BeforeEach
  void start() throws Exception {
    server = HookServer.start(Endpoints.endpoint());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  static Stream<Fixture> answered() {
    return Fixtures.all().stream()
        .filter(fixture -> !fixture.payload().eventAndAction().equals("annotation_content.export"));
  }

  @ParameterizedTest
  @MethodSource("answered")
  void everyFixtureIsAnswered(Fixture fixture) throws Exception {
    HttpResponse<String> answer = post(SignedRequest.of(fixture, Endpoints.SECRET));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.headers().firstValueAsLong("Content-Length"))
        .hasValue(answer.body().getBytes(UTF_8).length);
  }

  @Test
  void theAnswerIsTheHandlersAnswer() throws Exception {
    HttpResponse<String> answer = post(SignedRequest.of(Fixtures.invoice(), Endpoints.SECRET));
    assertThat(answer.body())
        .contains("\"messages\":[{\"type\":\"info\",\"content\":\"" + Endpoints.MESSAGE + "\"}]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "", "[]", "{}", "{\"event\":\"annotation_content\"}", "\u0000"})
  void aSignedBodyThatIsNoCallOfRossumsIsABadRequest(String body) throws Exception {
    HttpResponse<String> answer = post(SignedRequest.of(body.getBytes(UTF_8), Endpoints.SECRET));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .startsWith("{\"messages\":[{\"type\":\"error\",\"content\":\"")
        .doesNotContain("Exception");
  }

  @Test
  void aFailingHandlerIsAnsweredWithTheRequestIdAndWithoutTheTextOfItsException() throws Exception {
    Fixture export = Fixtures.invoice().with(EXPORT);
    HttpResponse<String> answer = post(SignedRequest.of(export, Endpoints.SECRET));
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.body())
        .contains(export.payload().requestId().orElseThrow())
        .doesNotContain(Endpoints.FAILURE, "Exception", "Nordlicht");
  }

  @Test
  void oneConnectionServesManyRequests() throws Exception {
    SignedRequest request = SignedRequest.of(Fixtures.invoice(), Endpoints.SECRET);
    byte[] body = request.body();
    try (RawConnection connection = new RawConnection(server)) {
      for (String signature : new String[] {Endpoints.signature(request), "X-None: x"}) {
        connection
            .head(
                "POST",
                "Content-Type: application/json",
                signature,
                "Content-Length: " + body.length)
            .bytes(body);
        assertThat(connection.answer().status()).isIn(200, 401);
      }
      assertThat(connection.head("GET").answer().status()).isEqualTo(200);
    }
  }

  private HttpResponse<String> post(SignedRequest request) throws Exception {
    return new Caller(server).post(request);
  }
}
