package com.acme.rossum;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.testkit.hook.HookFile;
import io.github.rossumext.value.Secret;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExtensionTest {
  @Test
  void theHookFitsTheCode() {
    HookFile hook =
        HookFile.of(Path.of("rossum/hook.json")).withSchema(Path.of("rossum/schema.json"));
    try (HookEndpoint endpoint = Extension.endpoint(Secret.of("a secret of 32 characters or more"))) {
      assertThat(hook).fitsWithoutWarning(endpoint);
    }
  }
}
