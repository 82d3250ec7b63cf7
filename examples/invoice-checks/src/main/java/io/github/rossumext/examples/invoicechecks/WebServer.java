package io.github.rossumext.examples.invoicechecks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.rossumext.Admission;
import io.github.rossumext.EndpointRequest;
import io.github.rossumext.EndpointResponse;
import io.github.rossumext.HookEndpoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/**
 * Serves an endpoint from the HTTP server of the JDK: headers and bytes in, status and bytes out.
 */
final class WebServer {
  private WebServer() {}

  /**
   * Starts a server. When the program ends, it finishes the requests that it is answering.
   *
   * @param port where to listen; 0 takes any free port
   * @param path the path of the endpoint; nothing else is found on the server
   * @throws IllegalStateException if the port cannot be had
   */
  static HttpServer start(int port, String path, HookEndpoint endpoint) {
    HttpServer server = listening(port);
    server.createContext(
        "/",
        exchange -> {
          // The leave to work on it comes first, so that a flood of requests is refused.
          try (exchange;
              Admission admission = endpoint.admit()) {
            send(exchange, answer(exchange, path, endpoint, admission));
          }
        });
    server.setExecutor(Executors.newCachedThreadPool());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, endpoint)));
    server.start();
    return server;
  }

  private static HttpServer listening(int port) {
    try {
      return HttpServer.create(new InetSocketAddress(port), 0);
    } catch (IOException e) {
      throw new IllegalStateException(
          "Cannot listen on port " + port + ". Set PORT to a port that is free.", e);
    }
  }

  private static void stop(HttpServer server, HookEndpoint endpoint) {
    endpoint.close();
    server.stop(1);
  }

  private static EndpointResponse answer(
      HttpExchange exchange, String path, HookEndpoint endpoint, Admission admission)
      throws IOException {
    if (!exchange.getRequestURI().getPath().equals(path)) {
      return EndpointResponse.error(404, "There is nothing here.");
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return EndpointResponse.error(405, "Rossum calls this by POST.");
    }
    if (!admission.isGranted()) {
      return endpoint.overloaded();
    }
    // One byte more than is accepted: the endpoint then says that it is too large.
    byte[] body = exchange.getRequestBody().readNBytes(endpoint.maxBodyBytes() + 1);
    return endpoint.handle(EndpointRequest.of(exchange.getRequestHeaders(), body));
  }

  private static void send(HttpExchange exchange, EndpointResponse answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(answer.status(), answer.contentLength());
    answer.writeTo(exchange.getResponseBody());
  }
}
