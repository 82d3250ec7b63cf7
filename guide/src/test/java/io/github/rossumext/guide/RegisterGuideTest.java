package io.github.rossumext.guide;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.hook.HookFile;
import io.github.rossumext.value.Secret;
import io.github.rossumext.value.Tolerance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the page about the Maven plugin. */
class RegisterGuideTest {
  record ApSettings(Tolerance tolerance) {}

  // docs: endpoint-factory
  public static final class Extension implements Supplier<HookEndpoint> {
    @Override
    public HookEndpoint get() {
      return endpoint(Secret.fromEnv("ROSSUM_HOOK_SECRET"));
    }

    static HookEndpoint endpoint(Secret secret) {
      return HookEndpoint.builder()
          .secret(secret)
          .on(ANNOTATION_CONTENT, ContentRules.of(content -> {}))
          .build();
    }
  }

  // end

  // docs: hook-file-test
  static void theHookFitsTheCode(Path directory) {
    HookEndpoint endpoint = Extension.endpoint(Secret.of("any, for a test"));
    HookFile hook =
        HookFile.of(directory.resolve("rossum/hook.json"))
            .withSchema(directory.resolve("rossum/schema.json"))
            .withSettings(ApSettings.class);
    assertThat(hook).fits(endpoint);
  }

  // end

  @Test
  void theFileOfThePageFitsTheCode(@TempDir Path directory) throws Exception {
    Files.createDirectories(directory.resolve("rossum"));
    Files.writeString(directory.resolve("rossum/hook.json"), Guide.json("hook-file"));
    Files.writeString(
        directory.resolve("rossum/schema.json"),
        """
        [{"category": "section", "id": "amounts", "label": "Amounts", "children": [
          {"category": "datapoint", "id": "amount_total", "label": "Total", "type": "number"}]}]
        """);

    theHookFitsTheCode(directory);
  }

  @Test
  void anEventThatNobodyHandlesDoesNotFit(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("hook.json");
    Files.writeString(
        file,
        Guide.json("hook-file").replace("annotation_content.updated", "annotation_status.changed"));

    try (HookEndpoint endpoint = Extension.endpoint(Secret.of("any, for a test"))) {
      assertThatThrownBy(() -> assertThat(HookFile.of(file)).fits(endpoint))
          .hasMessageContaining("The code does not handle 'annotation_status.changed'");
    }
  }
}
