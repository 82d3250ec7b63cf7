package io.github.rossumext.testkit.internal.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.HookFacts;
import java.util.Map;

/** The file is committed, so a secret in it must be a hole. Its value is never shown. */
final class SecretsInFile {
  private SecretsInFile() {}

  static void check(ObjectNode hook, Findings findings) {
    for (String key : HookFacts.SECRET_CONFIG) {
      require("config." + key, hook.path("config").path(key), findings);
    }
    for (Map.Entry<String, JsonNode> secret : hook.path("secrets").properties()) {
      require("secrets." + secret.getKey(), secret.getValue(), findings);
    }
  }

  private static void require(String path, JsonNode value, Findings findings) {
    boolean isMissing = value.isMissingNode() || value.isNull() || value.asText("x").isEmpty();
    if (!isMissing && !HookCheck.hasHole(value)) {
      findings.error(
          path,
          "A secret is in the file, which is committed. Write a hole such as ${ROSSUM_HOOK_SECRET}"
              + " in its place, set the variable where you register the hook, and change the"
              + " secret.");
    }
  }
}
