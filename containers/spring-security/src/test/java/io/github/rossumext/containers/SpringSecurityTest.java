package io.github.rossumext.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What Spring Security lets through to the extension. */
class SpringSecurityTest {
  private static final SignedRequest SIGNED =
      SignedRequest.of(Fixtures.invoice(), Extension.SECRET);

  private ConfigurableApplicationContext application;

  @AfterEach
  void stop() {
    application.close();
  }

  private URI start(String... profiles) {
    application =
        new SpringApplicationBuilder(SecuredApplication.class)
            .profiles(profiles)
            .properties(
                "server.address=127.0.0.1",
                "server.port=0",
                "spring.main.banner-mode=off",
                "logging.level.root=error")
            .run();
    String port = application.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://127.0.0.1:" + port + "/rossum");
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private static int get(URI url) throws Exception {
    return send(HttpRequest.newBuilder(url).build()).statusCode();
  }

  @Test
  void nothingComesThroughByDefault() throws Exception {
    URI url = start();

    assertThat(get(url)).isEqualTo(401);
    assertThat(send(SIGNED.toHttpRequest(url)).statusCode()).isIn(401, 403);
  }

  @Test
  void aPathThatIsPermittedLacksATokenForPosts() throws Exception {
    URI url = start("permitted");

    assertThat(get(url)).isEqualTo(200);
    HttpResponse<String> response = send(SIGNED.toHttpRequest(url));
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void theChainOfTheGuideLetsRossumThroughAndNobodyElse() throws Exception {
    URI url = start("guide");

    assertThat(get(url)).isEqualTo(200);
    HttpResponse<String> response = send(SIGNED.toHttpRequest(url));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains(Extension.MESSAGE);
    HttpResponse<String> forged =
        send(
            SignedRequest.of(Fixtures.invoice(), Secret.of("a secret of somebody else"))
                .toHttpRequest(url));
    assertThat(forged.statusCode()).isEqualTo(401);
    assertThat(forged.body()).contains("The signature of the request was not accepted.");
    assertThat(get(url.resolve("/elsewhere"))).isIn(401, 403);
  }
}
