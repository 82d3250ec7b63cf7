package io.github.rossumext.guide;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.signature.SignatureScheme;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The code of docs/deployment.md. */
class DeploymentGuideTest {
  private static final Secret OLD = Secret.of("old");
  private static final Secret NEW = Secret.of("new");
  private static final byte[] REQUEST = Fixtures.invoice().body();

  // docs: rotate-the-secret
  static HookEndpoint.Builder rotating(Secret newSecret, Secret oldSecret) {
    return HookEndpoint.builder().secret(newSecret).secret(oldSecret);
  }

  // end

  @Test
  void bothSecretsAreAcceptedWhileOneIsReplaced() {
    HookEndpoint endpoint = rotating(NEW, OLD).on(ANNOTATION_CONTENT, ContentRules.of()).build();

    assertThat(status(endpoint, RequestSigner.of(OLD))).isEqualTo(200);
    assertThat(status(endpoint, RequestSigner.of(NEW))).isEqualTo(200);
    assertThat(status(endpoint, RequestSigner.of(Secret.of("other")))).isEqualTo(401);
  }

  // docs: secret-from-a-file
  static Secret secret() {
    return Secret.fromFile(Path.of("/run/secrets/rossum-hook"));
  }

  // end

  @Test
  void theFileOfTheSecretIsNamedIfItIsMissing() {
    assertThatIllegalStateException()
        .isThrownBy(DeploymentGuideTest::secret)
        .withMessageContaining("/run/secrets/rossum-hook");
  }

  // docs: accept-the-legacy-signature
  static HookEndpoint.Builder legacy(HookEndpoint.Builder endpoint) {
    return endpoint.acceptLegacySignature(); // X-Elis-Signature, HMAC-SHA1
  }

  // end

  @Test
  void theLegacySignatureIsAcceptedOnDemand() {
    RequestSigner signer = RequestSigner.of(Responses.SECRET, SignatureScheme.LEGACY_SHA1);
    HookEndpoint.Builder endpoint = Responses.endpoint().on(ANNOTATION_CONTENT, ContentRules.of());

    assertThat(status(endpoint.build(), signer)).isEqualTo(401);
    assertThat(status(legacy(endpoint).build(), signer)).isEqualTo(200);
  }

  private static int status(HookEndpoint endpoint, RequestSigner signer) {
    return endpoint.handle(SignedRequest.of(REQUEST, signer).toEndpointRequest()).status();
  }

  @Test
  void anEndpointRunsInAnyHttpServer() throws IOException, InterruptedException {
    HookEndpoint endpoint =
        Responses.endpoint()
            .on(ANNOTATION_CONTENT, ContentRules.of(content -> content.info("Served.")))
            .build();
    try (JdkServer server = new JdkServer(endpoint)) {
      HttpResponse<String> response =
          HttpClient.newHttpClient()
              .send(
                  SignedRequest.of(REQUEST, Responses.SECRET).toHttpRequest(server.url()),
                  BodyHandlers.ofString());

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
      assertThat(response.body()).contains("Served.");
    }
  }

  @Test
  void theHookIsRegisteredForEventsThatExist() {
    RawJson hook = RawJson.of(Guide.json("hook"));

    assertThat(hook.find("type").orElseThrow().as(String.class)).isEqualTo("webhook");
    assertThat(hook.find("events").orElseThrow().asListOf(String.class))
        .isSubsetOf(
            Fixtures.all().stream().map(request -> request.payload().eventAndAction()).toList());
  }
}
