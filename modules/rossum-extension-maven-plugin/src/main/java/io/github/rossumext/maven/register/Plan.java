package io.github.rossumext.maven.register;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What would change in Rossum. Its texts hold no secret.
 *
 * @param notes what concerns no hook of the project
 */
record Plan(
    String environment,
    String url,
    Optional<SchemaPlan> schema,
    List<HookPlan> hooks,
    List<String> notes) {
  boolean isEmpty() {
    return hooks.stream().allMatch(HookPlan::isEmpty)
        && schema.map(SchemaPlan::isEmpty).orElse(true);
  }

  /** Returns the plan as the author reads it. */
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add("Environment " + environment + " at " + url);
    schema.ifPresent(plan -> lines.addAll(plan.lines()));
    hooks.forEach(plan -> lines.addAll(plan.lines()));
    notes.forEach(note -> lines.add("! " + note));
    return String.join("\n", lines);
  }

  /** Returns what the plan counts on: when each object was modified. */
  Map<String, String> modified() {
    Map<String, String> modified = new LinkedHashMap<>();
    schema.ifPresent(plan -> modified.put(plan.title(), plan.modifiedAt()));
    hooks.forEach(plan -> modified.put(plan.title(), plan.modifiedAt()));
    return modified;
  }

  /** Returns a hash of everything that the plan would do. */
  String digest() {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.put("url", url);
    modified().forEach(all::put);
    schema
        .filter(plan -> !plan.isEmpty())
        .ifPresent(plan -> all.set("schema", JsonForm.of(plan.body())));
    for (HookPlan plan : hooks) {
      ObjectNode hook = all.putObject("hook " + plan.name());
      hook.set("body", JsonForm.of(HookDiff.body(plan.desired().json(), plan.actual())));
      hook.put("secrets", String.join(",", plan.sent()));
    }
    return JsonForm.hash(all);
  }
}
