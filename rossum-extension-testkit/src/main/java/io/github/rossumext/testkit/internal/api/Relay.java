package io.github.rossumext.testkit.internal.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * A relay in front of the HTTP server, which does not let its handlers close or reset a connection.
 * Thread-safe.
 */
final class Relay implements AutoCloseable {
  private final int serverPort;
  private final ServerSocket door;
  private final Executor threads;
  // By the port of the connection to the server, which is the remote port that the server sees.
  private final Map<Integer, Pair> pairs = new ConcurrentHashMap<>();

  private record Pair(Socket client, Socket server) {
    void close() {
      quietly(client);
      quietly(server);
    }
  }

  Relay(int serverPort, Executor threads) throws IOException {
    this.serverPort = serverPort;
    this.threads = threads;
    this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
  }

  int port() {
    return door.getLocalPort();
  }

  void start() {
    threads.execute(this::accept);
  }

  /** Resets the client's connection. */
  void reset(int port) throws IOException {
    Pair pair = pairs.remove(port);
    if (pair != null) {
      pair.client().setSoLinger(true, 0);
      pair.close();
    }
  }

  /** Closes the client's connection. */
  void drop(int port) {
    Pair pair = pairs.remove(port);
    if (pair != null) {
      pair.close();
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    pairs.values().forEach(Pair::close);
  }

  private void accept() {
    while (!door.isClosed()) {
      acceptOne();
    }
  }

  private void acceptOne() {
    try {
      Socket client = door.accept();
      try {
        open(client);
      } catch (IOException | RejectedExecutionException e) {
        quietly(client); // the stub closes just now, and its client would wait
      }
    } catch (IOException e) {
      // The relay is closed.
    }
  }

  private void open(Socket client) throws IOException {
    client.setTcpNoDelay(true);
    Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
    server.setTcpNoDelay(true);
    Pair pair = new Pair(client, server);
    pairs.put(server.getLocalPort(), pair);
    if (door.isClosed()) {
      pair.close(); // it came too late for close(), and its client would wait
      return;
    }
    threads.execute(() -> pump(client, server));
    threads.execute(
        () -> {
          pump(server, client);
          pairs.remove(server.getLocalPort());
          pair.close();
        });
  }

  private static void pump(Socket from, Socket to) {
    byte[] buffer = new byte[16 * 1024];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
      to.shutdownOutput();
    } catch (IOException e) {
      quietly(from);
      quietly(to);
    }
  }

  private static void quietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed, or as good as closed.
    }
  }
}
