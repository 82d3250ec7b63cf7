package io.github.rossumext.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What the start of a service and its first 1 000 requests cost, compared with the {@link
 * BareServer}, which is started plainly. The processes run in turns, and no two at a time. It
 * counts the processor time of the process, which depends less on what else the machine does.
 */
final class ColdStart {
  private static final String SECRET = "a secret for the cold start";
  private static final int REQUESTS = 1000;

  /** Requests until everything is compiled, only counted if the system property is set. */
  private static final int LATER = Integer.getInteger("later", 0);

  private static final int MEASURED_LATER = 5000;

  private static final List<String> MEASURES =
      List.of(
          "processor, start to first response (ms)",
          "processor, first request (ms)",
          "latency, first request (ms)",
          "processor, first 1000 requests (ms)",
          "processor, a request later (µs)");

  private ColdStart() {}

  /**
   * Measures.
   *
   * @param args the number of rounds, and the command that starts the service, such as {@code 9
   *     examples/start vendor-matching}. With the system property {@code later}, such as 30000, it
   *     also measures what a request costs after that many.
   */
  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    List<String> service = List.of(args).subList(1, args.length);
    List<String> bare =
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-cp",
            System.getProperty("java.class.path"),
            BareServer.class.getName());
    byte[] body = Bodies.matched(Bodies.invoice(Language.ENGLISH));
    run(service, body); // makes the archive, if the service has one
    Map<String, List<Double>> all = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      Turns<double[]> turns = Turns.take(round, service, bare, one -> run(one, body));
      double[] ours = turns.ours();
      double[] theirs = turns.theirs();
      for (int i = 0; i < ours.length; i++) {
        String name = MEASURES.get(i);
        all.computeIfAbsent(name + ": service", key -> new ArrayList<>()).add(ours[i]);
        all.computeIfAbsent(name + ": bare", key -> new ArrayList<>()).add(theirs[i]);
        all.computeIfAbsent(name + ": service / bare", key -> new ArrayList<>())
            .add(ours[i] / theirs[i]);
      }
    }
    all.forEach((name, values) -> print("%-62s %s%n", name, Ratios.spread(2, values)));
    print(
        "load of the machine: %.1f%n",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static double[] run(List<String> command, byte[] body) throws Exception {
    byte[] signature = new Floor(SECRET).mac(body);
    try (ServiceProcess process = ServiceProcess.startCommand(SECRET, command);
        Client client = new Client(URI.create(process.url()), body, signature)) {
      long started = process.processorMillis();
      long before = System.nanoTime();
      client.send();
      double latency = (System.nanoTime() - before) / 1e6;
      long answered = process.processorMillis();
      for (int i = 1; i < REQUESTS; i++) {
        client.send();
      }
      long end = process.processorMillis();
      double first = Math.max(answered - started, 1);
      if (LATER == 0) {
        return new double[] {answered, first, latency, end - started};
      }
      for (int i = REQUESTS; i < LATER; i++) {
        client.send();
      }
      long settled = process.processorMillis();
      for (int i = 0; i < MEASURED_LATER; i++) {
        client.send();
      }
      double later = (process.processorMillis() - settled) * 1000.0 / MEASURED_LATER;
      return new double[] {answered, first, latency, end - started, later};
    }
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }

  /** Sends the same request on one connection. Nothing of it is measured. */
  private static final class Client implements AutoCloseable {
    private final Socket socket;
    private final byte[] request;

    Client(URI url, byte[] body, byte[] signature) throws IOException {
      socket = new Socket(url.getHost(), url.getPort());
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) TimeUnit.MINUTES.toMillis(1));
      StringBuilder head = new StringBuilder("POST ").append(url.getPath());
      head.append(" HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n");
      head.append("Content-Length: ").append(body.length).append("\r\n");
      head.append("X-Rossum-Signature-SHA256: sha256=");
      head.append(HexFormat.of().formatHex(signature)).append("\r\n\r\n");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
      bytes.writeBytes(body);
      request = bytes.toByteArray();
    }

    void send() throws IOException {
      socket.getOutputStream().write(request);
      InputStream in = socket.getInputStream();
      String head = head(in);
      if (!head.startsWith("HTTP/1.1 200")) {
        throw new IOException("Expected status 200, but got " + head);
      }
      String length = head.toLowerCase(Locale.ROOT).split("content-length: ", 2)[1];
      in.readNBytes(Integer.parseInt(length.split("\r", 2)[0]));
    }

    private static String head(InputStream in) throws IOException {
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = in.read();
        if (next < 0) {
          throw new IOException("Expected a response, but the connection ended.");
        }
        head.append((char) next);
      }
      return head.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
