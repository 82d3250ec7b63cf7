package io.github.rossumext.containers;

import io.github.rossumext.testkit.internal.RawConnection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A client of nginx that sends requests as Rossum does. */
final class HttpsClient {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final SSLContext tls;
  private final int port;

  HttpsClient(SSLContext tls, int port) {
    this.tls = tls;
    this.port = port;
  }

  /** Sends a body with the right signature. */
  HttpResponse<String> signed(Version version, byte[] body) throws Exception {
    return signed(version, body, BodyPublishers.ofByteArray(body));
  }

  /** Sends a body in chunks, with the right signature. */
  HttpResponse<String> signedInChunks(Version version, byte[] body) throws Exception {
    return signed(
        version, body, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
  }

  private HttpResponse<String> signed(Version version, byte[] body, BodyPublisher publisher)
      throws Exception {
    return send(
        version,
        request(Container.PATH)
            .header("Content-Type", "application/json")
            .header(Extension.SIGNATURE, Extension.signature(body))
            .POST(publisher));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("https://localhost:" + port + path)).timeout(PATIENCE);
  }

  HttpResponse<String> send(Version version, HttpRequest.Builder request) throws Exception {
    return send(version, tls.getDefaultSSLParameters(), request);
  }

  /** Sends a body over a new connection with these versions of TLS. */
  HttpResponse<String> send(Version version, SSLParameters parameters, HttpRequest.Builder request)
      throws Exception {
    HttpClient client =
        HttpClient.newBuilder()
            .sslContext(tls)
            .sslParameters(parameters)
            .version(version)
            .connectTimeout(PATIENCE)
            .build();
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** Returns a connection with TLS that sends any bytes. */
  RawConnection connect() throws IOException {
    SSLSocket socket =
        (SSLSocket) tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
    socket.startHandshake();
    return new RawConnection(socket, URI.create("https://localhost:" + port + Container.PATH));
  }
}
