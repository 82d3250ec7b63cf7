package io.github.rossumext.containers;

import static java.net.http.HttpClient.Version.HTTP_1_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.testkit.internal.RawConnection;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The option of the guide that asks for a client certificate. */
class ClientCertificateTest extends BehindNginx {
  @Override
  String[] options() {
    return new String[] {"client-certificate"};
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void aSignedRequestWithTheCertificateGetsAResponse(Version version) throws Exception {
    assertIsTheExtensionsResponse(withCertificate().signed(version, INVOICE));
  }

  @Test
  void theCertificateDoesNotReplaceTheSignature() throws Exception {
    try (RawConnection connection = withCertificate().connect()) {
      assertThat(connection.bytes(Wire.unsigned(INVOICE).bytes()).response().status())
          .isEqualTo(401);
    }
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void withoutACertificateNothingPasses(Version version) throws Exception {
    assertIsRefusedByNginx(client.signed(version, INVOICE));
    assertIsRefusedByNginx(client.send(version, client.request(Container.PATH)));
  }

  @Test
  void aCertificateOfAnotherAuthorityIsRefused(@TempDir Path elsewhere) throws Exception {
    TestAuthority other = TestAuthority.in(elsewhere);
    other.signClient("rossum");
    HttpsClient stranger = new HttpsClient(authority.client(other, "rossum"), nginx.port());
    assertIsRefusedByNginx(stranger.signed(HTTP_1_1, INVOICE));
  }

  @Test
  void aCertificateOfAServerIsRefused() throws Exception {
    authority.signServer("server");
    HttpsClient server = new HttpsClient(authority.client(authority, "server"), nginx.port());
    assertIsRefusedByNginx(server.signed(HTTP_1_1, INVOICE));
  }

  private HttpsClient withCertificate() throws Exception {
    authority.signClient("rossum");
    return new HttpsClient(authority.client(authority, "rossum"), nginx.port());
  }

  private static void assertIsRefusedByNginx(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("SSL certificate").contains("nginx");
  }
}
