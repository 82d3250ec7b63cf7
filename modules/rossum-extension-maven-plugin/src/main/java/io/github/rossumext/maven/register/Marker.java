package io.github.rossumext.maven.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What marks a hook in Rossum as one of a project: names are not unique there, and a state file may
 * be lost. It is in the metadata of the hook.
 *
 * @param project the name of the project
 * @param environment the name of the environment
 */
record Marker(String project, String environment) {
  private static final String KEY = "rossum_extension";
  private static final String DEV = "dev";

  /** Marks a hook. */
  void addTo(ObjectNode hook, String name) {
    hook.withObjectProperty(HookFields.METADATA)
        .putObject(KEY)
        .put("project", project)
        .put("environment", environment)
        .put("hook", name);
  }

  private static JsonNode of(JsonNode hook) {
    return hook.path(HookFields.METADATA).path(KEY);
  }

  /** Returns whether a hook has this mark. */
  boolean isOn(JsonNode hook, String name) {
    JsonNode mark = of(hook);
    return mark.path("project").asText("").equals(project)
        && mark.path("environment").asText("").equals(environment)
        && mark.path("hook").asText("").equals(name);
  }

  /** Returns whether another project, environment or file has marked a hook. */
  boolean isOfOther(JsonNode hook, String name) {
    return of(hook).isObject() && !isOn(hook, name);
  }

  /** Returns whose hook it is, for a text. */
  static String owner(JsonNode hook) {
    JsonNode mark = of(hook);
    return "the hook \""
        + mark.path("hook").asText()
        + "\" of "
        + mark.path("project").asText()
        + " in the environment "
        + mark.path("environment").asText();
  }

  /** Returns what a development session left; missing if there is none. */
  static JsonNode dev(JsonNode hook) {
    return of(hook).path(DEV);
  }

  /** Returns the metadata with a development session. */
  static ObjectNode withDev(ObjectNode hook, String before, String since) {
    ObjectNode copy = hook.deepCopy();
    copy.withObjectProperty(HookFields.METADATA)
        .withObjectProperty(KEY)
        .putObject(DEV)
        .put("url_before", before)
        .put("since", since);
    return copy.withObjectProperty(HookFields.METADATA);
  }

  /** Returns the metadata without a development session. */
  static ObjectNode withoutDev(ObjectNode hook) {
    ObjectNode copy = hook.deepCopy();
    copy.withObjectProperty(HookFields.METADATA).withObjectProperty(KEY).remove(DEV);
    return copy.withObjectProperty(HookFields.METADATA);
  }
}
