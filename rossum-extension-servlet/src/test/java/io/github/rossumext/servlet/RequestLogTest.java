package io.github.rossumext.servlet;

import static io.github.rossumext.payload.HookAction.EXPORT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.value.Secret;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RequestLogTest {
  private final Logger library = (Logger) LoggerFactory.getLogger("io.github.rossumext");
  private LogCapture log;

  @BeforeEach
  void listen() {
    library.setLevel(Level.TRACE);
    log = new LogCapture();
  }

  @AfterEach
  void stopListening() {
    log.close();
    library.setLevel(null);
  }

  @Nested
  class OneLineIsWritten {
    @Test
    void forAnAnsweredRequest() throws Exception {
      assertOneLine(
          Endpoints.endpoint(),
          caller -> caller.post(SignedRequest.of(Fixtures.invoice(), Endpoints.SECRET)),
          Level.INFO,
          "annotation_content.initialize, annotation 4310220117, request 5b0f6a3e-2f1d-4f0e-9a57-3f8d0c6b7e21, \\d+ bytes -> 200 in \\d{1,5} ms, .*");
    }

    @Test
    void forAFailingHandler() throws Exception {
      assertOneLine(
          Endpoints.endpoint(),
          caller ->
              caller.post(SignedRequest.of(Fixtures.invoice().with(EXPORT), Endpoints.SECRET)),
          Level.ERROR,
          "annotation_content.export, .* -> 500 in \\d{1,5} ms, failed");
    }

    @Test
    void forAWrongSignature() throws Exception {
      assertOneLine(
          Endpoints.endpoint(),
          caller -> caller.post(SignedRequest.of(Fixtures.invoice(), Secret.of("wrong"))),
          Level.WARN,
          "rejected: signature MISMATCH, \\d+ bytes -> 401 in \\d{1,5} ms");
    }

    @Test
    void forABodyThatIsNoCallOfRossums() throws Exception {
      assertOneLine(
          Endpoints.endpoint(),
          caller -> caller.post(SignedRequest.of(new byte[] {'{'}, Endpoints.SECRET)),
          Level.WARN,
          "rejected: not a payload: .*, 1 bytes -> 400 in \\d{1,5} ms");
    }

    @Test
    void forABodyThatIsTooLarge() throws Exception {
      assertOneLine(
          Endpoints.limitedTo(10),
          caller -> caller.post(SignedRequest.of(new byte[11], Endpoints.SECRET)),
          Level.WARN,
          "rejected: body too large, 11 bytes -> 413 in \\d{1,5} ms");
    }

    @Test
    void forAContentTypeThatIsNotSupported() throws Exception {
      assertOneLine(
          Endpoints.endpoint(),
          caller ->
              caller.send("POST", BodyPublishers.ofString("x"), "Content-Type", "text/plain; a=b"),
          Level.WARN,
          "rejected: content type text/plain; a=b -> 415 in \\d{1,5} ms");
    }

    @Test
    void forAMissingContentType() throws Exception {
      assertOneLine(
          Endpoints.endpoint(),
          caller -> caller.send("POST", BodyPublishers.ofString("x")),
          Level.WARN,
          "rejected: content type missing -> 415 in \\d{1,5} ms");
    }

    @Test
    void forAMethodThatIsNotAllowed() throws Exception {
      assertOneLine(
          Endpoints.endpoint(),
          caller -> caller.send("DELETE"),
          Level.WARN,
          "rejected: method DELETE -> 405 in \\d{1,5} ms");
    }

    @Test
    void forTheStatusPage() throws Exception {
      assertOneLine(
          Endpoints.endpoint(),
          caller -> caller.send("GET"),
          Level.INFO,
          "status page -> 200 in \\d{1,5} ms");
    }

    private void assertOneLine(HookEndpoint endpoint, Call call, Level level, String pattern)
        throws Exception {
      try (HookServer server = HookServer.start(endpoint)) {
        call.of(new Caller(server));
      }
      assertThat(log.lines()).hasSize(1).allMatch(line -> line.matches(pattern));
      assertThat(log.ofTheLibrary()).allMatch(event -> event.getLevel() == level);
    }
  }

  @FunctionalInterface
  private interface Call {
    HttpResponse<String> of(Caller caller) throws Exception;
  }

  @Test
  void aWordOfTheRequestCanNeitherForgeALineNorFloodTheLog() throws Exception {
    try (HookServer server = HookServer.start(Endpoints.endpoint())) {
      new Caller(server)
          .send("POST", BodyPublishers.ofString("x"), "Content-Type", "text/" + "x".repeat(5000));
      try (RawConnection connection = new RawConnection(server)) {
        connection.head("POST", "Content-Type: a\u001b[2Jb\u00e9", "Content-Length: 0").answer();
      }
    }
    assertThat(log.lines())
        .allSatisfy(
            line ->
                assertThat(line)
                    .hasSizeLessThan(150)
                    .matches("rejected: content type [ -~]+ -> 415 in \\d{1,5} ms"));
  }

  @Test
  void aFailureOfTheContainerOrAFilterIsLoggedByTypeAndPlaceAndAnsweredWithoutItsText()
      throws Exception {
    HttpResponse<String> answer;
    try (HookServer server =
        HookServer.start(
            Endpoints.endpoint(),
            (request, response, chain) ->
                chain.doFilter(failing((HttpServletRequest) request), response))) {
      answer = new Caller(server).post(SignedRequest.of(Fixtures.invoice(), Endpoints.SECRET));
    }
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .isEqualTo(
            "{\"messages\":[{\"type\":\"error\",\"content\":\"The extension failed and changed"
                + " nothing: see its log.\"}]}");
    assertThat(log.lines())
        .hasSize(1)
        .allMatch(
            line ->
                line.startsWith("failed: java.lang.UnsupportedOperationException at ")
                    && line.contains("RequestLogTest"));
    assertThat(log.everything()).doesNotContain("marked");
  }

  private static HttpServletRequest failing(HttpServletRequest request) {
    return new HttpServletRequestWrapper(request) {
      @Override
      public Enumeration<String> getHeaderNames() {
        throw new UnsupportedOperationException("marked");
      }
    };
  }

  @Test
  void anAnswerThatCannotBeSentIsASecondLine() throws Exception {
    try (HookServer server = HookServer.start(Endpoints.endpoint(), RequestLogTest::cutOff)) {
      new Caller(server).post(SignedRequest.of(Fixtures.emailReceived(), Endpoints.SECRET));
    }
    assertThat(log.lines()).hasSize(2);
    assertThat(log.lines().get(0)).startsWith("email.received, ").contains(" -> 200 in ");
    assertThat(log.lines().get(1))
        .matches("the answer was not sent: the caller is gone, after \\d+ ms");
    assertThat(log.everything()).doesNotContain("marked");
  }

  @Test
  void aRejectionThatCannotBeSentIsLoggedOnce() throws Exception {
    try (HookServer server = HookServer.start(Endpoints.endpoint(), RequestLogTest::cutOff)) {
      new Caller(server).send("DELETE");
    }
    assertThat(log.lines())
        .hasSize(1)
        .allMatch(line -> line.startsWith("rejected: method DELETE -> 405 in "));
  }

  /** A filter whose responses cannot be written into. */
  private static void cutOff(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(
        request,
        new HttpServletResponseWrapper((HttpServletResponse) response) {
          @Override
          public ServletOutputStream getOutputStream() throws IOException {
            throw new IOException("marked");
          }
        });
  }

  @Test
  void theLogOfEverythingHoldsNoSecretTokenSignatureOrBody() throws Exception {
    List<String> confidential = new ArrayList<>(List.of("marked", "Nordlicht", "fixture-token"));
    try (HookServer server = HookServer.start(Endpoints.limitedTo(100_000))) {
      Caller caller = new Caller(server);
      for (Fixture fixture : Fixtures.all()) {
        confidential.add(fixture.payload().token().orElseThrow().reveal());
        confidential.add(fixture.payload().secret("erp_password").orElseThrow().reveal());
        SignedRequest right = SignedRequest.of(fixture, Endpoints.SECRET);
        SignedRequest wrong = SignedRequest.of(fixture, Secret.of("marked-wrong-secret"));
        for (SignedRequest request : List.of(right, wrong)) {
          String signature = request.headers().first(Endpoints.SIGNATURE).orElseThrow();
          confidential.add(signature.substring("sha256=".length()));
          caller.post(request);
          caller.send(
              "PUT",
              BodyPublishers.ofByteArray(request.body()),
              Endpoints.SIGNATURE,
              signature,
              "Authorization",
              "Bearer marked");
          caller.send(
              "POST", BodyPublishers.ofByteArray(request.body()), Endpoints.SIGNATURE, signature);
        }
      }
      byte[] broken = "{\"event\": \"marked-event\", marked".getBytes(UTF_8);
      confidential.add(RequestSigner.of(Endpoints.SECRET).sign(broken));
      caller.post(SignedRequest.of(broken, Endpoints.SECRET));
      caller.post(SignedRequest.of("marked".repeat(20_000).getBytes(UTF_8), Endpoints.SECRET));
    }
    assertThat(log.lines()).hasSize(6 * Fixtures.all().size() + 2);
    assertThat(log.everything()).doesNotContain(confidential);
  }

  @Test
  void everyFailureOfAHandlerIsLoggedWithItsStackTraceAndWithoutItsText() throws Exception {
    try (HookServer server = HookServer.start(Endpoints.endpoint())) {
      new Caller(server).post(SignedRequest.of(Fixtures.invoice().with(EXPORT), Endpoints.SECRET));
    }
    assertThat(log.everything())
        .contains("java.lang.IllegalStateException", "Endpoints.java")
        .doesNotContain(Endpoints.FAILURE);
  }
}
