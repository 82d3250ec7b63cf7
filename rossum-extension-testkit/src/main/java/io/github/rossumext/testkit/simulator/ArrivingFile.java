package io.github.rossumext.testkit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.internal.check.ChangeCheck;
import io.github.rossumext.internal.text.Storable;
import io.github.rossumext.testkit.internal.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file that arrives, with the decisions of the responses so far. */
final class ArrivingFile {
  private final String id;
  private final String name;
  private boolean isImported;
  private boolean isFailed;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<ShownMessage> messages = new ArrayList<>();

  ArrivingFile(String id, String name, boolean isImported) {
    this.id = id;
    this.name = name;
    this.isImported = isImported;
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  void isImported(boolean imported) {
    isImported = imported;
  }

  boolean isImported() {
    return isImported;
  }

  void isFailed(boolean failed) {
    isFailed = failed;
  }

  boolean isFailed() {
    return isFailed;
  }

  void say(List<ShownMessage> said) {
    messages.addAll(said);
  }

  void value(String valueId, String value) {
    values.put(valueId, value);
  }

  /** Takes the values of a response, which replace earlier ones with the same id. */
  void take(JsonNode list, Problems problems) {
    if (list.isMissingNode()) {
      return;
    }
    if (!list.isArray()) {
      problems.file("'values' of the file '" + id + "' is not a list.");
      return;
    }
    for (JsonNode value : list) {
      String problem = problem(value);
      if (problem.isEmpty()) {
        values.put(value.path("id").asText(), value.path("value").asText());
      } else {
        problems.file("A value of the file '" + id + "' " + problem + ", so it is lost.");
      }
    }
  }

  private static String problem(JsonNode value) {
    if (!value.isObject() || !value.path("id").isTextual()) {
      return "has no id";
    }
    if (!value.path("id").asText().startsWith("email:")) {
      return "has the id '" + value.path("id").asText() + "', which does not start with email:";
    }
    if (!value.path("value").isTextual()) {
      return "is not a text";
    }
    String unstorable = Json.unstorable(value);
    if (!unstorable.isEmpty()) {
      return "has " + unstorable + ", which Rossum cannot store";
    }
    int length = Storable.length(value.path("value").asText());
    return length > ChangeCheck.MAX_VALUE_LENGTH
        ? "has " + length + " characters, more than " + ChangeCheck.MAX_VALUE_LENGTH
        : "";
  }

  static void checkKeys(JsonNode object, Set<String> keys, Problems problems) {
    for (String key : Json.otherKeys(object, keys)) {
      problems.file("The key '" + key + "' is ignored.");
    }
  }

  FileDecision decision() {
    boolean becomesDocument = isImported && !isFailed;
    return new FileDecision(
        id, name, becomesDocument, becomesDocument ? values : Map.of(), messages, isFailed);
  }
}
