package io.github.rossumext.testkit.simulator;

import io.github.rossumext.testkit.SignedRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** An extension at a URL. As Rossum does, it keeps the query and follows no redirect. */
final class HttpTransport implements Transport {
  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final URI url;

  HttpTransport(URI url) {
    this.url = url;
  }

  @Override
  public WireResponse send(SignedRequest request, Duration timeout) {
    return exchange(
        HttpRequest.newBuilder(request.toHttpRequest(url), (name, value) -> true)
            .timeout(timeout)
            .build());
  }

  @Override
  public WireResponse poll(String location, Duration timeout) {
    try {
      return exchange(HttpRequest.newBuilder(url.resolve(location)).timeout(timeout).GET().build());
    } catch (IllegalArgumentException e) {
      return WireResponse.failed("the header Location is not a URL");
    }
  }

  private WireResponse exchange(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return WireResponse.of(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.headers().firstValue("Location").orElse(""),
          response.body());
    } catch (HttpTimeoutException e) {
      return WireResponse.failed("no response in time");
    } catch (IOException e) {
      return WireResponse.failed("no response: " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return WireResponse.failed("interrupted while waiting for the response");
    }
  }
}
