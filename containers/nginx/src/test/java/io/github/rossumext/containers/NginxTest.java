package io.github.rossumext.containers;

import static java.net.http.HttpClient.Version.HTTP_1_1;
import static java.net.http.HttpClient.Version.HTTP_2;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.containers.Rejections.Rejected;
import io.github.rossumext.testkit.internal.RawConnection;
import io.github.rossumext.testkit.internal.RawConnection.Response;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Rossum sends, through the configuration of the guide. */
class NginxTest extends BehindNginx {
  private static final int MIB = 1024 * 1024;
  private static final int LIMIT_OF_NGINX = 33 * MIB;

  /** What the extension says; what nginx says ends behind these words. */
  private static final String TOO_LARGE = "The document is too large for the extension";

  @ParameterizedTest
  @EnumSource(Version.class)
  void aSignedRequestGetsAResponse(Version version) throws Exception {
    HttpResponse<String> response = client.signed(version, INVOICE);
    assertIsTheExtensionsResponse(response);
    assertThat(response.version()).isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void eachVersionOfTlsIsSpoken(String protocol) throws Exception {
    HttpResponse<String> page =
        client.send(
            HTTP_1_1,
            new SSLParameters(null, new String[] {protocol}),
            client.request(Container.PATH));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.sslSession().orElseThrow().getProtocol()).isEqualTo(protocol);
  }

  // What is too large for the extension in other suites is not for this one.
  static Stream<Rejected> rejections() {
    return Rejections.all().stream().filter(rejected -> rejected.status() != 413);
  }

  @ParameterizedTest
  @MethodSource("rejections")
  void aRejectionPassesAndTheConnectionStays(Rejected rejected) throws Exception {
    try (RawConnection connection = client.connect()) {
      Response response = connection.bytes(rejected.request().bytes()).response();
      assertThat(response.status()).isEqualTo(rejected.status());
      assertThat(response.isJson()).isTrue();
      assertThat(response.body()).startsWith("{\"messages\":[{\"type\":\"error\"");
      ContainerSuite.assertServesAGoodRequest(connection);
    }
  }

  @Test
  void aSignatureThatStandsTwiceStaysTwoAndIsRejected() throws Exception {
    Wire twice = GOOD.header(Extension.SIGNATURE + ": " + Extension.signature(INVOICE));
    try (RawConnection connection = client.connect()) {
      assertThat(connection.bytes(twice.bytes()).response().status()).isEqualTo(401);
    }
  }

  @Test
  void aConnectionServesManyRequestsAndNeedsOneConnectionToTheExtension() throws Exception {
    upstream.stop();
    upstream.startAgain();
    long before = upstream.connections();
    try (RawConnection connection = client.connect()) {
      for (int i = 0; i < 20; i++) {
        ContainerSuite.assertServesAGoodRequest(connection);
      }
    }
    assertThat(upstream.connections() - before).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1000, 1_000_000})
  void chunksOfAnySizeGiveTheWholeBody(int size) throws Exception {
    try (RawConnection connection = client.connect()) {
      connection.bytes(Wire.signedInChunks(INVOICE, size).bytes());
      ContainerSuite.assertIsTheExtensionsResponse(connection.response());
      ContainerSuite.assertServesAGoodRequest(connection);
    }
  }

  @Test
  void aClientThatWaitsIsToldToContinue() throws Exception {
    Wire request = GOOD.header("Expect: 100-continue");
    try (RawConnection connection = client.connect()) {
      assertThat(connection.bytes(request.head()).next().status()).isEqualTo(100);
      ContainerSuite.assertIsTheExtensionsResponse(connection.bytes(request.body()).response());
    }
  }

  @Nested
  class Size {
    @ParameterizedTest
    @EnumSource(Version.class)
    void aLargeDocumentPasses(Version version) throws Exception {
      assertIsTheExtensionsResponse(client.signed(version, invoiceOf(2_400_000)));
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void aLargeDocumentPassesInChunks(Version version) throws Exception {
      assertIsTheExtensionsResponse(client.signedInChunks(version, invoiceOf(2_400_000)));
    }

    @Test
    void theLargestBodyThatTheExtensionTakesPasses() throws Exception {
      assertIsTheExtensionsResponse(client.signed(HTTP_1_1, invoiceOf(32 * MIB)));
    }

    @Test
    void oneByteMoreIsTurnedDownByTheExtension() throws Exception {
      HttpResponse<String> response = client.signed(HTTP_1_1, invoiceOf(32 * MIB + 1));
      assertHasAMessage(response, 413, TOO_LARGE + ", which accepts");
    }

    @Test
    void whatIsTooLargeForNginxToldByItsLengthGetsTheMessageToo() throws Exception {
      Wire head = Wire.of("POST").header("Content-Length: " + (LIMIT_OF_NGINX + 1));
      try (RawConnection connection = client.connect()) {
        assertHasAMessage(connection.bytes(head.head()).response(), 413, TOO_LARGE + ".\"");
      }
    }

    @Test
    void whatIsTooLargeForNginxInChunksGetsTheMessageToo() throws Exception {
      Wire request = Wire.of("POST").inChunks(new byte[LIMIT_OF_NGINX + 1], MIB);
      try (RawConnection connection = client.connect()) {
        assertHasAMessage(
            connection.asFarAsItGoes(request.bytes()).response(), 413, TOO_LARGE + ".\"");
      }
    }
  }

  @Nested
  class Paths {
    @Test
    void thePageIsThereForBrowsersAndMonitors() throws Exception {
      HttpResponse<String> page = client.send(HTTP_2, client.request(Container.PATH));
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("annotation_content");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/rossum/", "/rossum/x", "/Rossum", "/metrics", "/rossum;x=1"})
    void noOtherIsThere(String path) throws Exception {
      HttpResponse<String> response =
          client.send(
              HTTP_1_1,
              client
                  .request(path)
                  .header(Extension.SIGNATURE, Extension.signature(INVOICE))
                  .POST(BodyPublishers.ofByteArray(INVOICE)));
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.headers().firstValue("Server")).contains("nginx");
      assertThat(response.body()).doesNotContain("1.");
    }
  }

  @Nested
  class AnOutage {
    @Test
    void isToldToTheUserAndOverAtOnceWhenTheExtensionIsBack() throws Exception {
      assertIsTheExtensionsResponse(client.signed(HTTP_1_1, INVOICE));
      upstream.stop();
      try {
        HttpResponse<String> response = client.signed(HTTP_1_1, INVOICE);
        assertHasAMessage(response, 502, "The extension cannot be reached.");
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
      } finally {
        upstream.startAgain();
      }
      assertIsTheExtensionsResponse(client.signed(HTTP_1_1, INVOICE));
    }
  }
}
