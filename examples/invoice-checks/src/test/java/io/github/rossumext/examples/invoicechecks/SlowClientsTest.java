package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.examples.invoicechecks.Documents.invoice;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.testkit.SignedRequest;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that announce a body and send almost nothing of it do not stop the service. */
class SlowClientsTest {
  /** More than the requests that the endpoint handles at a time. */
  private static final int CLIENTS = 400;

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final HookEndpoint endpoint =
      InvoiceChecks.endpoint(Queue.SECRET, Queue.database(), null).build();
  private final HttpServer server = WebServer.start(0, "/invoice_checks", endpoint);
  private final URI url =
      URI.create("http://localhost:" + server.getAddress().getPort() + "/invoice_checks");
  private final List<Socket> clients = new ArrayList<>();

  @AfterEach
  void stop() throws Exception {
    for (Socket client : clients) {
      client.close();
    }
    endpoint.close();
    server.stop(0);
  }

  private void connect(int bytes) throws Exception {
    Socket client = new Socket("localhost", url.getPort());
    clients.add(client);
    String head =
        "POST "
            + url.getPath()
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 200000\r\n\r\n";
    client.getOutputStream().write((head + "{".repeat(bytes)).getBytes(US_ASCII));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1000})
  void leaveRoomForTheOthers(int bytes) throws Exception {
    for (int i = 0; i < CLIENTS; i++) {
      connect(bytes);
    }

    // Long enough for the server to see all of them.
    for (int i = 0; i < 20; i++) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  SignedRequest.of(invoice(), Queue.SECRET).toHttpRequest(url),
                  (name, value) -> true)
              .timeout(Duration.ofSeconds(5))
              .build();

      assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
      Thread.sleep(50);
    }
  }
}
