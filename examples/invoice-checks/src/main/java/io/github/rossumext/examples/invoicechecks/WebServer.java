package io.github.rossumext.examples.invoicechecks;

import com.sun.net.httpserver.HttpServer;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.WarmUp;
import io.github.rossumext.exchange.EndpointResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The HTTP server of the JDK with one endpoint.
 *
 * <p>Slow clients cannot stop it: a request that has not arrived after 10 seconds is closed, and
 * there is a thread for each connection.
 */
final class WebServer {
  static {
    // Seconds. The server reads the property when its first instance is made; the default is never.
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
  }

  /** Connections that may wait to be accepted. The default of 50 is too few for a burst. */
  private static final int BACKLOG = 1000;

  private WebServer() {}

  /**
   * Starts a server. When the program ends, the server finishes the running requests.
   *
   * @param port the port to listen on; 0 takes any free port
   * @param path the path of the endpoint; {@code /} leads to it, and any other path gets 404
   * @throws IllegalStateException if the port is taken
   */
  static HttpServer start(int port, String path, HookEndpoint endpoint) {
    HttpServer server = server(new InetSocketAddress(port), path, endpoint);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, endpoint)));
    server.start();
    return server;
  }

  /** Warms up through a second server, which only this machine reaches. */
  static void warmUp(WarmUp warmUp) throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer second = server(anyPort, "/warm_up", warmUp.endpoint());
    second.start();
    try {
      warmUp.post(URI.create("http://127.0.0.1:" + second.getAddress().getPort() + "/warm_up"));
    } finally {
      second.stop(0);
      ((ExecutorService) second.getExecutor()).shutdown();
    }
  }

  private static HttpServer server(InetSocketAddress address, String path, HookEndpoint endpoint) {
    HttpServer server = listening(address);
    server.createContext(
        "/",
        http -> {
          try (http) {
            JdkExchange exchange = new JdkExchange(http);
            if (exchange.path().equals(path)) {
              endpoint.serve(exchange);
            } else if (exchange.path().equals("/") && exchange.method().equals("GET")) {
              exchange.respond(EndpointResponse.of(302, Map.of("Location", path), new byte[0]));
            } else {
              exchange.respond(EndpointResponse.error(404, "There is nothing here."));
            }
          }
        });
    server.setExecutor(Executors.newCachedThreadPool());
    return server;
  }

  private static HttpServer listening(InetSocketAddress address) {
    try {
      return HttpServer.create(address, BACKLOG);
    } catch (IOException e) {
      throw new IllegalStateException(
          "Cannot listen on port " + address.getPort() + ". Set PORT to a port that is free.", e);
    }
  }

  private static void stop(HttpServer server, HookEndpoint endpoint) {
    endpoint.close();
    server.stop(1);
  }
}
