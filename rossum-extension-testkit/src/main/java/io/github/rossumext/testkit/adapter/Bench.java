package io.github.rossumext.testkit.adapter;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.listener.HookListener;
import io.github.rossumext.listener.HookRejection;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.signature.SignatureScheme;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.testkit.internal.RawConnection;
import io.github.rossumext.testkit.internal.RawConnection.Response;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One server with one endpoint, what its listeners and its log were told, and a client. */
final class Bench {
  static final Secret SECRET = Secret.of("marked-secret-51c7");
  static final String SIGNATURE = SignatureScheme.SHA256.header();
  static final String JSON = "Content-Type: application/json";
  static final String CHUNKED = "Transfer-Encoding: chunked";

  /** The signed request of Rossum that is sent if nothing else is said, and its parts. */
  static final SignedRequest REQUEST = SignedRequest.of(Fixtures.invoice(), SECRET);

  static final byte[] BODY = REQUEST.body();
  static final String RIGHT = REQUEST.headers().first(SIGNATURE).orElse("");

  private final AdapterConformance adapter;
  private final CountDownLatch inHandler = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private final List<HookRejection> rejections = new CopyOnWriteArrayList<>();
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final List<RawConnection> connections = new CopyOnWriteArrayList<>();
  private final AutoCloseable capture;
  private @Nullable HookEndpoint endpoint;
  private @Nullable URI url;

  /** Fails if the adapter does not do what the name of its case says. */
  interface Check {
    void run(Bench bench) throws Exception;
  }

  /** One thing that an adapter must do. */
  record Case(String name, Check check) {}

  static Case test(String name, Check check) {
    return new Case(name, check);
  }

  Bench(AdapterConformance adapter) throws Exception {
    this.adapter = adapter;
    this.capture = adapter.captureLog(log::add);
  }

  /** Returns an endpoint that says something of every document, and fails at export. */
  HookEndpoint.Builder builder() {
    return HookEndpoint.builder()
        .secret(SECRET)
        .logExceptionTexts()
        .on(ANNOTATION_CONTENT, ContentRules.of(content -> content.info("Seen.")))
        .on(
            ANNOTATION_CONTENT.only(EXPORT),
            ContentRules.of(
                content -> {
                  throw new IllegalStateException("marked-failure-8d02");
                }))
        .listener(rejected());
  }

  /** Returns an endpoint whose handler waits until it is released. */
  HookEndpoint.Builder waiting() {
    return HookEndpoint.builder()
        .secret(SECRET)
        .logExceptionTexts()
        .on(
            ANNOTATION_CONTENT,
            ContentRules.of(
                content -> {
                  inHandler.countDown();
                  assertTrue(release.await(60, TimeUnit.SECONDS), "Nobody released the handler.");
                }))
        .listener(rejected());
  }

  private HookListener rejected() {
    return new HookListener() {
      @Override
      public void rejected(HookRejection rejection) {
        rejections.add(rejection);
      }
    };
  }

  Bench serve() throws Exception {
    return serve(builder());
  }

  Bench serve(HookEndpoint.Builder built) throws Exception {
    HookEndpoint served = built.build();
    endpoint = served;
    url = adapter.start(served);
    return this;
  }

  HookEndpoint endpoint() {
    if (endpoint == null) {
      throw new IllegalStateException("No endpoint is served.");
    }
    return endpoint;
  }

  /** Returns a connection that is closed with this. */
  RawConnection connect() throws Exception {
    if (url == null) {
      throw new IllegalStateException("No server was started.");
    }
    RawConnection connection = RawConnection.to(url);
    connections.add(connection);
    return connection;
  }

  /** Returns a connection, which is closed with this, to the URL with another query. */
  RawConnection connect(String query) throws Exception {
    if (url == null) {
      throw new IllegalStateException("No server was started.");
    }
    RawConnection connection = RawConnection.to(URI.create(url + "?" + query));
    connections.add(connection);
    return connection;
  }

  /** Sends a GET with this query on a connection of its own. */
  Response poll(String query) throws Exception {
    try (RawConnection connection = connect(query)) {
      return connection.head("GET").response();
    }
  }

