package io.github.rossumext.testkit.internal.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The HTTP server of the JDK, which translates requests and plays the faults of connections. */
final class HttpDoor implements AutoCloseable {
  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  static {
    // The server sends headers and body apart. Without this, the body waits 40 ms for the
    // acknowledgement of the headers. The server reads it once, before the first one is created.
    if (System.getProperty(NO_DELAY) == null) {
      System.setProperty(NO_DELAY, "true");
    }
  }

  private final HttpServer server;
  private final Relay relay;
  private final ExecutorService threads = Executors.newCachedThreadPool(HttpDoor::daemon);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Function<ApiRequest, Plan> answer;
  private final Consumer<Duration> pass;

  /** What to send, and what goes wrong with it. */
  record Plan(ApiResponse response, @Nullable FaultPlan fault) {}

  /**
   * Creates a server that is not started.
   *
   * @param pass lets time pass on the clock
   */
  HttpDoor(Function<ApiRequest, Plan> answer, Consumer<Duration> pass) {
    this.answer = answer;
    this.pass = pass;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      relay = new Relay(server.getAddress().getPort(), threads);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
  }

  static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "rossum-api-stub");
    thread.setDaemon(true);
    return thread;
  }

  void start() {
    server.start();
    relay.start();
  }

  String baseUrl() {
    return "http://127.0.0.1:" + relay.port();
  }

  @Override
  public void close() {
    closed.countDown();
    relay.close();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Plan plan = answer.apply(request(exchange));
      FaultPlan fault = plan.fault();
      FaultPlan.Kind kind = fault == null ? null : fault.kind();
      if (kind == FaultPlan.Kind.RESET) {
        relay.reset(exchange.getRemoteAddress().getPort());
        return;
      }
      if (kind == FaultPlan.Kind.CLOSE) {
        relay.drop(exchange.getRemoteAddress().getPort());
        return;
      }
      if (fault != null && kind == FaultPlan.Kind.DELAY) {
        pass.accept(fault.time());
      }
      if (fault != null && kind == FaultPlan.Kind.SLOW_HEADERS) {
        sleep(fault.time());
      }
      send(exchange, plan.response(), fault);
    }
  }

  private static ApiRequest request(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) ->
                headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
    String query = exchange.getRequestURI().getRawQuery();
    return new ApiRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        query == null ? "" : query,
        headers,
        exchange.getRequestBody().readAllBytes());
  }

  private void send(HttpExchange exchange, ApiResponse response, @Nullable FaultPlan fault)
      throws IOException {
    response.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    byte[] body = response.body();
    boolean isBodyless =
        body.length == 0 || response.status() == 204 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(response.status(), isBodyless ? -1 : body.length);
    if (isBodyless) {
      return;
    }
    OutputStream out = exchange.getResponseBody();
    FaultPlan.Kind kind = fault == null ? null : fault.kind();
    if (fault != null && (kind == FaultPlan.Kind.SLOW_BODY || kind == FaultPlan.Kind.CUT_BODY)) {
      int half = body.length / 2;
      out.write(body, 0, half);
      out.flush();
      if (kind == FaultPlan.Kind.CUT_BODY) {
        return; // the server closes a connection whose body is not complete
      }
      sleep(fault.time());
      out.write(body, half, body.length - half);
    } else {
      out.write(body);
    }
    out.close();
  }

  private void sleep(Duration time) {
    try {
      // Ends early if the stub is closed meanwhile.
      if (!closed.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
        pass.accept(time);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
