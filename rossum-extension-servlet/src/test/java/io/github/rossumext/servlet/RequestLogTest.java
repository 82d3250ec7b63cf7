package io.github.rossumext.servlet;

import static io.github.rossumext.payload.HookAction.EXPORT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
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

  @Test
  void aFailureOfTheContainerOrAFilterIsLoggedByTypeAndPlaceAndGetsAResponseWithoutItsText()
      throws Exception {
    HttpResponse<String> received;
    try (HookServer server =
        HookServer.start(
            Endpoints.endpoint(),
            (request, response, chain) ->
                chain.doFilter(failing((HttpServletRequest) request), response))) {
      received = new Client(server).post(SignedRequest.of(Fixtures.invoice(), Endpoints.SECRET));
    }
    assertThat(received.statusCode()).isEqualTo(500);
    assertThat(received.body())
        .isEqualTo(
            "{\"messages\":[{\"type\":\"error\",\"content\":\"The extension failed: see its"
                + " log.\"}]}");
    assertThat(log.lines())
        .hasSize(1)
        .allMatch(line -> line.startsWith("failed bytes=0 status=500"));
    assertThat(log.everything())
        .contains("java.lang.UnsupportedOperationException", "RequestLogTest")
        .doesNotContain("marked");
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
  void aResponseThatCannotBeSentIsASecondLine() throws Exception {
    try (HookServer server = HookServer.start(Endpoints.endpoint(), RequestLogTest::cutOff)) {
      new Client(server).post(SignedRequest.of(Fixtures.emailReceived(), Endpoints.SECRET));
    }
    assertThat(log.lines()).hasSize(2);
    assertThat(log.lines().get(0))
        .startsWith("handled event=email.received ")
        .contains(" status=200 ");
    assertThat(log.lines().get(1))
        .startsWith("response not sent, the client is gone event=email.received ");
    assertThat(log.everything()).doesNotContain("marked");
  }

  @Test
  void aRejectionThatCannotBeSentIsLoggedOnce() throws Exception {
    try (HookServer server = HookServer.start(Endpoints.endpoint(), RequestLogTest::cutOff)) {
      new Client(server).send("DELETE");
    }
    assertThat(log.lines())
        .hasSize(1)
        .allMatch(line -> line.startsWith("rejected reason=\"method DELETE\" "));
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
      Client client = new Client(server);
      for (Fixture fixture : Fixtures.all()) {
        confidential.add(fixture.payload().token().orElseThrow().reveal());
        confidential.add(fixture.payload().secret("erp_password").orElseThrow().reveal());
        SignedRequest right = SignedRequest.of(fixture, Endpoints.SECRET);
        SignedRequest wrong = SignedRequest.of(fixture, Secret.of("marked-wrong-secret"));
        for (SignedRequest request : List.of(right, wrong)) {
          String signature = request.headers().first(Endpoints.SIGNATURE).orElseThrow();
          confidential.add(signature.substring("sha256=".length()));
          client.post(request);
          client.send(
              "PUT",
              BodyPublishers.ofByteArray(request.body()),
              Endpoints.SIGNATURE,
              signature,
              "Authorization",
              "Bearer marked");
          client.send(
              "POST", BodyPublishers.ofByteArray(request.body()), Endpoints.SIGNATURE, signature);
        }
      }
      byte[] broken = "{\"event\": \"marked-event\", marked".getBytes(UTF_8);
      confidential.add(RequestSigner.of(Endpoints.SECRET).sign(broken));
      client.post(SignedRequest.of(broken, Endpoints.SECRET));
      client.post(SignedRequest.of("marked".repeat(20_000).getBytes(UTF_8), Endpoints.SECRET));
    }
    assertThat(log.lines()).hasSize(6 * Fixtures.all().size() + 2);
    assertThat(log.everything()).doesNotContain(confidential);
  }

  @Test
  void everyFailureOfAHandlerIsLoggedWithItsStackTraceAndWithoutItsText() throws Exception {
    try (HookServer server = HookServer.start(Endpoints.endpoint())) {
      new Client(server).post(SignedRequest.of(Fixtures.invoice().with(EXPORT), Endpoints.SECRET));
    }
    assertThat(log.everything())
        .contains("java.lang.IllegalStateException", "Endpoints.java")
        .doesNotContain(Endpoints.FAILURE);
  }
}
