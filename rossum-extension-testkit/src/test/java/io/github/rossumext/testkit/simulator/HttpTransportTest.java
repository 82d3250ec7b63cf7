package io.github.rossumext.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.signature.SignatureScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTransportTest {
  private final HttpServer server = newServer();

  private static HttpServer newServer() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void anExtensionGetsRequestsOverHttp() {
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(Order.SECRET)
            .on(
                HookEvent.ANNOTATION_CONTENT,
                ContentRules.of(content -> content.field("order_id").set("B9")))
            .build();
    server.createContext(
        "/hook",
        exchange -> {
          EndpointResponse response =
              endpoint.handle(
                  EndpointRequest.of(
                      exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
          boolean isTold = "queue=7".equals(exchange.getRequestURI().getQuery());
          send(exchange, isTold ? response.status() : 404, response.body());
        });
    RossumSimulator rossum =
        RossumSimulator.of(url("/hook?queue=7"), Order.SECRET).open(Order.request());

    rossum.initialize();

    assertThat(rossum.field("order_id").displayedText()).isEqualTo("B9");
    assertThat(rossum.problems()).isEmpty();
  }

  @Test
  void aResponse202IsPolled() {
    AtomicInteger polls = new AtomicInteger();
    server.createContext(
        "/hook",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/job");
          send(exchange, 202, new byte[0]);
        });
    server.createContext(
        "/job",
        exchange ->
            send(
                exchange,
                polls.incrementAndGet() < 3 ? 503 : 201,
                Order.operations("{'op':'replace','id':101,'value':{'hidden':true}}")
                    .getBytes(StandardCharsets.UTF_8)));
    RossumSimulator rossum = RossumSimulator.of(url("/hook"), Order.SECRET).open(Order.request());

    rossum.initialize();

    assertThat(rossum.field("order_id").isHidden()).isTrue();
    assertThat(polls).hasValue(3);
  }

  @Test
  void aServerThatIsNotThereIsAFailedRequest() throws IOException {
    try (Socket held = heldPort()) {
      URI url = URI.create("http://127.0.0.1:" + held.getLocalPort() + "/hook");
      RossumSimulator rossum = RossumSimulator.of(url, Order.SECRET).open(Order.request());

      rossum.start();

      assertThat(rossum.exchanges().get(0).status()).isEmpty();
      assertThat(rossum.problems().get(0).text())
          .contains("no response from " + url + ": ConnectException");
    }
  }

  /** Returns a port at which nobody listens. While it is bound, no other test gets it. */
  private static Socket heldPort() throws IOException {
    Socket held = new Socket();
    held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return held;
  }

  @Test
  void aUrlThatCannotBePolledIsNamed() throws IOException {
    try (Socket held = heldPort()) {
      String gone = "http://127.0.0.1:" + held.getLocalPort() + "/job?id=1";
      server.createContext(
          "/hook",
          exchange -> {
            exchange.getResponseHeaders().set("Location", gone);
            send(exchange, 202, new byte[0]);
          });
      RossumSimulator rossum = RossumSimulator.of(url("/hook"), Order.SECRET).open(Order.request());

      rossum.initialize();

      assertThat(rossum.problems().get(0).text())
          .contains("no response from " + gone + ", which Rossum polls: ConnectException");
    }
  }

  @Test
  void aLocationThatIsNotAUrlIsShown() {
    server.createContext(
        "/hook",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "not a url");
          send(exchange, 202, new byte[0]);
        });
    RossumSimulator rossum = RossumSimulator.of(url("/hook"), Order.SECRET).open(Order.request());

    rossum.initialize();

    assertThat(rossum.problems().get(0).text())
        .contains("the header Location is not a URL: 'not a url'");
  }

  @Test
  void aRedirectIsNotFollowed() {
    server.createContext(
        "/hook",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/other");
          send(exchange, 302, new byte[0]);
        });
    RossumSimulator rossum = RossumSimulator.of(url("/hook"), Order.SECRET).open(Order.request());

    rossum.start();

    assertThat(rossum.exchanges().get(0).status()).hasValue(302);
  }

  @Test
  void anySignerSignsOverHttp() {
    server.createContext(
        "/hook",
        exchange -> {
          boolean isSigned = exchange.getRequestHeaders().containsKey("X-Elis-Signature");
          send(exchange, isSigned ? 200 : 401, "{}".getBytes(StandardCharsets.UTF_8));
        });
    RequestSigner legacy = RequestSigner.of(Order.SECRET, SignatureScheme.LEGACY_SHA1);
    RossumSimulator rossum = RossumSimulator.of(url("/hook"), legacy).open(Order.request());

    rossum.start();

    assertThat(rossum.exchanges().get(0).status()).hasValue(200);
  }

  @Test
  void anInterruptedThreadStaysInterrupted() {
    server.createContext("/hook", exchange -> send(exchange, 200, new byte[0]));
    RossumSimulator rossum = RossumSimulator.of(url("/hook"), Order.SECRET).open(Order.request());

    Thread.currentThread().interrupt();
    rossum.start();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(rossum.exchanges().get(0).describe())
        .contains("response: interrupted while waiting for the response");
  }
}
