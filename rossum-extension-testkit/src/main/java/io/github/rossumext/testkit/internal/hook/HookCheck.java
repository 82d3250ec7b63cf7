package io.github.rossumext.testkit.internal.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares the file of a hook with the code and with what Rossum allows. The testkit's assertion
 * and the goal {@code rossum:check} run the same checks. They need no network.
 *
 * @param hook the JSON of the file; a text may have holes {@code ${NAME}}, about which nothing is
 *     said
 * @param endpoint what {@code EndpointText} says; null if the endpoint cannot be built here
 * @param isCallingBack whether the code calls Rossum's API with the token of a request
 * @param settingsSchema what {@link RecordSchema} made of the author's record; null without one
 * @param secretsSchema the same for the secrets
 */
public record HookCheck(
    ObjectNode hook,
    @Nullable JsonNode endpoint,
    boolean isCallingBack,
    @Nullable ObjectNode settingsSchema,
    @Nullable ObjectNode secretsSchema) {

  /** Returns what is wrong, in the order of the checks. */
  public List<Finding> run() {
    Findings findings = new Findings();
    JsonNode events = endpoint == null ? MissingNode.getInstance() : endpoint.path("events");
    HookKeys.check(hook, findings);
    SecretsInFile.check(hook, findings);
    EventCheck.check(hook, events, findings);
    ConfigCheck.check(hook, events, findings);
    TokenCheck.check(hook, events, isCallingBack, findings);
    BoundCheck.requireSettingsOfSchema(hook, settingsSchema, findings);
    if (settingsSchema != null) {
      BoundCheck.check("settings", hook, settingsSchema, findings);
    }
    if (secretsSchema != null) {
      BoundCheck.check("secrets", hook, secretsSchema, findings);
    }
    BoundCheck.requireLegalSecretsSchema(hook.path("secrets_schema"), findings);
    return findings.all();
  }

  /** Returns whether a text has a hole, so that its value is unknown here. */
  static boolean hasHole(JsonNode node) {
    return node.isTextual() && hasHole(node.textValue());
  }

  static boolean hasHole(String text) {
    return text.contains("${") || text.contains("{{");
  }
}
