package io.github.rossumext.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.servlet.RawConnection.Answer;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.signature.SignatureScheme;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.value.Secret;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureTest {
  private static final SignedRequest REQUEST =
      SignedRequest.of(Fixtures.invoice(), Endpoints.SECRET);
  private static final String NAME = Endpoints.SIGNATURE;
  private static final String RIGHT = REQUEST.headers().first(NAME).orElseThrow();

  private HookServer server;

  @BeforeEach
  void start() throws Exception {
    server = HookServer.start(Endpoints.endpoint());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  static Stream<List<String>> notAccepted() {
    byte[] body = REQUEST.body();
    String legacy = RequestSigner.of(Endpoints.SECRET, SignatureScheme.LEGACY_SHA1).sign(body);
    return Stream.of(
        List.of(),
        List.of(NAME + ": " + RequestSigner.of(Secret.of("wrong")).sign(body)),
        List.of(NAME + ": " + RequestSigner.of(Endpoints.SECRET).sign(new byte[0])),
        List.of(NAME + ": " + RIGHT.substring(0, RIGHT.length() - 2)),
        List.of(NAME + ": " + RIGHT + "00"),
        List.of(NAME + ": " + RIGHT.replace("sha256=", "SHA256=")),
        List.of(NAME + ": " + RIGHT.replace("sha256=", "")),
        List.of(NAME + ": " + RIGHT.replace("sha256=", "sha1=")),
        List.of(NAME + ":"),
        List.of(NAME + ": sha256="),
        List.of(NAME + ": sha256=" + "zz".repeat(32)),
        List.of(NAME + ": " + RIGHT, NAME + ": " + RIGHT),
        List.of("X-Elis-Signature: " + legacy));
  }

  @ParameterizedTest
  @MethodSource("notAccepted")
  void isNotAccepted(List<String> headers) throws Exception {
    Answer answer = post(headers);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body())
        .isEqualTo(
            "{\"messages\":[{\"type\":\"error\",\"content\":\"The signature of the request was not"
                + " accepted.\"}]}");
  }

  @Test
  void isAcceptedWhateverTheCaseOfTheHeadersName() throws Exception {
    assertThat(post(List.of(NAME.toLowerCase(Locale.ROOT) + ": " + RIGHT)).status()).isEqualTo(200);
    assertThat(post(List.of(NAME.toUpperCase(Locale.ROOT) + ": " + RIGHT)).status()).isEqualTo(200);
  }

  private Answer post(List<String> signature) throws Exception {
    try (RawConnection connection = new RawConnection(server)) {
      byte[] body = REQUEST.body();
      String[] headers =
          Stream.concat(
                  signature.stream(),
                  Stream.of("Content-Type: application/json", "Content-Length: " + body.length))
              .toArray(String[]::new);
      return connection.head("POST", headers).bytes(body).answer();
    }
  }
}
