package io.github.rossumext.guide;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.playground.Playground;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.AutomationLevel;
import io.github.rossumext.testkit.simulator.QueueSettings;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.VirtualClock;
import io.github.rossumext.value.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/see-your-rules.md. */
class SeeYourRulesGuideTest {
  private static final Secret SECRET = Secret.of("a-secret-for-the-guide");

  private final HookEndpoint endpoint =
      HookEndpoint.builder()
          .secret(SECRET)
          .on(ANNOTATION_CONTENT, ContentRules.of(content -> {}))
          .build();

  // docs: open-the-playground
  static void open(HookEndpoint endpoint, Secret secret) throws Exception {
    try (Playground playground = Playground.open(endpoint, secret, Fixtures.invoiceWithSchema())) {
      playground.await(); // prints the URL, and waits until you end the program
    }
  }

  // end

  // docs: build-the-playground
  static Playground openWithSettings(HookEndpoint endpoint, Secret secret, Path schema, int port)
      throws Exception {
    return Playground.builder(endpoint, secret)
        .hook(hook -> hook.withSettings(Map.of("tolerance", "0.05")))
        .queue(QueueSettings.defaults().withAutomation(AutomationLevel.CONFIDENT))
        .port(port)
        .documents(schema)
        .open();
  }

  // end

  // docs: playground-with-a-clock
  static Playground openWithClock(HookEndpoint.Builder extension, Secret secret) {
    VirtualClock clock = VirtualClock.create();
    HookEndpoint endpoint = extension.secret(secret).clock(clock).build();
    return Playground.builder(RossumSimulator.of(endpoint, secret).clock(clock)).open();
  }

  // end

  // docs: playground-of-a-factory
  static final class Factory implements Supplier<HookEndpoint> {
    @Override
    public HookEndpoint get() {
      return HookEndpoint.builder()
          .secret(SECRET)
          .on(ANNOTATION_CONTENT, ContentRules.of(new DueDateRule()))
          .build();
    }
  }

  static Playground openFactory() {
    return Playground.builder(Factory.class, SECRET).document(Fixtures.invoiceWithSchema()).open();
  }

  // end

  /** The page names it only. */
  static final class DueDateRule implements ContentRule {
    @Override
    public void apply(ContentEditor content) {}
  }

  @Test
  void theEndpointMayHaveTheClockOfThePlayground() {
    HookEndpoint.Builder extension =
        HookEndpoint.builder().on(ANNOTATION_CONTENT, ContentRules.of(content -> {}));
    try (Playground playground = openWithClock(extension, SECRET)) {
      assertThat(playground.url().getPort()).isPositive();
    }
  }

  @Test
  void thePlaygroundOfAFactoryOpens() {
    try (Playground playground = openFactory()) {
      assertThat(playground.url().getPort()).isPositive();
    }
  }

  @Test
  void thePlaygroundWaitsUntilTheProgramEnds() throws Exception {
    Thread waiting =
        new Thread(
            () -> {
              try {
                open(endpoint, SECRET);
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            });
    waiting.start();
    waiting.join(Duration.ofMillis(300).toMillis());

    assertThat(waiting.isAlive()).isTrue();
    waiting.interrupt();
    waiting.join();
  }

  @Test
  void theBuilderTakesASchema(@TempDir Path folder) throws Exception {
    Path schema = folder.resolve("schema.json");
    Files.writeString(schema, Fixtures.invoiceSchema().raw().text());

    try (Playground playground = openWithSettings(endpoint, SECRET, schema, 0)) {
      assertThat(playground.url().getPort()).isPositive();
    }
  }
}