  /** Sends a request without a body on a connection of its own. */
  Response send(String method, String... headers) throws Exception {
    try (RawConnection connection = connect()) {
      return connection.head(method, headers).response();
    }
  }

  /** Posts a body on a connection of its own. */
  Response post(byte[] body, String... headers) throws Exception {
    Stream<String> all =
        Stream.concat(Stream.of(headers), Stream.of("Content-Length: " + body.length));
    try (RawConnection connection = connect()) {
      return connection.head("POST", all.toArray(String[]::new)).bytes(body).response();
    }
  }

  Response post(SignedRequest request) throws Exception {
    return post(request.body(), lines(request));
  }

  /** Returns the header lines of a request. */
  static String[] lines(SignedRequest request, String... more) {
    return Stream.concat(
            request.headers().names().stream()
                .flatMap(
                    name -> request.headers().all(name).stream().map(value -> name + ": " + value)),
            Stream.of(more))
        .toArray(String[]::new);
  }

  /** Serves an endpoint, and returns the first request, which waits in the handler. */
  Future<Integer> serveWaiting(HookEndpoint.Builder built) throws Exception {
    serve(built);
    FutureTask<Integer> first = new FutureTask<>(() -> post(REQUEST).status());
    new Thread(first).start();
    assertTrue(inHandler.await(60, TimeUnit.SECONDS), "No handler was called.");
    return first;
  }

  /** Releases the handler and asserts that the request is handled. */
  void assertDone(Future<Integer> request) throws Exception {
    release.countDown();
    assertEquals(200, request.get(60, TimeUnit.SECONDS));
  }

  /** Releases the handler, whose request has its response, and returns when it has ended. */
  void releaseJob() throws InterruptedException {
    release.countDown();
    for (int i = 0; i < 6000 && endpoint().runningJobs() > 0; i++) {
      Thread.sleep(10);
    }
  }

  void assertRejected(Response response, int status, HookRejection.Reason reason, String text)
      throws Exception {
    assertMessage(response, status, text);
    assertEquals(reason, rejection().reason());
    assertEquals(status, rejection().status());
  }

  HookRejection rejection() {
    assertEquals(1, rejections.size(), rejections::toString);
    return rejections.get(0);
  }

  static void assertMessage(Response response, int status, String text) {
    assertEquals(status, response.status(), response::body);
    assertEquals(
        "{\"messages\":[{\"type\":\"error\",\"content\":\"" + text + "\"}]}", response.body());
    assertHeaders(response, "application/json");
  }

  static void assertHeaders(Response response, String type) {
    assertTrue(response.header("Content-Type").matches(type), response.header("Content-Type"));
    assertEquals("no-store", response.header("Cache-Control"));
    assertEquals(
        String.valueOf(response.body().getBytes(UTF_8).length), response.header("Content-Length"));
  }

  static void assertStatus(int status, Response response) {
    assertEquals(status, response.status(), response::body);
  }

  /** Stops the server and asserts that one line was written. */
  void assertOneLine(String pattern) throws Exception {
    stop();
    assertEquals(1, log.size(), log::toString);
    assertTrue(log.get(0).matches(pattern), log::toString);
    assertFalse(log.toString().contains("marked"), log::toString);
  }

  /** Stops the server and asserts that one line was written, about a rejection. */
  void assertRejectedLine(String reason, int bytes, int status) throws Exception {
    assertOneLine(
        "WARN rejected reason=\"%s\" bytes=%d status=%d ms=\\d{1,5}( hint=\"[^\"]+\")?"
            .formatted(reason, bytes, status));
  }

  /** Waits until the log has a line: the client of such a request gets no response. */
  void awaitLine() throws InterruptedException {
    for (int i = 0; i < 2000 && log.isEmpty(); i++) {
      Thread.sleep(10);
    }
  }

  private void stop() throws Exception {
    for (RawConnection connection : connections) {
      connection.close();
    }
    if (url != null) {
      url = null;
      adapter.stop();
    }
  }

  void close() throws Exception {
    release.countDown();
    stop();
    if (endpoint != null) {
      endpoint.close();
    }
    capture.close();
  }
}
