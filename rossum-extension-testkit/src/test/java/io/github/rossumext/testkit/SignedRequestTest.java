package io.github.rossumext.testkit;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.signature.SignatureScheme;
import io.github.rossumext.value.Headers;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignedRequestTest {
  private static final Secret SECRET = Secret.of("This is very secret");
  private static final byte[] VECTOR =
      "{ \"message\": \"sign me\", \"someValue\" = 45 }".getBytes(StandardCharsets.UTF_8);

  private final HookEndpoint endpoint =
      HookEndpoint.builder()
          .secret(SECRET)
          .acceptLegacySignature()
          .on(ANNOTATION_CONTENT, ContentRules.of(content -> content.info("seen")))
          .build();

  @ParameterizedTest
  @MethodSource("io.github.rossumext.testkit.Fixtures#all")
  void anEndpointWithTheSecretAcceptsEveryFixture(Fixture fixture) {
    SignedRequest request = SignedRequest.of(fixture, SECRET);
    EndpointResponse response = endpoint.handle(request.toEndpointRequest());
    assertThat(response.status()).isEqualTo(200);
  }

  @Test
  void anEndpointWithAnotherSecretDoesNot() {
    SignedRequest request = SignedRequest.of(Fixtures.invoice(), Secret.of("another"));
    assertThat(endpoint.handle(request.toEndpointRequest()).status()).isEqualTo(401);
  }

  @Test
  void carriesTheSignatureOfTheProtocolsVector() {
    SignedRequest request = SignedRequest.of(VECTOR, SECRET);
    assertThat(request.headers().first("X-Rossum-Signature-SHA256"))
        .hasValue("sha256=9539a7a70fc585ee96bc8dfb989db05f6faa216af8f68231fed028b1a7dafbc4");
    assertThat(request.headers().names())
        .containsExactlyInAnyOrder("x-rossum-signature-sha256", "content-type");
  }

  @Test
  void isSignedInTheLegacyWayByALegacySigner() {
    RequestSigner signer = RequestSigner.of(SECRET, SignatureScheme.LEGACY_SHA1);
    SignedRequest request = SignedRequest.of(VECTOR, signer);
    assertThat(request.headers().first("X-Elis-Signature"))
        .hasValue("sha1=82673bc38c8eea236b04bad7fea3311a1e5b951c");
    assertThat(request.headers().first("X-Rossum-Signature-SHA256")).isEmpty();
  }

  @Test
  void isJson() {
    assertThat(SignedRequest.of(VECTOR, SECRET).headers().all("Content-Type"))
        .containsExactly("application/json");
  }

  @Test
  void isPostedByTheHttpClientOfTheJdk() {
    SignedRequest request = SignedRequest.of(VECTOR, SECRET);

    HttpRequest post = request.toHttpRequest(URI.create("http://localhost:5042/hook?queue=7"));

    assertThat(post.method()).isEqualTo("POST");
    assertThat(post.uri()).hasToString("http://localhost:5042/hook?queue=7");
    assertThat(Headers.of(post.headers().map())).isEqualTo(request.headers());
    assertThat(post.bodyPublisher().orElseThrow().contentLength()).isEqualTo(VECTOR.length);
  }

  @Test
  void doesNotChangeWhenItsBytesAreWrittenInto() {
    byte[] body = Fixtures.invoice().body();
    SignedRequest request = SignedRequest.of(body, SECRET);
    body[0] = 'x';
    request.body()[0] = 'x';
    assertThat(request.body()).isEqualTo(Fixtures.invoice().body());
    assertThat(endpoint.handle(request.toEndpointRequest()).status()).isEqualTo(200);
  }

  @Test
  void printsNeitherBodyNorSignature() {
    assertThat(SignedRequest.of(VECTOR, SECRET)).hasToString("SignedRequest[42 bytes]");
  }
}
