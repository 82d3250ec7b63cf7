package io.github.rossumext.containers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.testkit.Fixture;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests of a proxy that speaks HTTP/2 without TLS to the container behind it. */
public abstract class Http2Suite extends ContainerSuite {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client =
      HttpClient.newBuilder().version(Version.HTTP_2).connectTimeout(PATIENCE).build();

  static Stream<Fixture> fixtures() {
    return TrafficSuite.fixtures();
  }

  /** Upgrades the connection by a request without a body. All other requests share it. */
  @BeforeAll
  final void upgrade() throws Exception {
    HttpResponse<String> page = client.send(request().build(), BodyHandlers.ofString());
    assertThat(page.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void everyEventGetsAResponse(Fixture fixture) throws Exception {
    HttpResponse<String> response = send(signed(fixture.body()));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(response.headers().firstValueAsLong("content-length"))
        .hasValue(response.body().getBytes(UTF_8).length);
  }

  @Test
  void aBodyWithoutALengthIsReadToItsEnd() throws Exception {
    assertIsTheExtensionsResponse(send(signed(INVOICE, withoutLength(INVOICE))));
  }

  @Test
  void thePageIsThereForBrowsers() throws Exception {
    HttpResponse<String> page = send(request());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("annotation_content");
  }

  @Test
  void aRequestWithoutASignatureIsRejected() throws Exception {
    assertIsRejected(json(BodyPublishers.ofByteArray(INVOICE)), 401);
  }

  @Test
  void aBodyThatIsNoJsonIsRejected() throws Exception {
    assertIsRejected(signed("marked".getBytes(UTF_8)), 400);
  }

  @Test
  void anEmptyBodyIsRejected() throws Exception {
    assertIsRejected(signed(new byte[0]), 400);
  }

  @Test
  void anotherMethodIsRejected() throws Exception {
    assertIsRejected(request().method("PUT", BodyPublishers.ofByteArray(INVOICE)), 405);
  }

  @Test
  void anotherContentTypeIsRejected() throws Exception {
    assertIsRejected(request().POST(BodyPublishers.ofByteArray(INVOICE)), 415);
  }

  @Test
  void aBodyThatIsTooLargeIsRejected() throws Exception {
    byte[] tooLarge = new byte[Extension.MAX_BODY_BYTES + 100_000];
    assertIsRejected(signed(tooLarge), 413);
  }

  @Test
  void aBodyThatIsTooLargeAndHasNoLengthIsRejected() throws Exception {
    byte[] tooLarge = new byte[Extension.MAX_BODY_BYTES + 100_000];
    assertIsRejected(signed(tooLarge, withoutLength(tooLarge)), 413);
  }

  // As many requests as the container has threads. A request that waits for a thread uses up a part
  // of the connection's window (64 kB in Tomcat and Undertow), which the running requests need.
  @Test
  void requestsAtATimeAllGetTheirResponses() throws Exception {
    for (int round = 0; round < 10; round++) {
      List<CompletableFuture<HttpResponse<String>>> responses = new ArrayList<>();
      for (int i = 0; i < Container.THREADS / 2; i++) {
        responses.add(client.sendAsync(signed(INVOICE).build(), BodyHandlers.ofString()));
      }
      for (CompletableFuture<HttpResponse<String>> response : responses) {
        assertIsTheExtensionsResponse(response.get());
      }
    }
  }

  private void assertIsRejected(HttpRequest.Builder request, int status) throws Exception {
    HttpResponse<String> response = send(request);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(response.body()).startsWith("{\"messages\":[{\"type\":\"error\"");
    assertIsTheExtensionsResponse(send(signed(INVOICE)));
  }

  private static void assertIsTheExtensionsResponse(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.version()).isEqualTo(Version.HTTP_2);
    assertThat(response.body()).contains("\"content\":\"" + Extension.MESSAGE + "\"");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
    assertThat(response.version()).isEqualTo(Version.HTTP_2);
    return response;
  }

  private HttpRequest.Builder signed(byte[] body) {
    return signed(body, BodyPublishers.ofByteArray(body));
  }

  private HttpRequest.Builder signed(byte[] body, BodyPublisher publisher) {
    return json(publisher).header(Extension.SIGNATURE, Extension.signature(body));
  }

  private HttpRequest.Builder json(BodyPublisher publisher) {
    return request().header("Content-Type", "application/json").POST(publisher);
  }

  private HttpRequest.Builder request() {
    URI uri = URI.create("http://127.0.0.1:" + container().port() + Container.PATH);
    return HttpRequest.newBuilder(uri).timeout(PATIENCE);
  }

  private static BodyPublisher withoutLength(byte[] body) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
  }
}
