package io.github.rossumext.maven.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.maven.project.Goal;
import org.junit.jupiter.api.Test;

/** The secret changes, and no request is refused meanwhile. */
class SecretRotationTest extends RegisterTest {
  private static final String NEXT = "marked-next-secret";

  private Goal verify() {
    return Registration.verify("org.example:vendor", "annotation_content.initialize");
  }

  @Test
  void theExtensionKnowsBothSecretsWhileTheHookGetsTheNewOne() {
    try (LiveExtension both = new LiveExtension(content -> {}, SECRET, NEXT)) {
      writeProject();
      writeEnvironment("test", both.url());
      run(apply());
      run(verify());

      variables.put("ROSSUM_HOOK_SECRET", NEXT);
      assertThat(run(applyWithSecrets("config.secret")))
          .contains("> config.secret: sent, from ROSSUM_HOOK_SECRET");
      run(verify());

      assertThat(both.statuses())
          .as("unsigned, old, unsigned, new")
          .containsExactly(401, 200, 401, 200);
    }
    try (LiveExtension next = new LiveExtension(content -> {}, NEXT)) {
      writeEnvironment("test", next.url());
      run(apply());
      run(verify());
      assertThat(next.statuses()).containsExactly(401, 200);
    }
  }
}
