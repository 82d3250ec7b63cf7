package io.github.rossumext.jdbc;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.HookEvent.INVOCATION_SCHEDULED;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.rossumext.HookContext;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.delivery.DeliverySettings;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.exchange.HookExchange;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.value.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A node of an extension, in a process of its own. It handles exports once and scheduled
 * invocations later. What a handler does is a key of the request: it takes a while ({@code
 * "do":"slow"}), waits for a file ({@code "wait"}), or never ends on one node ({@code "hang on
 * NAME"}).
 */
final class NodeMain {
  /** How long a request waits for a handler. */
  static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final String name;
  private final Path runs;

  private NodeMain(String name, Path runs) {
    this.name = name;
    this.runs = runs;
  }

  /** Starts a node, which runs until its process is killed. */
  public static void main(String[] args) throws Exception {
    start(args);
  }

  /**
   * Starts a node.
   *
   * @param args its name, the JDBC URL, the file to which each run adds a line, the hours by which
   *     its clock is wrong, and the file that will hold its port
   * @return what ends it
   */
  static AutoCloseable start(String... args) throws Exception {
    NodeMain node = new NodeMain(args[0], Path.of(args[2]));
    JdbcDeliveryStore store = JdbcDeliveryStore.of(DriverDataSource.of(args[1]));
    Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(Long.parseLong(args[3])));
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(Exports.SECRET)
            .on(
                ANNOTATION_CONTENT,
                (payload, context) -> {
                  node.run(payload, context);
                  return Exports.saying("booked by " + node.name);
                })
            .listen(INVOCATION_SCHEDULED, node::run)
            .once(Exports.EXPORT)
            .later(INVOCATION_SCHEDULED, URI.create("https://hook.example.com/rossum"))
            .deliveries(DeliverySettings.defaults().withQuickTime(Duration.ofMillis(200)))
            .handlersOnOwnThreads()
            .timeout(TIMEOUT)
            .clock(clock)
            .store(store)
            .build();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.createContext(
        "/rossum",
        http -> {
          try (http) {
            endpoint.serve(new Exchange(http));
          }
        });
    server.start();
    Path port = Path.of(args[4]);
    Path unfinished = port.resolveSibling(port.getFileName() + ".tmp");
    Files.writeString(unfinished, String.valueOf(server.getAddress().getPort()));
    Files.move(unfinished, port, StandardCopyOption.ATOMIC_MOVE);
    return () -> {
      server.stop(0);
      threads.shutdownNow();
      endpoint.close();
    };
  }

  private void run(HookPayload payload, HookContext context) throws Exception {
    Files.writeString(
        runs,
        text(payload, "number") + " " + context.deliveryKey() + " on " + name + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    String what = text(payload, "do");
    if (what.equals("slow")) {
      TimeUnit.MILLISECONDS.sleep(300);
    }
    while (what.equals("wait") && !Files.exists(runs.resolveSibling("end"))) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    while (what.equals("hang on " + name)) {
      hang();
    }
  }

  private static String text(HookPayload payload, String key) {
    return payload.find(key).map(text -> text.as(String.class)).orElseThrow();
  }

  private static void hang() {
    try {
      TimeUnit.HOURS.sleep(1);
    } catch (InterruptedException e) {
      // it does not end for that either
    }
  }

  /** One request to the HTTP server of the JDK. */
  private record Exchange(HttpExchange http) implements HookExchange {
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
      return Objects.requireNonNullElse(http.getRequestURI().getRawQuery(), "");
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
      response.headers().forEach(http.getResponseHeaders()::set);
      int length = response.contentLength();
      http.sendResponseHeaders(response.status(), length == 0 ? -1 : length);
      response.writeTo(http.getResponseBody());
    }
  }
}
