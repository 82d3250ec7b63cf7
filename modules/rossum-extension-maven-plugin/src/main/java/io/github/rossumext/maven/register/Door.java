package io.github.rossumext.maven.register;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** The entrance of an extension, as this machine sees it. */
final class Door {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private Door() {}

  /**
   * Sends a request without a signature, which an extension must refuse. Empty if it does, or if
   * this machine does not reach it, because Rossum may.
   */
  static Optional<String> problem(String url) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url))
              .timeout(TIMEOUT)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString("{}"))
              .build();
      HttpClient client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(TIMEOUT)
              .build();
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status / 100 == 2
          ? Optional.of(
              "  It accepts a request without a signature (status "
                  + status
                  + "), so anybody can call it.")
          : Optional.empty();
    } catch (SSLException e) {
      return Optional.of("  TLS fails: " + e.getMessage() + ". Rossum needs a valid certificate.");
    } catch (IllegalArgumentException e) {
      return Optional.of("  config.url is not a URL: " + e.getMessage() + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // a firewall may let in Rossum only
    }
  }
}
