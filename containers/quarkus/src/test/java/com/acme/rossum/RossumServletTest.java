package com.acme.rossum;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.value.Secret;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RossumServletTest {
  private static final Secret SECRET = Secret.of("a-secret-of-the-tests-0123456789");
  private static final int MIB = 1024 * 1024;

  @TestHTTPResource("/rossum")
  URI url;

  @Test
  void servesASignedRequest() throws Exception {
    HttpResponse<String> response = post(Fixtures.invoice().body());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("Seen.");
  }

  @Test
  void refusesASignatureOfAnother() throws Exception {
    byte[] body = Fixtures.invoice().body();
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .header("X-Rossum-Signature-SHA256", "sha256=" + "0".repeat(64))
            .POST(BodyPublishers.ofByteArray(body))
            .build();

    assertThat(send(request).statusCode()).isEqualTo(401);
  }

  @Test
  void showsTheStatusPage() throws Exception {
    HttpResponse<String> page = send(HttpRequest.newBuilder(url).build());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("annotation_content");
  }

  @Test
  void takesBodiesOverTheTenMegabytesOfQuarkus() throws Exception {
    byte[] body = Arrays.copyOf(Fixtures.invoice().body(), 20 * MIB);
    Arrays.fill(body, Fixtures.invoice().body().length, body.length, (byte) ' ');

    HttpResponse<String> response = post(body);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("Seen.");
  }

  @Test
  void tellsTheUserIfTheDocumentIsTooLarge() throws Exception {
    byte[] body = new byte[32 * MIB + 1];

    HttpResponse<String> response = post(body);

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).contains("too large");
  }

  private HttpResponse<String> post(byte[] body) throws Exception {
    SignedRequest signed = SignedRequest.of(body, SECRET);
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .header(
                "X-Rossum-Signature-SHA256",
                signed.headers().first("X-Rossum-Signature-SHA256").orElseThrow())
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return send(request);
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
