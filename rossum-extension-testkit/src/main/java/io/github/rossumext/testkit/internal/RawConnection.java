package io.github.rossumext.testkit.internal;

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
import javax.net.SocketFactory;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/**
 * A client that sends exactly the given bytes, and reads only when you call it. Not thread-safe.
 */
public final class RawConnection implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;

  private final URI url;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  /** Creates a client on an open connection, with or without TLS, for requests to a URL. */
  public RawConnection(Socket socket, URI url) throws IOException {
    this.url = url;
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /** Connects to the server of a URL, by TLS if the scheme is {@code https}. */
  public static RawConnection to(URI url) throws IOException {
    boolean isSecure = "https".equalsIgnoreCase(url.getScheme());
    int port = url.getPort() >= 0 ? url.getPort() : isSecure ? 443 : 80;
    SocketFactory sockets = isSecure ? SSLSocketFactory.getDefault() : SocketFactory.getDefault();
    return new RawConnection(sockets.createSocket(url.getHost(), port), url);
  }

  /**
   * A response.
   *
   * @param status the status, or one of the constants
   * @param headers the headers, found without regard to case; repeated ones are joined
   */
  public record Response(int status, Map<String, String> headers, String body) {
    /** The status if the connection ended without a response. */
    public static final int CLOSED = 0;

    /** The status of a response of HTTP/0.9, which does not have one. */
    public static final int WITHOUT_STATUS = 9;

    /** The end of the connection without a response. */
    public static final Response END = new Response(CLOSED, Map.of(), "");

    /** Returns a header; {@code ""} if it was not sent. */
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }

    /** Returns whether it comes from an endpoint and is not a page of the server. */
    public boolean isJson() {
      return header("Content-Type").equals("application/json");
    }
  }

  /** Sends the head of a request; each header is a line such as {@code Content-Length: 7}. */
  public RawConnection head(String method, String... headers) throws IOException {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    StringBuilder head = new StringBuilder(method);
    head.append(' ').append(path).append(query).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(url.getRawAuthority()).append("\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return bytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
  }

  /** Sends bytes. */
  public RawConnection bytes(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
    return this;
  }

  /**
   * Sends bytes. If the server refuses to read all of them, the client can still read the response.
   */
  public RawConnection asFarAsItGoes(byte[] bytes) throws IOException {
    try {
      bytes(bytes);
    } catch (SocketException | SSLException e) {
      // The response tells what happened.
    }
    return this;
  }

  /** Sends a chunk of a body. */
  public RawConnection chunk(byte[] bytes) throws IOException {
    bytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(ISO_8859_1));
    return bytes(bytes).bytes("\r\n".getBytes(ISO_8859_1));
  }

  /** Ends a body in chunks. */
  public RawConnection lastChunk() throws IOException {
    return bytes("0\r\n\r\n".getBytes(ISO_8859_1));
  }

  /** Ends the output. The client can still read. */
  public RawConnection end() throws IOException {
    try {
      socket.shutdownOutput();
    } catch (SocketException e) {
      // The server has closed the connection before.
    }
    return this;
  }

  /** Resets the connection, so that the server also loses bytes that it has not read yet. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Reads the response, and skips informational ones. Fails if the connection ends before. */
  public Response response() throws IOException {
    Response response = next();
    while (response.status() >= 100 && response.status() < 200) {
      response = next();
    }
    return response;
  }

  /** Reads the next response of any kind. Fails if the connection ends before. */
  public Response next() throws IOException {
    Response response = responseOrEnd();
    if (response.status() == Response.CLOSED) {
      throw new EOFException("The connection was closed without a response.");
    }
    return response;
  }

  /**
   * Reads the next response. Returns one with the status 0 if the server closes the connection
   * instead.
   */
  public Response responseOrEnd() throws IOException {
    try {
      return read(true);
    } catch (SocketException | SSLException e) { // a reset
      return Response.END;
    }
  }

  /** Reads the response to {@code HEAD}, which has no body, even if its headers declare one. */
  public Response responseToHead() throws IOException {
    return read(false);
  }

  private Response read(boolean hasBody) throws IOException {
    in.mark(5);
    byte[] start = in.readNBytes(5);
    in.reset();
    if (!new String(start, UTF_8).equals("HTTP/")) {
      return start.length == 0 ? Response.END : new Response(Response.WITHOUT_STATUS, Map.of(), "");
    }
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] header = line.split(": *", 2);
      headers.merge(
          header[0], header.length > 1 ? header[1] : "", (one, other) -> one + ", " + other);
    }
    boolean isBare = !hasBody || status < 200 || status == 204 || status == 304;
    byte[] body = isBare ? new byte[0] : body(headers);
    return new Response(status, headers, new String(body, UTF_8));
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    if ("chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (int size = size(); size > 0; size = size()) {
        body.write(whole(size));
        line();
      }
      line();
      return body.toByteArray();
    }
    String length = headers.get("Content-Length");
    return length == null ? in.readAllBytes() : whole(Integer.parseInt(length));
  }

  private int size() throws IOException {
    return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
  }

  private byte[] whole(int length) throws IOException {
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
