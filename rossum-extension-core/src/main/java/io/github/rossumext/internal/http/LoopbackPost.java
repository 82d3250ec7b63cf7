package io.github.rossumext.internal.http;

import io.github.rossumext.exchange.EndpointRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A request to a server of the same machine. It uses a socket, because the classes of an HTTP
 * client would take longer to load than the warm-up saves.
 */
public final class LoopbackPost {
  private static final int MAX_RESPONSE = 64 * 1024;

  private LoopbackPost() {}

  /**
   * Posts JSON, and returns when the whole response is there.
   *
   * @throws IllegalArgumentException if the URL is not {@code http}, or leads to another machine
   * @throws IOException if no response arrives in time, or its status is not 200
   */
  public static void send(URI url, EndpointRequest request, Duration timeout) throws IOException {
    if (!"http".equals(url.getScheme()) || url.getHost() == null || url.getPort() < 0) {
      throw new IllegalArgumentException(
          "Expected a URL such as http://127.0.0.1:43211/rossum, but got " + url + ".");
    }
    InetSocketAddress address = new InetSocketAddress(url.getHost(), url.getPort());
    if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "The server of a warm-up must listen on 127.0.0.1 only, but its URL is " + url + ".");
    }
    int millis = (int) timeout.toMillis();
    try (Socket socket = new Socket()) {
      socket.connect(address, millis);
      socket.setSoTimeout(millis);
      write(socket.getOutputStream(), url, request);
      String status = statusLine(socket.getInputStream().readNBytes(MAX_RESPONSE));
      if (!status.startsWith("HTTP/1.1 200")) {
        throw new IOException("Expected status 200 from " + url + ", but got '" + status + "'.");
      }
    }
  }

  private static void write(OutputStream out, URI url, EndpointRequest request) throws IOException {
    byte[] body = request.body();
    StringBuilder head = new StringBuilder("POST ");
    head.append(url.getRawPath().isEmpty() ? "/" : url.getRawPath());
    head.append(" HTTP/1.1\r\nHost: ").append(url.getRawAuthority());
    head.append("\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ");
    head.append(body.length).append("\r\n");
    for (String name : request.headers().names()) {
      head.append(name).append(": ").append(request.headers().first(name).orElse(""));
      head.append("\r\n");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes(body);
    bytes.writeTo(out);
    out.flush();
  }

  private static String statusLine(byte[] response) {
    String text = new String(response, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n");
    return end < 0 ? text : text.substring(0, end);
  }
}
