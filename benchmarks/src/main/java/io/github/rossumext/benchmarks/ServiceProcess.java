package io.github.rossumext.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service in a process of its own. Its output is read and dropped. */
final class ServiceProcess implements AutoCloseable {
  private static final Pattern LISTENING = Pattern.compile("Listening on (http://\\S+)");
  private static final Pattern HEAP = Pattern.compile("used (\\d+)K");
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

  /** The place of the first of four times in /proc/…/stat, counted after the name. */
  private static final int UTIME = 11;

  private static final long TICKS_PER_SECOND = 100;

  private final Process process;
  private final String url;

  private ServiceProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Starts Java with these arguments, and waits for the line that names the URL. */
  static ServiceProcess start(String secret, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(JAVA.resolve("java").toString());
    command.add("-Xms512m");
    command.add("-Xmx512m");
    command.addAll(arguments);
    return startCommand(secret, command);
  }

  /** Starts a program, and waits for the line that names the URL. */
  static ServiceProcess startCommand(String secret, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(Map.of("ROSSUM_HOOK_SECRET", secret, "PORT", "0"));
    Process process = builder.start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        forget(process.getInputStream());
        return new ServiceProcess(process, listening.group(1));
      }
      System.err.println(line);
    }
    throw new IOException("Expected the service to print its URL, but it ended: " + command);
  }

  private static void forget(InputStream output) {
    Thread reader =
        new Thread(
            () -> {
              try {
                output.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                // The process has ended.
              }
            });
    reader.setDaemon(true);
    reader.start();
  }

  String url() {
    return url;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Returns the milliseconds of processor time that the service and its ended children have used so
   * far, in user and in kernel mode. Linux counts them in steps of 10.
   */
  long processorMillis() throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = 0;
    for (int i = UTIME; i < UTIME + 4; i++) {
      ticks += Long.parseLong(fields[i]);
    }
    return ticks * 1000 / TICKS_PER_SECOND;
  }

  /** Returns the kilobytes of the heap that are in use after a full collection. */
  long usedHeap() {
    ask("GC.run");
    Matcher heap = HEAP.matcher(ask("GC.heap_info"));
    if (!heap.find()) {
      throw new IllegalStateException("Expected the used heap from jcmd, but found none.");
    }
    return Long.parseLong(heap.group(1));
  }

  /** Returns the names of the live threads of the service. */
  List<String> threads() {
    return ask("Thread.print")
        .lines()
        .filter(line -> line.startsWith("\""))
        .map(line -> line.substring(1, line.indexOf('"', 1)))
        .toList();
  }

  private String ask(String command) {
    try {
      Process asking =
          new ProcessBuilder(JAVA.resolve("jcmd").toString(), Long.toString(process.pid()), command)
              .start();
      String output = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      asking.waitFor();
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
