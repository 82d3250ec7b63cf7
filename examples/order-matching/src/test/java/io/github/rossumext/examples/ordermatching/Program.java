package io.github.rossumext.examples.ordermatching;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program of the example as a process, with the class path of the tests. */
final class Program implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;
  private final List<String> read = new ArrayList<>();

  private Program(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts a program.
   *
   * @param options options of the JVM, and then the class with its arguments
   */
  static Program start(String classPath, Map<String, String> environment, String... options)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // as the script that starts the examples
                "-XX:+UseSerialGC",
                "-Dlogging.config=classpath:logback-of-the-program.xml",
                "-cp",
                classPath));
    command.addAll(List.of(options));
    ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
    program
        .environment()
        .keySet()
        .removeAll(List.of("ROSSUM_HOOK_SECRET", "PORT", "PUBLIC_URL", "ERP_URL"));
    program.environment().putAll(environment);
    return new Program(program.start());
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Returns the first line with this text, or all lines if the program ends before. */
  String lineWith(String text) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      read.add(line);
      if (line.contains(text)) {
        return line;
      }
    }
    return String.join("\n", read);
  }

  /** Returns the URL of the hook once it is served. */
  static URI hook(int port) {
    return URI.create("http://localhost:" + port + "/rossum");
  }

  /** Reads what is left, and returns the exit status. */
  int await() throws IOException, InterruptedException {
    output.lines().forEach(read::add);
    return process.waitFor();
  }

  /** Returns what it has written so far. */
  List<String> read() {
    return List.copyOf(read);
  }

  /** Ends it as kill does, so that its output can still be read. */
  void end() {
    process.toHandle().destroy();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
