package io.github.rossumext.testkit.adapter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** A client that says exactly what it is told to, and reads when it is told to. */
final class RawConnection implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final URI url;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  RawConnection(URI url) throws IOException {
    this.url = url;
    socket = new Socket(url.getHost(), url.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /** A response. Names of headers are found without regard to case. */
  record Response(int status, Map<String, String> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** Sends the head of a request; each header is a line such as {@code Content-Length: 7}. */
  RawConnection head(String method, String... headers) throws IOException {
    StringBuilder head = new StringBuilder(method);
    head.append(' ').append(url.getRawPath()).append(" HTTP/1.1\r\nHost: localhost\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return bytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
  }

  RawConnection bytes(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
    return this;
  }

  RawConnection chunk(byte[] bytes) throws IOException {
    bytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(ISO_8859_1));
    return bytes(bytes).bytes("\r\n".getBytes(ISO_8859_1));
  }

  RawConnection lastChunk() throws IOException {
    return bytes("0\r\n\r\n".getBytes(ISO_8859_1));
  }

  /** Says that nothing more will come, and can still read. */
  RawConnection end() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /** Reads the response, after any that is informational. */
  Response response() throws IOException {
    Response response = next("");
    while (response.status() < 200) {
      response = next("");
    }
    return response;
  }

  /** Reads the response to {@code HEAD}, which has no body. */
  Response responseToHead() throws IOException {
    return next("HEAD");
  }

  /** Reads the next response, whatever it is. */
  Response next(String method) throws IOException {
    String[] status = line().split(" ", 3);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] header = line.split(": *", 2);
      headers.merge(header[0], header[1], (one, other) -> one + ", " + other);
    }
    byte[] body = method.equals("HEAD") ? new byte[0] : body(headers);
    return new Response(Integer.parseInt(status[1]), headers, new String(body, UTF_8));
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    if ("chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (int size = size(); size > 0; size = size()) {
        body.write(in.readNBytes(size));
        line();
      }
      line();
      return body.toByteArray();
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("The response broke off.");
    }
    return body;
  }

  private int size() throws IOException {
    return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("The connection was closed.");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
