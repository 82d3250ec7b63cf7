package io.github.rossumext.examples.vendormatching;

import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.value.Headers;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Calls the extension over HTTP as Rossum and others do. */
final class Client {
  /** What the extension of the tests was started with. */
  static final Secret SECRET = Secret.of("a-secret-for-the-tests");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI url;

  Client(URI url) {
    this.url = url;
  }

  HttpResponse<String> post(SignedRequest request) throws IOException, InterruptedException {
    return post(request.body(), request.headers());
  }

  HttpResponse<String> post(byte[] body, Headers headers) throws IOException, InterruptedException {
    HttpRequest.Builder request = request("").POST(HttpRequest.BodyPublishers.ofByteArray(body));
    Headers all = headers.with("Content-Type", "application/json");
    for (String name : all.names()) {
      all.all(name).forEach(value -> request.header(name, value));
    }
    return send(request);
  }

  /** Gets the extension's URL, lengthened by a path. */
  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(60));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
