package io.github.rossumext;

import static io.github.rossumext.Handlers.everywhere;
import static io.github.rossumext.Requests.unsigned;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.rossumext.Requests.Kind;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.exchange.FakeExchange;
import io.github.rossumext.exchange.HookExchange;
import io.github.rossumext.listener.HookListener;
import io.github.rossumext.listener.HookRejection;
import io.github.rossumext.listener.HookRequest;
import io.github.rossumext.listener.HookResult;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.value.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A warm-up goes the whole way of a request, and leaves no trace of it. */
class WarmUpTest {
  private final CapturedLog log = CapturedLog.start();
  private final ConcurrentLinkedQueue<String> deeds = new ConcurrentLinkedQueue<>();

  @AfterEach
  void close() {
    log.close();
  }

  /** The two ways: without a server, and through one. */
  enum Way {
    ALONE,
    SERVER;

    void warmUp(HookEndpoint endpoint) {
      if (this == ALONE) {
        endpoint.warmUp();
      } else {
        endpoint.warmUp(warmUp -> through(warmUp, warmUp.endpoint()::serve));
      }
    }
  }

  private interface Service {
    void serve(HookExchange exchange) throws IOException;
  }

  private static void through(WarmUp warmUp, Service service) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        http -> {
          try (http) {
            service.serve(new JdkRequest(http));
          }
        });
    server.start();
    try {
      warmUp.post(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/rossum"));
    } finally {
      server.stop(0);
    }
  }

  /** An endpoint that takes down whatever it does. */
  private HookEndpoint.Builder watched() {
    return everywhere((payload, context) -> deeds.add("handler")).listener(new Watching());
  }

  private final class Watching implements HookListener {
    @Override
    public void received(HookRequest request) {
      deeds.add("listener");
    }

    @Override
    public void responded(HookRequest request, HookResult result) {
      deeds.add("listener");
    }

    @Override
    public void failed(HookRequest request, HookResult result, Throwable failure) {
      deeds.add("listener");
    }

    @Override
    public void rejected(HookRejection rejection) {
      deeds.add("listener");
    }
  }

  /** What the endpoint of the warm-up responds to its request. */
  private static EndpointResponse response(HookEndpoint.Builder builder) {
    AtomicReference<@Nullable EndpointResponse> response = new AtomicReference<>();
    try (HookEndpoint endpoint = builder.build()) {
      endpoint.warmUp(
          warmUp ->
              through(
                  warmUp,
                  exchange -> {
                    byte[] body = exchange.body().readAllBytes();
                    EndpointResponse own =
                        warmUp.endpoint().handle(EndpointRequest.of(exchange.headers(), body));
                    response.set(own);
                    exchange.respond(own);
                  }));
    }
    return Objects.requireNonNull(response.get());
  }

  private static String text(EndpointResponse response) {
    return new String(response.body(), UTF_8);
  }

  @Nested
  class ItServes {
    @Test
    void anEditOfEachKindIfTheHandlersAreRules() {
      assertThat(
              text(
                  response(
                      HookEndpoint.builder()
                          .secret(Requests.SECRET)
                          .on(
                              HookEvent.ANNOTATION_CONTENT,
                              ContentRules.of(content -> deeds.add("rule"))))))
          .contains(
              "Warm.", "The sum of the lines is right.", "\"2026-01-02\"", "\"op\":\"replace\"")
          .contains("Žofie \\\"Ž\\\"");
      assertThat(deeds).isEmpty();
      assertThat(log.lines()).isEmpty();
    }

    @Test
    void theReadingOfADocumentForAnyOtherHandler() {
      assertThat(text(response(watched()))).startsWith("{\"messages\":[{\"type\":\"info\"");
    }

    @Test
    void itOnThreadsLikeThoseOfTheHandlers() {
      assertThat(response(watched().handlersOnOwnThreads()).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource
  void itRunsNoHandlerTellsNoListenerAndWritesNoLine(Way way) {
    way.warmUp(watched().build());

    assertThat(deeds).isEmpty();
    assertThat(log.lines()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void itUsesNoExecutorAndNoClockOfTheAuthor(Way way) {
    List<String> uses = new ArrayList<>();
    ExecutorService executor =
        Executors.newSingleThreadExecutor(
            task -> {
              uses.add("executor");
              return new Thread(task);
            });
    Clock clock =
        new SuppliedClock(
            () -> {
              uses.add("clock");
              return Instant.EPOCH;
            });
    HookEndpoint endpoint = watched().handlersOn(executor).clock(clock).build();
    uses.clear(); // the builder asks the clock once

    way.warmUp(endpoint);
    executor.shutdown();

    assertThat(uses).isEmpty();
    assertThat(log.lines()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theEndpointServesAsBefore(Way way) {
    HookEndpoint endpoint = watched().build();

    way.warmUp(endpoint);
    way.warmUp(endpoint);

    assertThat(endpoint.handle(Kind.UPDATED.request()).status()).isEqualTo(200);
    assertThat(deeds).containsExactly("listener", "handler", "listener");
  }

  @Nested
  class NobodyElse {
    private final List<HookEndpoint> warmed = new ArrayList<>();
    private final List<Integer> statuses = new ArrayList<>();

    /** The statuses of other requests during a warm-up, whose endpoint stays in the field. */
    private List<Integer> during(EndpointRequest... requests) {
      watched()
          .build()
          .warmUp(
              warmUp -> {
                warmed.add(warmUp.endpoint());
                for (EndpointRequest request : requests) {
                  statuses.add(warmUp.endpoint().handle(request).status());
                }
              });
      return statuses;
    }

    @Test
    void canCallItNotEvenWithTheSecretOfTheEndpoint() {
      assertThat(during(Kind.UPDATED.request(), unsigned(Kind.UPDATED.body(""))))
          .containsExactly(401, 401);
      assertThat(deeds).isEmpty();
      assertThat(log.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "BREW"})
    void findsMoreThanAClosedEndpointAfterwards(String method) {
      during();
      FakeExchange exchange = new FakeExchange(method, InputStream.nullInputStream());
      warmed.get(0).serve(exchange.with("Content-Type", "application/json"));

      assertThat(exchange.response().status()).isEqualTo(method.equals("BREW") ? 405 : 503);
      assertThat(exchange.text()).doesNotContain("annotation_content");
      assertThat(warmed.get(0).isClosed()).isTrue();
      assertThat(log.lines()).isEmpty();
    }

    @Test
    void seesTheEventsOfTheEndpoint() {
      during();

      assertThat(warmed.get(0).events()).isEmpty();
    }
  }

  @Nested
  class AFailure {
    private final HookEndpoint endpoint = watched().build();

    private void assertWarning(String type, String text) {
      assertThat(log.lines())
          .singleElement()
          .asString()
          .startsWith(
              "WARN warming up failed, so the first request takes longer exception="
                  + type
                  + " at=")
          .contains(text);
    }

    @Test
    void ofTheServerIsAWarning() {
      endpoint.warmUp(
          warmUp -> {
            throw new IOException("no loopback");
          });

      assertWarning("java.io.IOException", "no loopback");
    }

    @Test
    void isAServerThatDoesNotServeTheEndpoint() {
      endpoint.warmUp(
          warmUp ->
              through(
                  warmUp, exchange -> exchange.respond(EndpointResponse.error(404, "elsewhere"))));

      assertWarning("java.io.IOException", "HTTP/1.1 404");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://192.0.2.1:80/rossum",
          "https://127.0.0.1:443/rossum",
          "http://127.0.0.1/rossum",
          "http:127.0.0.1",
          "/rossum"
        })
    void isAUrlThatIsNotOfThisMachine(String url) {
      endpoint.warmUp(
          warmUp ->
              assertThatIllegalArgumentException()
                  .isThrownBy(() -> warmUp.post(URI.create(url)))
                  .withMessageContaining("127.0.0.1")
                  .withMessageContaining(url));

      assertThat(log.lines()).isEmpty();
    }

    @Test
    void isAPortThatNobodyListensOn() {
      endpoint.warmUp(
          warmUp ->
              assertThatThrownBy(() -> warmUp.post(URI.create("http://127.0.0.1:1/")))
                  .isInstanceOf(IOException.class));
    }
  }

  private record JdkRequest(com.sun.net.httpserver.HttpExchange http) implements HookExchange {
    @Override
    public String method() {
      return http.getRequestMethod();
    }

    @Override
    public String path() {
      return http.getRequestURI().getRawPath();
    }

    @Override
    public String query() {
      return "";
    }

    @Override
    public Headers headers() {
      return Headers.of(http.getRequestHeaders());
    }

    @Override
    public InputStream body() {
      return http.getRequestBody();
    }

    @Override
    public void respond(EndpointResponse response) throws IOException {
      http.sendResponseHeaders(response.status(), response.contentLength());
      response.writeTo(http.getResponseBody());
    }
  }
}
