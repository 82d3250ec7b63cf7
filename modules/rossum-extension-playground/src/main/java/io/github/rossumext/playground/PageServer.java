package io.github.rossumext.playground;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server of the page, on the loopback address only. {@link Guard} says who may come in. */
final class PageServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PageServer.class);

  private final HttpServer server;
  private final ExecutorService threads;
  private final Guard guard;
  private final Api api;

  private PageServer(HttpServer server, LiveDocument document, ScenarioDesk desk) {
    this.server = server;
    this.guard = Guard.ofPort(server.getAddress().getPort());
    this.api = new Api(document, desk);
    // Each open page holds a thread.
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "playground");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Returns a server that holds the port, and does not respond yet. */
  static PageServer listening(int port, LiveDocument document, ScenarioDesk desk) {
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      return new PageServer(
          HttpServer.create(new InetSocketAddress(loopback, port), 0), document, desk);
    } catch (IOException e) {
      throw new IllegalStateException(
          "The playground cannot listen on port " + port + ". Choose a port that is free.", e);
    }
  }

  void start() {
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/#" + guard.token());
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      secure(exchange.getResponseHeaders());
      try {
        respond(exchange);
      } catch (RuntimeException e) {
        LOG.error("Playground request failed: path={}", exchange.getRequestURI().getPath(), e);
        fail(exchange);
      }
    } catch (IOException e) {
      // The page is gone.
    }
  }

  private void respond(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (!guard.isOfThisSite(exchange)) {
      respond(exchange, 403, "This is a playground on its owner's machine.");
    } else if (!path.startsWith("/api/")) {
      file(exchange);
    } else if (guard.hasToken(exchange)) {
      api.handle(exchange);
    } else {
      respond(exchange, 401, "Open the page with the URL that the playground printed.");
    }
  }

  private static void secure(Headers headers) {
    headers.set(
        "Content-Security-Policy",
        "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cache-Control", "no-store");
  }

  private static void file(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("GET")) {
      respond(exchange, 405, "The page is only read.");
      return;
    }
    PageFiles.PageFile file = PageFiles.find(exchange.getRequestURI().getPath()).orElse(null);
    if (file == null) {
      respond(exchange, 404, "There is nothing here.");
      return;
    }
    respond(exchange, 200, file.type(), file.bytes());
  }

  private static void fail(HttpExchange exchange) {
    try {
      respond(exchange, 500, "The playground failed. Its log says why.");
    } catch (IOException e) {
      // The response has begun already, or the page is gone.
    }
  }

  static void respond(HttpExchange exchange, int status, String text) throws IOException {
    respond(exchange, status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  static void respond(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    if (body.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    api.awaitFarewells();
    server.stop(0);
    threads.shutdownNow();
  }
}
