package io.github.rossumext.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.playground.Playground;
import io.github.rossumext.spring.guide.GuideApplication;
import io.github.rossumext.spring.test.RossumPlayground;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The playground on a running application. */
class RossumPlaygroundTest {
  @Test
  void opensWhenTheApplicationIsReadyAndClosesWithIt() throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    ConfigurableApplicationContext context;
    try {
      context =
          RossumPlayground.run(
                  GuideApplication::main,
                  "--server.port=0",
                  "--spring.main.banner-mode=off",
                  "--spring.flyway.enabled=false",
                  "--spring.liquibase.enabled=false",
                  "--rossum.warm-up=false")
              .getApplicationContext();
    } finally {
      System.setOut(before);
    }
    URI url;
    try (context) {
      url = context.getBean(Playground.class).url();
      assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Playground: " + url);
      assertThat(status(url)).isEqualTo(200);
    }
    assertThat(isReachable(url)).isFalse();
  }

  private static int status(URI url) throws Exception {
    URI page = new URI(url.getScheme(), url.getAuthority(), url.getPath(), null, null);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
        .statusCode();
  }

  private static boolean isReachable(URI url) {
    try {
      status(url);
      return true;
    } catch (Exception e) {
      return false;
    }
  }
}
