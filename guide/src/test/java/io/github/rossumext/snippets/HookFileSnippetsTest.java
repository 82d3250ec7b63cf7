package io.github.rossumext.snippets;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.hook.HookFile;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in the Javadoc of the check of a hook file. */
class HookFileSnippetsTest {
  @Test
  void theHookFitsTheEndpoint(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("hook.json"),
            """
            {"name": "Checks", "queues": ["${QUEUE_URL}"], "sideload": ["schemas"],
             "events": ["annotation_content.updated"], "config": {"url": "${EXTENSION_URL}"}}
            """);
    try (HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(Secret.of("made-up"))
            .on(ANNOTATION_CONTENT, ContentRules.of(content -> {}))
            .build()) {
      // @start region="hook-file"
      assertThat(HookFile.of(file)).fits(endpoint);
      // @end
    }
  }
}
