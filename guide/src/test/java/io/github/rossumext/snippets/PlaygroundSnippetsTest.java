package io.github.rossumext.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.playground.Playground;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.Secret;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The examples in the Javadoc of the playground. */
class PlaygroundSnippetsTest {
  private static final Secret SECRET = Secret.of("a-secret-for-the-snippets");

  private final HookEndpoint endpoint =
      HookEndpoint.builder()
          .secret(SECRET)
          .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of(content -> {}))
          .build();

  // @start region="open"
  static void look(HookEndpoint endpoint, Secret secret) throws InterruptedException {
    try (Playground playground = Playground.open(endpoint, secret, Fixtures.invoiceWithSchema())) {
      playground.await(); // prints the URL of the page
    }
  }

  // @end

  // @start region="builder"
  static Playground open(HookEndpoint endpoint, Secret secret, int port, Path image) {
    return Playground.builder(endpoint, secret)
        .port(port)
        .document(Fixtures.invoiceWithSchema(), image)
        .document(Fixtures.receipt())
        .open();
  }

  // @end

  @Test
  void thePlaygroundIsOpenUntilItsThreadIsInterrupted() throws Exception {
    Thread looking =
        new Thread(
            () -> {
              try {
                look(endpoint, SECRET);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    looking.start();
    looking.join(200);

    assertThat(looking.isAlive()).isTrue();
    looking.interrupt();
    looking.join();
  }

  @Test
  void theBuilderOpensThePlayground() {
    try (Playground playground = open(endpoint, SECRET, 0, Path.of("page.png"))) {
      assertThat(playground.url().getPort()).isPositive();
    }
  }
}
