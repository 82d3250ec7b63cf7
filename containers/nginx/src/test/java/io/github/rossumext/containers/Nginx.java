package io.github.rossumext.containers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Debian's nginx with the configuration of the deployment guide. Only the two ports and the
 * directory of the log differ. A main file of its own replaces Debian's {@code
 * /etc/nginx/nginx.conf} and writes its files to a test directory.
 */
final class Nginx {
  private static final Path CONFIGURATION = Path.of("conf");
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private static final String MAIN =
      """
      user www-data;
      daemon off;
      worker_processes 1;
      pid nginx.pid;
      error_log log/error.log warn;
      events {
        worker_connections 768;
      }
      http {
        client_body_temp_path temp/body;
        proxy_temp_path temp/proxy;
        fastcgi_temp_path temp/fastcgi;
        uwsgi_temp_path temp/uwsgi;
        scgi_temp_path temp/scgi;
        sendfile on;
        tcp_nopush on;
        default_type application/octet-stream;
        ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;
        ssl_prefer_server_ciphers on;
        access_log log/access.log;
        gzip on;
        include conf.d/*.conf;
      }
      """;

  private final Path directory;
  private final int port;
  private final Process process;

  private Nginx(Path directory, int port, Process process) {
    this.directory = directory;
    this.port = port;
    this.process = process;
  }

  /**
   * Starts nginx in an empty directory.
   *
   * @param extensionPort the port of the extension
   * @param authority the authority that signs the certificates of the server and the clients
   * @param options the optional files of the guide, such as {@code client-certificate}
   */
  static Nginx start(Path directory, int extensionPort, TestAuthority authority, String... options)
      throws IOException, InterruptedException {
    // If root starts nginx, it runs as www-data, which needs access to the temporary files.
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
    for (String name : List.of("conf.d", "rossum.d", "tls", "log", "temp")) {
      Files.createDirectory(directory.resolve(name));
    }
    authority.signServer("hooks");
    Files.copy(authority.certificate("hooks"), directory.resolve("tls/hooks.pem"));
    Files.copy(authority.key("hooks"), directory.resolve("tls/hooks.key"));
    Files.copy(authority.certificate("ca"), directory.resolve("tls/client-ca.pem"));
    int port = freePort();
    Files.writeString(directory.resolve("nginx.conf"), MAIN);
    Files.writeString(
        directory.resolve("conf.d/rossum.conf"),
        onThisMachine(configuration("rossum"), port, extensionPort, directory));
    for (String option : options) {
      Files.writeString(directory.resolve("rossum.d/" + option + ".conf"), configuration(option));
    }
    Process process =
        Tool.NGINX.start(
            directory, "-p", directory + "/", "-c", directory + "/nginx.conf", "-e", "stderr");
    Nginx nginx = new Nginx(directory, port, process);
    nginx.awaitStart();
    return nginx;
  }

  /** Returns a file of the guide. */
  static String configuration(String name) throws IOException {
    return Files.readString(CONFIGURATION.resolve(name + ".conf"));
  }

  private static String onThisMachine(
      String configuration, int port, int extensionPort, Path directory) {
    String withPort = replaceOnce(configuration, "listen 443 ", "listen 127.0.0.1:" + port + " ");
    String withPorts =
        replaceOnce(withPort, "server 127.0.0.1:8080;", "server 127.0.0.1:" + extensionPort + ";");
    return replaceOnce(withPorts, "/var/log/nginx/", directory + "/log/");
  }

  private static String replaceOnce(String text, String before, String after) {
    assertThat(text).containsOnlyOnce(before);
    return text.replace(before, after);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitStart() throws IOException {
    long start = System.nanoTime();
    while (!accepts()) {
      if (!process.isAlive()) {
        throw new AssertionError(new String(process.getInputStream().readAllBytes(), UTF_8));
      }
      assertThat(System.nanoTime() - start)
          .as("nanoseconds that nginx takes to start")
          .isLessThan(PATIENCE_NANOS);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private boolean accepts() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns the port on the loopback address, for HTTPS. */
  int port() {
    return port;
  }

  /** Stops nginx and returns the text of a log. */
  String logAtTheEnd(String name) throws IOException, InterruptedException {
    stop();
    return Files.readString(directory.resolve("log").resolve(name));
  }

  void stop() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
