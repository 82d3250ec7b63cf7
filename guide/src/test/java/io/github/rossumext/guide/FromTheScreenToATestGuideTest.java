package io.github.rossumext.guide;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.playground.Playground;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.junit.HookUnderTest;
import io.github.rossumext.testkit.junit.RossumTest;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Secret;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/from-the-screen-to-a-test.md. */
class FromTheScreenToATestGuideTest {
  // docs: playground-that-saves-tests
  static final class Factory implements Supplier<HookEndpoint> {
    static final Secret SECRET = Secret.of("a-secret-for-tests");

    @Override
    public HookEndpoint get() {
      return HookEndpoint.builder()
          .secret(SECRET)
          .on(ANNOTATION_CONTENT, ContentRules.of(content -> {}))
          .build();
    }
  }

  static Playground open(Path scenarios, Path sources) {
    return Playground.builder(Factory.class, Factory.SECRET)
        .document(Fixtures.invoiceWithSchema())
        .scenarios(scenarios) // without this, src/test/resources/scenarios
        .tests(sources) // without this, src/test/java
        .open();
  }

  // end

  // docs: class-that-tests-extend
  @RossumTest
  static class ExtensionTest {
    @HookUnderTest
    HookEndpoint endpoint(Secret secret) {
      return HookEndpoint.builder()
          .secret(secret)
          .on(ANNOTATION_CONTENT, ContentRules.of(content -> {}))
          .build();
    }
  }

  // end

  /** A test as the playground saves it. */
  @Nested
  class Saved extends ExtensionTest {
    @Test
    void isAsOnTheScreen(RossumSimulator rossum) {
      assertThat(rossum.initialize().isAccepted()).isTrue();
    }
  }

  @Test
  void thePlaygroundOpens(@TempDir Path folder) {
    try (Playground playground = open(folder.resolve("scenarios"), folder)) {
      assertThat(playground.url().getPort()).isPositive();
    }
    try (Playground playground =
        Playground.builder(new Factory().get(), Factory.SECRET)
            .testsExtend(ExtensionTest.class)
            .open()) {
      assertThat(playground.url().getPort()).isPositive();
    }
  }
}
