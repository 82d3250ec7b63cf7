package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.examples.invoicechecks.Documents.invoice;
import static io.github.rossumext.examples.invoicechecks.Queue.said;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The extension over HTTP. */
class WebServerTest {
  private final HookEndpoint endpoint =
      InvoiceChecks.endpoint(Queue.SECRET, Queue.database(), null).maxBodyBytes(100_000).build();
  private final HttpServer server = WebServer.start(0, "/invoice_checks", endpoint);

  @AfterEach
  void stop() {
    endpoint.close();
    server.stop(0);
  }

  private URI url(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    return response.statusCode();
  }

  private HttpRequest.Builder post(String path, int bytes) {
    return HttpRequest.newBuilder(url(path))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[bytes]));
  }

  @Test
  void theRulesRespond() {
    RossumSimulator rossum =
        RossumSimulator.of(url("/invoice_checks"), Queue.SECRET)
            .open(invoice().withField("amount_total", "119.00"));

    rossum.initialize();

    assertThat(rossum.field("date_due")).hasText("2026-02-14");
    assertThat(said(rossum))
        .containsExactly("error on amount_total: Net and VAT add up to 1190.00, not to the total.");
    assertThat(rossum).hasNoProblems();
  }

  @Test
  void aRequestThatIsNotRossumsIsRejected() {
    RossumSimulator somebody =
        RossumSimulator.of(url("/invoice_checks"), Secret.of("guessed")).open(invoice());

    somebody.initialize();

    assertThat(somebody.exchanges())
        .extracting(exchange -> exchange.status().orElse(0))
        .containsExactly(401);
    assertThat(somebody.field("date_due")).isEmpty();
  }

  @Test
  void aBodyThatIsTooLargeIsRejected() throws Exception {
    assertThat(status(post("/invoice_checks", 100_001))).isEqualTo(413);
    assertThat(status(post("/invoice_checks", 100_000))).isEqualTo(401);
  }

  @Test
  void theRootLeadsToTheStatusPage() throws Exception {
    HttpClient browser =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    HttpResponse<String> page =
        browser.send(HttpRequest.newBuilder(url("/")).build(), BodyHandlers.ofString());

    assertThat(page.uri()).hasPath("/invoice_checks");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("The Rossum extension is up.");
  }

  @Test
  void nothingElseIsThere() throws Exception {
    assertThat(status(post("/", 0))).isEqualTo(404);
    assertThat(status(post("/invoice_checks/more", 0))).isEqualTo(404);
    assertThat(status(post("/invoice_checks.html", 0))).isEqualTo(404);
  }

  @Test
  void anotherMethodIsRejectedAndAGetShowsTheEvents() throws Exception {
    assertThat(status(HttpRequest.newBuilder(url("/invoice_checks")).DELETE())).isEqualTo(405);

    HttpResponse<String> page =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(url("/invoice_checks")).GET().build(),
                BodyHandlers.ofString());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("annotation_content");
  }
}
