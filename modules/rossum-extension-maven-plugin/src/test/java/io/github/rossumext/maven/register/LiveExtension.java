package io.github.rossumext.maven.register;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;

import com.sun.net.httpserver.HttpServer;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An extension that listens on the loopback address. */
final class LiveExtension implements AutoCloseable {
  private final HttpServer server;
  private final HookEndpoint endpoint;
  private final List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());

  LiveExtension(ContentRule rule, String... secrets) {
    HookEndpoint.Builder builder = HookEndpoint.builder();
    for (String secret : secrets) {
      builder.secret(Secret.of(secret));
    }
    endpoint = builder.on(ANNOTATION_CONTENT, ContentRules.of(rule)).build();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/rossum",
        exchange -> {
          EndpointResponse response =
              endpoint.handle(
                  EndpointRequest.of(
                      exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
          statuses.add(response.status());
          exchange.sendResponseHeaders(response.status(), response.body().length);
          exchange.getResponseBody().write(response.body());
          exchange.close();
        });
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/rossum";
  }

  /** The statuses of the responses so far. */
  List<Integer> statuses() {
    return List.copyOf(statuses);
  }

  @Override
  public void close() {
    server.stop(0);
    endpoint.close();
  }
}
