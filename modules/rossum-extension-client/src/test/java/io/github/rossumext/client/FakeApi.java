package io.github.rossumext.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP server that can do what the API stub cannot: it shows the token of a request, needs none,
 * and writes a response byte by byte.
 */
final class FakeApi implements AutoCloseable {
  /** The head of a request that was read whole. */
  record Request(String method, String target, Map<String, String> headers) {
    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    @Override
    public String toString() {
      return method + " " + target;
    }
  }

  /** Writes a response; the connection ends if it returns false. */
  interface Response {
    boolean write(Socket socket, OutputStream out) throws IOException;
  }

  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Deque<Response> next = new ArrayDeque<>();
  private volatile Function<Request, Response> otherwise = request -> json("{}");

  FakeApi() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** Responds to the next requests so, one after the other. */
  FakeApi respond(Response... responses) {
    synchronized (next) {
      next.addAll(List.of(responses));
    }
    return this;
  }

  /** Responds to all other requests so. */
  FakeApi otherwise(Function<Request, Response> handler) {
    otherwise = handler;
    return this;
  }

  List<Request> requests() {
    return requests;
  }

  /** Waits until the clients have closed all connections. */
  void awaitNoConnection() throws InterruptedException {
    for (int i = 0; i < 100 && !open.isEmpty(); i++) {
      Thread.sleep(50);
    }
    if (!open.isEmpty()) {
      throw new AssertionError("Expected no connection, found " + open.size() + ".");
    }
  }

  Request lastRequest() {
    return requests.get(requests.size() - 1);
  }

  static Response json(String body) {
    return response(200, "Content-Type: application/json", body);
  }

  static Response response(int status, String header, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    String head =
        "HTTP/1.1 "
            + status
            + " X\r\n"
            + (header.isEmpty() ? "" : header + "\r\n")
            + (status == 204 ? "" : "Content-Length: " + bytes.length + "\r\n")
            + "\r\n";
    return (socket, out) -> {
      out.write(head.getBytes(ISO_8859_1));
      out.write(bytes);
      out.flush();
      return true;
    };
  }

  /** Writes this, and then so many times one byte a tenth of a second, as if it had all day. */
  static Response slow(String head) {
    return (socket, out) -> {
      out.write(head.getBytes(ISO_8859_1));
      out.flush();
      for (int i = 0; i < 300; i++) {
        try {
          Thread.sleep(100);
        } catch (InterruptedException e) {
          return false;
        }
        // In the middle of the headers, it begins one more.
        out.write(head.endsWith("\r\n\r\n") ? ' ' : 'x');
        out.flush();
      }
      return false;
    };
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "fake-api");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        open.add(socket);
        start(() -> serve(socket));
      }
    } catch (IOException e) {
      // The server was closed.
      return;
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      boolean goesOn = true;
      while (goesOn) {
        Request request = read(in);
        if (request == null) {
          return;
        }
        requests.add(request);
        Response response;
        synchronized (next) {
          response = next.poll();
        }
        goesOn =
            (response == null ? otherwise.apply(request) : response)
                .write(socket, socket.getOutputStream());
      }
    } catch (IOException e) {
      // The client has gone.
      return;
    } finally {
      open.remove(socket);
    }
  }

  private static @Nullable Request read(InputStream in) throws IOException {
    String start = line(in);
    if (start.isEmpty()) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    in.skipNBytes(Long.parseLong(headers.getOrDefault("content-length", "0")));
    String[] words = start.split(" ", -1);
    return new Request(words[0], words[1], headers);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(ISO_8859_1);
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
