package io.github.rossumext.maven.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.maven.project.Environment;
import io.github.rossumext.maven.project.HookFile;
import io.github.rossumext.testkit.internal.HookFacts;
import io.github.rossumext.testkit.internal.hook.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file of an environment is committed, so it must not have a secret. */
final class SecretsInEnvironment {
  private static final Pattern HOLE = Pattern.compile("\\$\\{([^}]+)\\}");

  private SecretsInEnvironment() {}

  /** Checks the files of all environments, because all are committed. */
  static List<Finding> check(HookFile hook, List<Environment> environments) {
    List<Finding> findings = new ArrayList<>();
    for (Environment environment : environments) {
      names(hook).stream()
          .filter(environment::isInFile)
          .map(
              name ->
                  new Finding(
                      true,
                      name,
                      "It is a secret, but it is in env/"
                          + environment.file().getFileName()
                          + ", which is committed. Remove it there, set the variable where you"
                          + " register the hook, and change the secret."))
          .forEach(findings::add);
    }
    return List.copyOf(findings);
  }

  /** Returns the names of the holes that are secrets. */
  static Set<String> names(HookFile hook) {
    Set<String> names = new TreeSet<>();
    JsonNode json = hook.json();
    HookFacts.SECRET_CONFIG.forEach(key -> add(json.path("config").path(key), names));
    json.path("secrets").forEach(secret -> add(secret, names));
    return names;
  }

  private static void add(JsonNode text, Set<String> names) {
    Matcher hole = HOLE.matcher(text.asText(""));
    while (hole.find()) {
      names.add(hole.group(1));
    }
  }
}
