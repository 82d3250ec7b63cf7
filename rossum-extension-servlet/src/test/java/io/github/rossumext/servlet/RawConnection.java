package io.github.rossumext.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.TreeMap;

/** A client that says exactly what it is told to, and reads when it is told to. */
final class RawConnection implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  RawConnection(HookServer server) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /** An answer. */
  record Answer(int status, Map<String, String> headers, String body) {}

  /** Sends the head of a request; each header is a line such as {@code Content-Length: 7}. */
  RawConnection head(String method, String... headers) throws IOException {
    StringBuilder head = new StringBuilder(method + " /rossum HTTP/1.1\r\nHost: localhost\r\n");
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

  Answer answer() throws IOException {
    String[] status = line().split(" ", 3);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] header = line.split(": *", 2);
      headers.put(header[0], header[1]);
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("The answer broke off.");
    }
    return new Answer(Integer.parseInt(status[1]), headers, new String(body, UTF_8));
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

  /** Whether the server has closed the connection, as far as it can be read. */
  boolean isAtEnd() throws IOException {
    return in.read() < 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
