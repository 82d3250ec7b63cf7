package io.github.rossumext.maven.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares a hook of the project with the one in Rossum. Neither has secrets. */
final class HookDiff {
  private HookDiff() {}

  /**
   * Returns the fields of the file that differ in Rossum. What the file does not have stays.
   *
   * @param desired the hook of the file
   * @param actual the hook in Rossum; empty for a new one
   */
  static List<FieldChange> of(ObjectNode desired, ObjectNode actual) {
    List<FieldChange> changes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : desired.properties()) {
      String key = field.getKey();
      JsonNode before = actual.path(key);
      JsonNode after = field.getValue();
      if (HookFields.SETS.contains(key) && after.isArray()) {
        if (!JsonForm.isSame(sorted(before), sorted(after))) {
          changes.add(new FieldChange(key, before, after));
        }
      } else {
        compare(key, before, after, HookFields.MERGED.contains(key), changes);
      }
    }
    return List.copyOf(changes);
  }

  private static void compare(
      String path, JsonNode before, JsonNode after, boolean isMerged, List<FieldChange> changes) {
    if (JsonForm.isSame(before, after)) {
      return;
    }
    if (!after.isObject() || !(before.isObject() || before.isMissingNode() || before.isNull())) {
      changes.add(new FieldChange(path, before, after));
      return;
    }
    int known = changes.size();
    Set<String> keys = new TreeSet<>();
    after.fieldNames().forEachRemaining(keys::add);
    if (!isMerged) {
      before.fieldNames().forEachRemaining(keys::add);
    }
    for (String key : keys) {
      String below = path + "." + key;
      if (!isMerged) {
        compare(below, before.path(key), after.path(key), false, changes);
      } else if (!JsonForm.isSame(before.path(key), after.path(key))) {
        changes.add(new FieldChange(below, before.path(key), after.path(key)));
      }
    }
    if (changes.size() == known && !isMerged) {
      changes.add(new FieldChange(path, before, after)); // such as {} for null
    }
  }

  /**
   * Returns what to send: each key that changes, as a whole. What Rossum has beyond the file is in
   * it.
   */
  static ObjectNode body(ObjectNode desired, ObjectNode actual) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    for (FieldChange change : of(desired, actual)) {
      int dot = change.path().indexOf('.');
      String key = dot < 0 ? change.path() : change.path().substring(0, dot);
      body.set(key, merged(key, desired.path(key), actual.path(key)));
    }
    return body;
  }

  /** Returns the whole value of a key: that of the file, over that of Rossum if it is merged. */
  static JsonNode merged(String key, JsonNode desired, JsonNode actual) {
    if (HookFields.MERGED.contains(key)
        && desired instanceof ObjectNode over
        && actual instanceof ObjectNode under) {
      ObjectNode all = under.deepCopy();
      all.setAll(over);
      return all;
    }
    return desired.deepCopy();
  }

  /** Returns a list in an order of its own, without repeats. */
  static JsonNode sorted(JsonNode list) {
    if (!list.isArray()) {
      return list.isMissingNode() || list.isNull() ? MissingNode.getInstance() : list;
    }
    TreeSet<JsonNode> sorted = new TreeSet<>(Comparator.comparing(JsonNode::toString));
    list.forEach(each -> sorted.add(JsonForm.of(each)));
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    array.addAll(sorted);
    return array;
  }
}
