package io.github.rossumext.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Filters in front of the servlet that read the body, as those for logging and forms do. */
class ConsumedBodyTest {
  private final SignedRequest request = SignedRequest.of(Fixtures.invoice(), Endpoints.SECRET);
  private final byte[] body = request.body();

  @Test
  void aFilterThatHasReadTheStreamIsReported() throws Exception {
    assertIsReported(
        (request, response, chain) -> {
          request.getInputStream().readAllBytes();
          chain.doFilter(request, response);
        });
  }

  @Test
  void aFilterThatHasReadTheReaderIsReported() throws Exception {
    assertIsReported(
        (request, response, chain) -> {
          request.getReader().readLine();
          chain.doFilter(request, response);
        });
  }

  @Test
  void aFilterThatHasReadAChunkedStreamIsReported() throws Exception {
    try (LogCapture log = new LogCapture();
        HookServer server =
            HookServer.start(
                Endpoints.endpoint(),
                (request, response, chain) -> {
                  request.getInputStream().readAllBytes();
                  chain.doFilter(request, response);
                })) {
      HttpResponse<String> response =
          new Client(server)
              .send(
                  "POST",
                  BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                  "Content-Type",
                  "application/json",
                  Endpoints.SIGNATURE,
                  request.headers().first(Endpoints.SIGNATURE).orElseThrow());
      assertIsReport(response, log);
    }
  }

  @Test
  void aFilterThatHasReadSomeOfTheStreamIsSuspected() throws Exception {
    try (LogCapture log = new LogCapture();
        HookServer server =
            HookServer.start(
                Endpoints.endpoint(),
                (request, response, chain) -> {
                  request.getInputStream().readNBytes(100);
                  chain.doFilter(request, response);
                })) {
      assertThat(post(server).statusCode()).isEqualTo(400);
      assertThat(log.lines())
          .hasSize(1)
          .allMatch(
              line ->
                  line.startsWith(
                      "rejected reason=\"body broken off after "
                          + (body.length - 100)
                          + " of "
                          + body.length
                          + " bytes, unless a filter in front of the extension has read some\""));
    }
  }

  @Test
  void aFilterThatAsksForAParameterDoesNoHarmInAJsonRequest() throws Exception {
    try (HookServer server =
        HookServer.start(
            Endpoints.endpoint(),
            (request, response, chain) -> {
              assertThat(request.getParameter("any")).isNull();
              chain.doFilter(request, response);
            })) {
      assertThat(post(server).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aFilterThatHandsTheBytesOnDoesNoHarm() throws Exception {
    try (HookServer server =
        HookServer.start(
            Endpoints.endpoint(),
            (request, response, chain) -> {
              byte[] bytes = request.getInputStream().readAllBytes();
              chain.doFilter(handingOn((HttpServletRequest) request, bytes), response);
            })) {
      assertThat(post(server).statusCode()).isEqualTo(200);
    }
  }

  private void assertIsReported(Filter filter) throws Exception {
    try (LogCapture log = new LogCapture();
        HookServer server = HookServer.start(Endpoints.endpoint(), filter)) {
      assertIsReport(post(server), log);
    }
  }

  private static void assertIsReport(HttpResponse<String> response, LogCapture log) {
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body())
        .isEqualTo(
            "{\"messages\":[{\"type\":\"error\",\"content\":\"The extension is not configured correctly: see"
                + " its log.\"}]}");
    assertThat(log.lines())
        .hasSize(1)
        .allMatch(
            line ->
                line.startsWith(
                        "rejected reason=\"body already read by a filter, so the signature cannot be verified")
                    && line.contains("exclude the path of the extension from filters that call")
                    && line.contains("\" bytes=0 status=500 ms="));
    assertThat(log.ofTheLibrary()).allMatch(event -> event.getLevel() == Level.WARN);
  }

  private HttpResponse<String> post(HookServer server) throws Exception {
    return new Client(server).post(request);
  }

  private static HttpServletRequest handingOn(HttpServletRequest request, byte[] bytes) {
    return new HttpServletRequestWrapper(request) {
      @Override
      public ServletInputStream getInputStream() {
        return new FilterStream(new ByteArrayInputStream(bytes));
      }
    };
  }
}
