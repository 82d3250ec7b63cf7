package io.github.rossumext.maven.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.maven.project.Environment;
import io.github.rossumext.maven.project.FilledHook;
import io.github.rossumext.maven.project.GoalException;
import io.github.rossumext.maven.project.HookFile;
import io.github.rossumext.testkit.internal.HookFacts;
import java.util.List;

/**
 * A hook as the project wants it.
 *
 * @param name the name of the file
 * @param json what Rossum shows of it, with the marker, and without secrets
 */
record DesiredHook(String name, ObjectNode json, HookSecrets secrets) {
  /**
   * Fills the holes of a file.
   *
   * @throws GoalException if a hole has no value, or if the file has what no client can set
   */
  static DesiredHook of(HookFile file, Environment environment, Marker marker) {
    HookSecrets secrets = HookSecrets.of(file, environment);
    FilledHook filled = file.fill(environment);
    List<String> missing =
        filled.missing().stream().filter(name -> !secrets.isVariable(name)).sorted().toList();
    if (!missing.isEmpty()) {
      throw new GoalException(
          file.path()
              + " has holes without a value: "
              + String.join(", ", missing)
              + ". Add them to "
              + environment.file()
              + ", or set variables of the process.");
    }
    ObjectNode json = HookFields.withoutSecrets(filled.json());
    json.remove(HookFacts.READ_ONLY);
    for (String key : HookFields.MERGED) {
      if (json.hasNonNull(key) && !json.path(key).isObject()) {
        throw new GoalException(
            file.path() + " has the field " + key + " that is not an object. Write an object.");
      }
    }
    if (json.path("name").asText("").isBlank()) {
      throw new GoalException(file.path() + " has no name. Rossum needs one.");
    }
    if (json.path(HookFields.CONFIG).path("private").asBoolean(false)) {
      throw new GoalException(
          file.path()
              + " has config.private. A private hook never shows its URL again, and never becomes"
              + " public, so these goals do not make one.");
    }
    marker.addTo(json, file.name());
    return new DesiredHook(file.name(), json, secrets);
  }

  String url() {
    return json.path(HookFields.CONFIG).path("url").asText("");
  }

  String title() {
    return json.path("name").asText();
  }
}
