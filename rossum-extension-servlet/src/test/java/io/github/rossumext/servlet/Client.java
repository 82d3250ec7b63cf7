package io.github.rossumext.servlet;

import io.github.rossumext.testkit.SignedRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** An ordinary HTTP client. */
final class Client {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final HookServer server;

  Client(HookServer server) {
    this.server = server;
  }

  /** Posts a request as Rossum does. */
  HttpResponse<String> post(SignedRequest request) throws IOException, InterruptedException {
    HttpRequest.Builder http =
        HttpRequest.newBuilder(server.uri()).POST(BodyPublishers.ofByteArray(request.body()));
    for (String name : request.headers().names()) {
      request.headers().all(name).forEach(value -> http.header(name, value));
    }
    return CLIENT.send(http.build(), BodyHandlers.ofString());
  }

  /** Sends any request; the headers are names and values in turn. */
  HttpResponse<String> send(String method, BodyPublisher body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder http = HttpRequest.newBuilder(server.uri()).method(method, body);
    for (int i = 0; i < headers.length; i += 2) {
      http.header(headers[i], headers[i + 1]);
    }
    return CLIENT.send(http.build(), BodyHandlers.ofString());
  }

  /** Sends a request without a body. */
  HttpResponse<String> send(String method) throws IOException, InterruptedException {
    return send(method, BodyPublishers.noBody());
  }
}
