package io.github.rossumext.servlet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.exchange.HookExchange;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a container says of a request, and what it does not say. */
class ServletExchangeTest {
  private static HookExchange of(FakeRequest request) {
    HttpServletResponse none =
        (HttpServletResponse)
            Proxy.newProxyInstance(
                ServletExchangeTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> {
                  throw new UnsupportedOperationException(method.getName());
                });
    return new ServletExchange(request.asRequest(), none);
  }

  private static FakeRequest with(String header, String value) {
    return new FakeRequest(
        -1,
        Map.of(header, value),
        () -> new FilterStream(new ByteArrayInputStream(new byte[] {'x'})));
  }

  @Test
  void pathAndQueryAreGivenAsTheyCame() {
    assertThat(of(with(":path", "/a%20b")).path()).isEqualTo("/a%20b");
    assertThat(of(with(":query", "c=%20")).query()).isEqualTo("c=%20");
    assertThat(of(with(":path", "/a")).query()).isEmpty();
  }

  /** As the streams of filters do. */
  @Test
  void aStreamThatDoesNotSayWhetherItIsFinishedIsNot() throws Exception {
    assertThat(of(with("Transfer-Encoding", "chunked")).body().readAllBytes()).hasSize(1);
  }

  @Test
  void aStreamOfHttp2IsDrainedFirst() {
    assertThat(of(with(":protocol", "HTTP/2.0")).isDrainedFirst()).isTrue();
    assertThat(of(with(":protocol", "HTTP/1.1")).isDrainedFirst()).isFalse();
    assertThat(of(with(":protocol", "HTTP/1.0")).isDrainedFirst()).isFalse();
  }

  @Test
  void aRejectionComesInsteadOfContinueIfTheClientWaitsForIt() throws Exception {
    try (HookServer server = HookServer.start(Endpoints.limitedTo(1000));
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(
              String.join(
                      "\r\n",
                      "POST /rossum HTTP/1.1",
                      "Host: localhost",
                      "Content-Type: application/json",
                      "Content-Length: 1001",
                      "Expect: 100-continue",
                      "",
                      "")
                  .getBytes(US_ASCII));
      assertThat(lines(socket)).startsWith("HTTP/1.1 413 ");
    }
  }

  /** Everything until the server closes the connection. */
  private static String lines(Socket socket) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    StringBuilder all = new StringBuilder();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      all.append(line).append('\n');
    }
    return all.toString();
  }
}
