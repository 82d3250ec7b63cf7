package io.github.rossumext.containers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Makes an event of each HTTP request, as the documentation of AWS shows it, and responds. */
final class Gateway implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  Gateway(UnaryOperator<Map<String, Object>> function, boolean isBase64) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/rossum",
        http -> {
          try (http) {
            respond(http, function.apply(event(http, isBase64)));
          }
        });
    server.start();
  }

  URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/rossum");
  }

  static Map<String, Object> event(
      String method, String path, Map<String, String> headers, byte[] body, boolean isBase64) {
    Map<String, Object> event = new HashMap<>();
    event.put("version", "2.0");
    event.put("rawPath", path);
    event.put("rawQueryString", "");
    event.put("headers", headers);
    event.put("requestContext", Map.of("http", Map.of("method", method, "path", path)));
    event.put("isBase64Encoded", isBase64);
    if (body.length > 0) {
      event.put(
          "body", isBase64 ? Base64.getEncoder().encodeToString(body) : new String(body, UTF_8));
    }
    return event;
  }

  private static Map<String, Object> event(HttpExchange http, boolean isBase64) throws IOException {
    Map<String, String> headers = new HashMap<>();
    http.getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    URI url = http.getRequestURI();
    byte[] body = http.getRequestBody().readAllBytes();
    Map<String, Object> event =
        event(http.getRequestMethod(), url.getRawPath(), headers, body, isBase64);
    event.put("rawQueryString", url.getRawQuery() == null ? "" : url.getRawQuery());
    return event;
  }

  private static void respond(HttpExchange http, Map<String, Object> response) throws IOException {
    byte[] body = ((String) response.get("body")).getBytes(UTF_8);
    ((Map<?, ?>) response.get("headers"))
        .forEach((name, value) -> http.getResponseHeaders().set((String) name, (String) value));
    http.sendResponseHeaders(
        (Integer) response.get("statusCode"), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      http.getResponseBody().write(body);
    }
  }

  /** Stops once the requests that it has begun are done. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("A request does not end.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.stop(0);
  }
}
