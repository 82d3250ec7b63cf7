package io.github.rossumext.maven.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.maven.project.Environment;
import io.github.rossumext.maven.project.GoalException;
import io.github.rossumext.maven.project.HookFile;
import io.github.rossumext.testkit.internal.HookFacts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secrets of a hook by their names, such as {@code config.secret} and {@code
 * secrets.erp_password}. In the file, each is a hole for a variable of the environment, and nothing
 * else. Prints no value.
 */
final class HookSecrets {
  private static final Pattern HOLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_.-]*)\\}");

  private final Map<String, String> variables;
  private final Map<String, String> values;

  private HookSecrets(Map<String, String> variables, Map<String, String> values) {
    this.variables = variables;
    this.values = values;
  }

  /**
   * Reads the secrets of a file.
   *
   * @throws GoalException if a secret is in a file
   */
  static HookSecrets of(HookFile file, Environment environment) {
    Map<String, String> variables = new TreeMap<>();
    Map<String, String> values = new TreeMap<>();
    ObjectNode json = file.json();
    for (String key : HookFacts.SECRET_CONFIG) {
      add(HookFields.CONFIG + "." + key, json.path(HookFields.CONFIG).path(key), file, variables);
    }
    JsonNode given = json.path(HookFields.SECRETS);
    if (!given.isMissingNode() && !given.isNull() && !given.isObject()) {
      throw new GoalException(
          file.path() + " has secrets that are not an object. Write {\"name\": \"${VARIABLE}\"}.");
    }
    for (Map.Entry<String, JsonNode> secret : json.path(HookFields.SECRETS).properties()) {
      add(HookFields.SECRETS + "." + secret.getKey(), secret.getValue(), file, variables);
    }
    String rest = HookFields.withoutSecrets(json).toString();
    variables.forEach(
        (name, variable) -> {
          if (environment.isInFile(variable)) {
            throw new GoalException(
                environment.file()
                    + " has "
                    + variable
                    + ", which is the secret "
                    + name
                    + ". Remove it there, because the file is committed, and set the variable of"
                    + " the process.");
          }
          if (rest.contains("${" + variable + "}")) {
            throw new GoalException(
                file.path()
                    + " uses ${"
                    + variable
                    + "} for the secret "
                    + name
                    + " and for a field that everybody sees. Use it for the secret only.");
          }
          environment
              .find(variable)
              .filter(value -> !value.isBlank())
              .ifPresent(value -> values.put(name, value));
        });
    return new HookSecrets(variables, values);
  }

  private static void add(
      String name, JsonNode value, HookFile file, Map<String, String> variables) {
    if (value.isMissingNode() || value.isNull()) {
      return;
    }
    Matcher hole = HOLE.matcher(value.asText(""));
    if (!value.isTextual() || !hole.matches()) {
      throw new GoalException(
          file.path()
              + " has a value for "
              + name
              + ". A secret in a file is not a secret: change it, and write \"${NAME}\", the name"
              + " of a variable of the process.");
    }
    variables.put(name, hole.group(1));
  }

  /** Returns the names in their order. */
  List<String> names() {
    return List.copyOf(variables.keySet());
  }

  /** Returns the variable that has a secret. */
  String variable(String name) {
    return Optional.ofNullable(variables.get(name)).orElse("");
  }

  /** Returns whether a variable is for a secret. */
  boolean isVariable(String variable) {
    return variables.containsValue(variable);
  }

  /** Returns the names whose variables are not set. */
  List<String> missing() {
    return names().stream().filter(name -> !values.containsKey(name)).toList();
  }

  /** Returns the values, to keep them out of texts. */
  Collection<String> values() {
    return List.copyOf(values.values());
  }

  /** Adds the values of secrets to a body that goes to Rossum. */
  void addTo(ObjectNode body, Collection<String> names) {
    for (String name : names) {
      int dot = name.indexOf('.');
      String value =
          Optional.ofNullable(values.get(name))
              .orElseThrow(
                  () ->
                      new GoalException(
                          "The secret "
                              + name
                              + " has no value. Set the variable "
                              + variable(name)
                              + "."));
      body.withObjectProperty(name.substring(0, dot)).put(name.substring(dot + 1), value);
    }
  }

  /** Returns the names, and nothing of the values. */
  @Override
  public String toString() {
    return "HookSecrets" + names();
  }
}
