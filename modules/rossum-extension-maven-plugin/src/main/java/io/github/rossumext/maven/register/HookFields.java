package io.github.rossumext.maven.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.HookFacts;
import java.util.Set;

/** The keys of Rossum's hook object, by what a client can do with them. */
final class HookFields {
  static final String CONFIG = "config";
  static final String METADATA = "metadata";
  static final String SECRETS = "secrets";

  /** The keys that count when a hook is created, and never change. */
  static final Set<String> FIXED = Set.of("type", "extension_source", "hook_template");

  /** The keys that are objects whose parts Rossum adds to: the file has some of them. */
  static final Set<String> MERGED = Set.of(CONFIG, METADATA);

  /** The lists whose order does not count. */
  static final Set<String> SETS = Set.of("queues", "events", "sideload", "run_after");

  private HookFields() {}

  /** Returns a copy without secrets. */
  static ObjectNode withoutSecrets(ObjectNode hook) {
    ObjectNode copy = hook.deepCopy();
    copy.remove(SECRETS);
    if (copy.path(CONFIG) instanceof ObjectNode config) {
      config.remove(HookFacts.SECRET_CONFIG);
    }
    return copy;
  }

  /** Returns the hash of what can change, without secrets. */
  static String hash(ObjectNode hook) {
    ObjectNode copy = withoutSecrets(hook);
    copy.remove(HookFacts.READ_ONLY);
    for (String key : SETS) {
      JsonNode list = copy.path(key);
      if (list.isArray()) {
        copy.set(key, HookDiff.sorted(list));
      }
    }
    return JsonForm.hash(copy);
  }
}
