package io.github.rossumext.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.testkit.internal.RawConnection.Response;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** An extension, nginx in front of it, and a client of both. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class BehindNginx {
  static final byte[] INVOICE = ContainerSuite.INVOICE;
  static final Wire GOOD = ContainerSuite.GOOD;

  Upstream upstream;
  TestAuthority authority;
  Nginx nginx;
  HttpsClient client;

  /** The options of the guide that are switched on. */
  String[] options() {
    return new String[0];
  }

  @BeforeAll
  final void startBoth(@TempDir Path certificates, @TempDir Path directory) throws Exception {
    Tool.NGINX.path();
    authority = TestAuthority.in(certificates);
    upstream = new Upstream();
    nginx = Nginx.start(directory, upstream.port(), authority, options());
    client = new HttpsClient(authority.client(), nginx.port());
  }

  @AfterAll
  final void stopBoth() throws Exception {
    if (nginx != null) {
      nginx.stop();
    }
    if (upstream != null) {
      upstream.stop();
    }
  }

  /** The invoice, with blanks behind it. */
  static byte[] invoiceOf(int bytes) {
    byte[] body = Arrays.copyOf(INVOICE, bytes);
    Arrays.fill(body, INVOICE.length, bytes, (byte) ' ');
    return body;
  }

  static void assertIsTheExtensionsResponse(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(response.body()).contains("\"content\":\"" + Extension.MESSAGE + "\"");
  }

  static void assertHasAMessage(HttpResponse<String> response, int status, String message) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(response.body())
        .startsWith("{\"messages\":[{\"type\":\"error\",\"content\":\"" + message);
  }

  static void assertHasAMessage(Response response, int status, String message) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.isJson()).isTrue();
    assertThat(response.body())
        .startsWith("{\"messages\":[{\"type\":\"error\",\"content\":\"" + message);
  }
}
