package io.github.rossumext.containers;

import static java.net.http.HttpClient.Version.HTTP_1_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.testkit.internal.RawConnection;
import io.github.rossumext.testkit.internal.RawConnection.Response;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs an nginx and an extension of its own: limits, logs, and an extension that closes. */
class NginxAloneTest {
  private static final int CONNECTIONS = 100;
  private static final int BURST = 200;
  private static final int PATIENCE = 50;
  private static final String UNAVAILABLE = "The extension cannot be reached.";

  @TempDir Path certificates;
  @TempDir Path directory;

  private Upstream upstream;
  private Nginx nginx;
  private HttpsClient client;

  @BeforeAll
  static void isInstalled() {
    Tool.NGINX.path();
  }

  @BeforeEach
  void start() throws Exception {
    TestAuthority authority = TestAuthority.in(certificates);
    upstream = new Upstream();
    nginx = Nginx.start(directory, upstream.port(), authority);
    client = new HttpsClient(authority.client(), nginx.port());
  }

  @AfterEach
  void stop() throws Exception {
    if (nginx != null) {
      nginx.stop();
      upstream.stop();
    }
  }

  @Test
  void theResponseOfAnExtensionThatIsBeingStoppedPassesAsItIs() throws Exception {
    upstream.endpoint().close();
    HttpResponse<String> response = client.signed(HTTP_1_1, BehindNginx.INVOICE);
    BehindNginx.assertHasAMessage(response, 503, "The extension is being restarted.");
    assertThat(response.headers().allValues("Retry-After")).hasSize(1);
    HttpResponse<String> page = client.send(HTTP_1_1, client.request(Container.PATH));
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).doesNotContain(UNAVAILABLE);
  }

  @Test
  void moreRequestsAtATimeThanNginxTakesAreRefusedWithAMessage() throws Exception {
    Wire waiting = BehindNginx.GOOD.header("Expect: 100-continue");
    List<RawConnection> connections = new ArrayList<>();
    try (RawConnection oneMore = client.connect()) {
      for (int i = 0; i < CONNECTIONS; i++) {
        RawConnection connection = client.connect();
        connections.add(connection);
        // It is counted from here on, and until its body has come.
        assertThat(connection.bytes(waiting.head()).next().status()).isEqualTo(100);
      }
      Response refused = oneMore.bytes(BehindNginx.GOOD.bytes()).response();
      BehindNginx.assertHasAMessage(refused, 503, UNAVAILABLE);
      assertThat(refused.headers()).containsEntry("Retry-After", "1");
      for (RawConnection connection : connections) {
        ContainerSuite.assertIsTheExtensionsResponse(connection.bytes(waiting.body()).response());
      }
      ContainerSuite.assertServesAGoodRequest(oneMore);
    } finally {
      for (RawConnection connection : connections) {
        connection.close();
      }
    }
  }

  @Test
  void moreRequestsInAShortTimeThanNginxTakesAreRefusedWithAMessage() throws Exception {
    Wire page = Wire.of("GET");
    byte[] pages = new String(page.bytes(), UTF_8).repeat(BURST).getBytes(UTF_8);
    Response response = Response.END;
    for (int batch = 0; batch < PATIENCE && response.status() != 503; batch++) {
      try (RawConnection connection = client.connect()) {
        connection.bytes(pages);
        for (int i = 0; i < BURST && response.status() != 503; i++) {
          response = connection.response();
        }
      }
    }
    BehindNginx.assertHasAMessage(response, 503, UNAVAILABLE);
  }

  @Test
  void theLogShowsThePathAndTheStatusesAndNothingElseOfARequest() throws Exception {
    HttpResponse<String> response =
        client.send(
            HTTP_1_1,
            client
                .request(Container.PATH + "?token=marked-query")
                .header("Content-Type", "application/json")
                .header("Referer", "https://marked-referer")
                .header(Extension.SIGNATURE, Extension.signature(BehindNginx.INVOICE))
                .POST(BodyPublishers.ofByteArray(BehindNginx.INVOICE)));
    BehindNginx.assertIsTheExtensionsResponse(response);
    String log = nginx.logAtTheEnd("rossum.log");
    assertThat(log)
        .contains("\"POST /rossum\" 200 ", "extension: 200 in ")
        .doesNotContain("marked", Extension.signature(BehindNginx.INVOICE));
    assertThat(nginx.logAtTheEnd("access.log")).isEmpty();
  }

  @Test
  void aLargeDocumentIsNotWrittenToAFile() throws Exception {
    byte[] large = BehindNginx.invoiceOf(2_400_000);
    BehindNginx.assertIsTheExtensionsResponse(client.signed(HTTP_1_1, large));
    BehindNginx.assertIsTheExtensionsResponse(client.signedInChunks(HTTP_1_1, large));
    assertThat(nginx.logAtTheEnd("error.log")).doesNotContain("temporary file");
  }

  @Test
  void aDocumentOverTheBufferIsWrittenToAFileUntilItGetsAResponse() throws Exception {
    byte[] huge = BehindNginx.invoiceOf(6_000_000); // nginx lets a buffer grow by a quarter
    BehindNginx.assertIsTheExtensionsResponse(client.signed(HTTP_1_1, huge));
    assertThat(nginx.logAtTheEnd("error.log")).contains("temporary file");
    assertThat(directory.resolve("temp/body")).isEmptyDirectory();
  }
}
