package io.github.rossumext.testkit.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/** An extension at a URL, over HTTP/1.1, with a connection for each request. */
final class WireTarget implements Target {
  private static final int PATIENCE_MILLIS = 30_000;

  private final URI url;
  private final boolean isSecure;

  WireTarget(URI url) {
    this.isSecure = "https".equalsIgnoreCase(url.getScheme());
    if (!isSecure && !"http".equalsIgnoreCase(url.getScheme())) {
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
    try (Socket socket = connect()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        OutputStream out = socket.getOutputStream();
        out.write(head(request));
        out.write(request.body());
        out.flush();
        if (!isSecure) {
          socket.shutdownOutput();
        }
      } catch (SocketException | SSLException e) {
        // It was not read to its end: the response can still be read.
      }
      return response(new BufferedInputStream(socket.getInputStream()));
    }
  }

  private Socket connect() throws IOException {
    int port = url.getPort() >= 0 ? url.getPort() : isSecure ? 443 : 80;
    return isSecure
        ? SSLSocketFactory.getDefault().createSocket(url.getHost(), port)
        : new Socket(url.getHost(), port);
  }

  private byte[] head(Attempt request) {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    StringBuilder head = new StringBuilder();
    head.append(request.method()).append(' ').append(path).append(query).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(url.getRawAuthority()).append("\r\nConnection: close\r\n");
    if (!request.length().isEmpty()) {
      head.append("Content-Length: ").append(request.length()).append("\r\n");
    }
    for (Attempt.Header header : request.headers()) {
      head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(ISO_8859_1);
  }

  private static HostileResponse response(InputStream in) throws IOException {
    try {
      String[] status = line(in).split(" ", 3);
      if (status.length < 2 || !status[1].matches("\\d{3}")) {
        return new HostileResponse(HostileResponse.CLOSED, "");
      }
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        String[] header = line.split(": *", 2);
        headers.put(header[0], header.length > 1 ? header[1] : "");
      }
      return new HostileResponse(Integer.parseInt(status[1]), new String(body(in, headers), UTF_8));
    } catch (EOFException | SocketException | SSLException e) {
      return new HostileResponse(HostileResponse.CLOSED, "");
    }
  }

  private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
    if ("chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (int size = size(in); size > 0; size = size(in)) {
        body.write(in.readNBytes(size));
        line(in);
      }
      return body.toByteArray();
    }
    String length = headers.get("Content-Length");
    return length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("The connection was closed.");
      }
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(ISO_8859_1);
  }

  @Override
  public String toString() {
    return url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath();
  }
}
