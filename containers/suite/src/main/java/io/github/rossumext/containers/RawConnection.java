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

/** A client that sends exactly the given bytes, and reads only when you call it. */
final class RawConnection implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  RawConnection(Container container) throws IOException {
    this(new Socket(InetAddress.getLoopbackAddress(), container.port()));
  }

  /** Returns a client on an open connection, perhaps with TLS. */
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

  /** Sends a request that the server may not read to its end. You can still read the response. */
  RawConnection sendAsFarAsItGoes(Wire request) throws IOException {
    try {
      send(request);
    } catch (SocketException e) {
      // The response tells what happened.
    }
    return this;
  }

  RawConnection bytes(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
    return this;
  }

  /** Ends the output. The client can still read. */
  RawConnection end() throws IOException {
    try {
      socket.shutdownOutput();
    } catch (SocketException e) {
      // The server has closed the connection before.
    }
    return this;
  }

  /** Resets the connection, so that the server also loses bytes that it has not read yet. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Returns the next response. Fails if there is none. */
  WireResponse response() throws IOException {
    WireResponse response = responseOrEnd();
    if (response.status() == WireResponse.CLOSED) {
      throw new EOFException("The connection was closed without a response.");
    }
    return response;
  }

  /**
   * Returns the next response, or {@link WireResponse#closed()} if the server closes the connection
   * instead.
   */
  WireResponse responseOrEnd() throws IOException {
    in.mark(1);
    try {
      if (in.read() < 0) {
        return WireResponse.closed();
      }
    } catch (SocketException e) { // a reset
      return WireResponse.closed();
    }
    in.reset();
    return read(true);
  }

  /** Returns the next response, to {@code HEAD}: it has no body, whatever its headers say. */
  WireResponse responseToHead() throws IOException {
    return read(false);
  }

  private WireResponse read(boolean withBody) throws IOException {
    byte[] start = new byte[5];
    in.mark(start.length);
    boolean hasStatus = in.readNBytes(start, 0, 5) == 5 && new String(start, UTF_8).equals("HTTP/");
    in.reset();
    return hasStatus
        ? readWithStatus(withBody)
        : new WireResponse(WireResponse.WITHOUT_STATUS, Map.of(), "");
  }

  private WireResponse readWithStatus(boolean withBody) throws IOException {
    String[] status = line().split(" ", 3);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] header = line.split(": *", 2);
      headers.put(header[0], header[1]);
    }
    byte[] body = withBody ? body(headers) : new byte[0];
    return new WireResponse(Integer.parseInt(status[1]), headers, new String(body, UTF_8));
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
      throw new EOFException("The connection closed within a response.");
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
