package io.github.rossumext.testkit.internal.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.HookFacts;
import java.util.Map;
import java.util.regex.Pattern;

/** The file is committed, so a secret in it must be a hole. Its value is never shown. */
final class SecretsInFile {
  private static final Pattern HOLE = Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_.-]*\\}");

  private static final String TOKEN = "${ROSSUM_TOKEN}";

  private SecretsInFile() {}

  static void check(ObjectNode hook, Findings findings) {
    if (hook.toString().contains(TOKEN)) {
      findings.error(
          "hook",
          "Remove the hole " + TOKEN + ": everybody who sees the hook would see the token.");
    }
    for (String key : HookFacts.SECRET_CONFIG) {
      require("config." + key, hook.path("config").path(key), findings);
    }
    JsonNode secrets = hook.path("secrets");
    if (!secrets.isMissingNode() && !secrets.isNull() && !secrets.isObject()) {
      findings.error(
          "secrets",
          "Expected an object with holes, such as {\"erp_password\": \"${ERP_PASSWORD}\"}.");
    }
    for (Map.Entry<String, JsonNode> secret : secrets.properties()) {
      require("secrets." + secret.getKey(), secret.getValue(), findings);
    }
  }

  private static void require(String path, JsonNode value, Findings findings) {
    boolean isMissing = value.isMissingNode() || value.isNull();
    if (!isMissing && !HOLE.matcher(value.asText("")).matches()) {
      findings.error(
          path,
          "A secret is in the file, which is committed. Write one hole such as"
              + " ${ROSSUM_HOOK_SECRET} in its place, and nothing else. Set the variable where you"
              + " register the hook, and change the secret.");
    }
  }
}
