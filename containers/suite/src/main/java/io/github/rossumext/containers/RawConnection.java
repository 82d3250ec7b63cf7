package io.github.rossumext.containers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import java.util.TreeMap;

/** A client that says exactly what it is told to, and reads when it is told to. */
final class RawConnection implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  RawConnection(Container container) throws IOException {
    this(new Socket(InetAddress.getLoopbackAddress(), container.port()));
  }

  /** Over a connection that stands, with TLS perhaps. */
  RawConnection(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  RawConnection send(Wire request) throws IOException {
    return bytes(request.bytes());
  }

  /**
   * Sends a request that the server may refuse to read to its end: what it answers is still there
   * to be read.
   */
  RawConnection sendAsFarAsItGoes(Wire request) throws IOException {
    try {
      send(request);
    } catch (SocketException e) {
      // The answer tells the rest.
    }
    return this;
  }

  RawConnection bytes(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
    return this;
  }

  /** Says that nothing more will come, and can still read. */
  RawConnection end() throws IOException {
    try {
      socket.shutdownOutput();
    } catch (SocketException e) {
      // The server has said so before.
    }
    return this;
  }

  /** Goes without a farewell: what was sent and not yet read is lost to the server too. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** The next answer; fails where there is none. */
  Answer answer() throws IOException {
    Answer answer = answerOrEnd();
    if (answer.status() == Answer.CLOSED) {
      throw new EOFException("The connection was closed without an answer.");
    }
    return answer;
  }

  /** The next answer, or {@link Answer#closed()} where the server closes the connection instead. */
  Answer answerOrEnd() throws IOException {
    in.mark(1);
    try {
      if (in.read() < 0) {
        return Answer.closed();
      }
    } catch (SocketException e) { // a reset
      return Answer.closed();
    }
    in.reset();
    return read(true);
  }

  /** The next answer, which is one to {@code HEAD} and has no body whatever its headers say. */
  Answer answerToHead() throws IOException {
    return read(false);
  }

  private Answer read(boolean withBody) throws IOException {
    byte[] start = new byte[5];
    in.mark(start.length);
    boolean hasStatus = in.readNBytes(start, 0, 5) == 5 && new String(start, UTF_8).equals("HTTP/");
    in.reset();
    return hasStatus ? readWithStatus(withBody) : new Answer(Answer.WITHOUT_STATUS, Map.of(), "");
  }

  private Answer readWithStatus(boolean withBody) throws IOException {
    String[] status = line().split(" ", 3);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] header = line.split(": *", 2);
      headers.put(header[0], header[1]);
    }
    byte[] body = withBody ? body(headers) : new byte[0];
    return new Answer(Integer.parseInt(status[1]), headers, new String(body, UTF_8));
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    if ("chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
      return chunks();
    }
    return bytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = size(); size > 0; size = size()) {
      body.write(bytes(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int size() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private byte[] bytes(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("The answer broke off.");
    }
    return bytes;
  }

  private String line() throws IOException {
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
  public void close() throws IOException {
    socket.close();
  }
}
