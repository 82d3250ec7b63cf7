package io.github.rossumext.examples.invoicechecks;

import com.sun.net.httpserver.HttpServer;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.exchange.EndpointResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** Serves an endpoint from the HTTP server of the JDK. */
final class WebServer {
  private WebServer() {}

  /**
   * Starts a server. When the program ends, it finishes the requests that it has begun.
   *
   * @param port where to listen; 0 takes any free port
   * @param path the path of the endpoint; nothing else is found on the server
   * @throws IllegalStateException if the port is taken
   */
  static HttpServer start(int port, String path, HookEndpoint endpoint) {
    HttpServer server = listening(port);
    server.createContext(
        "/",
        http -> {
          try (http) {
            JdkExchange exchange = new JdkExchange(http);
            if (exchange.path().equals(path)) {
              endpoint.serve(exchange);
            } else {
              exchange.respond(EndpointResponse.error(404, "There is nothing here."));
            }
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
}
