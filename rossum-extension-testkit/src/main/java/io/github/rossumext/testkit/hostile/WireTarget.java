package io.github.rossumext.testkit.hostile;

import static java.util.Locale.ROOT;

import io.github.rossumext.testkit.internal.RawConnection;
import io.github.rossumext.value.Headers;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;

/** An extension at a URL, over HTTP/1.1, with a connection for each request. */
final class WireTarget implements Target {
  private final URI url;

  WireTarget(URI url) {
    if (!List.of("http", "https").contains(String.valueOf(url.getScheme()).toLowerCase(ROOT))) {
      throw new IllegalArgumentException(
          "The URL must have the scheme http or https, but has '" + url.getScheme() + "'.");
    }
    if (url.getHost() == null) {
      throw new IllegalArgumentException("The URL must have a host, but has none.");
    }
    this.url = url;
  }

  @Override
  public boolean isWire() {
    return true;
  }

  @Override
  public HostileResponse send(Attempt request) throws IOException {
    List<String> lines = new ArrayList<>(List.of("Connection: close"));
    if (!request.length().isEmpty()) {
      lines.add("Content-Length: " + request.length());
    }
    request.headers().forEach(header -> lines.add(header.name() + ": " + header.value()));
    try (RawConnection connection = RawConnection.to(url)) {
      try {
        connection.head(request.method(), lines.toArray(String[]::new));
        connection.bytes(request.body());
        if ("http".equalsIgnoreCase(url.getScheme())) {
          connection.end();
        }
      } catch (SocketException | SSLException e) {
        // It was not read to its end: the response can still be read.
      }
      RawConnection.Response response = connection.responseOrEnd();
      return response.status() == RawConnection.Response.WITHOUT_STATUS
          ? new HostileResponse(HostileResponse.CLOSED, "")
          : new HostileResponse(response.status(), response.body(), headers(response));
    } catch (EOFException e) {
      return new HostileResponse(HostileResponse.CLOSED, "");
    }
  }

  private static Headers headers(RawConnection.Response response) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    response.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    return Headers.of(headers);
  }

  @Override
  public String toString() {
    return url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath();
  }
}
