package io.github.rossumext.examples.ordermatching;

import io.github.rossumext.spring.test.RossumPlayground;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Opens the playground on the running application. The script {@code playground} starts it. */
final class OrderMatchingPlayground {
  private OrderMatchingPlayground() {}

  /**
   * Opens the playground on the sample.
   *
   * @param args properties of the application. {@code PORT} is the port of the playground here, any
   *     free port unless it is set
   */
  public static void main(String[] args) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--rossum.playground.documents=sample-request.json",
                "--rossum.playground.schema=rossum/schema.json",
                "--server.port=" + freePort()));
    String port = System.getenv("PORT");
    if (port != null) {
      arguments.add("--rossum.playground.port=" + port);
    }
    arguments.addAll(List.of(args));
    RossumPlayground.run(OrderMatching::main, arguments.toArray(String[]::new));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
