package io.github.rossumext.maven.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hook with what its holes mean. <b>Its JSON may hold secrets.</b> Immutable and thread-safe.
 *
 * <p>A hole is in a text: {@code "${EXTENSION_URL}/rossum"}. It stays as it is if its name has no
 * value. {@code $${NAME}} is the text {@code ${NAME}}.
 */
public final class FilledHook {
  private static final Pattern HOLE =
      Pattern.compile("\\$(\\$\\{[^}]*\\})|\\$\\{([A-Za-z_][A-Za-z0-9_.-]*)\\}");

  private final HookFile file;
  private final ObjectNode json;
  private final Set<String> names;
  private final Set<String> missing;

  private FilledHook(HookFile file, ObjectNode json, Set<String> names, Set<String> missing) {
    this.file = file;
    this.json = json;
    this.names = names;
    this.missing = missing;
  }

  static FilledHook of(HookFile file, Environment environment) {
    Set<String> names = new TreeSet<>();
    Set<String> missing = new TreeSet<>();
    ObjectNode json = file.json();
    fill(json, environment, names, missing);
    return new FilledHook(file, json, Set.copyOf(names), Set.copyOf(missing));
  }

  private static JsonNode fill(
      JsonNode node, Environment environment, Set<String> names, Set<String> missing) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        entry.setValue(fill(entry.getValue(), environment, names, missing));
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, fill(array.get(i), environment, names, missing));
      }
    } else if (node.isTextual()) {
      return TextNode.valueOf(text(node.textValue(), environment, names, missing));
    }
    return node;
  }

  private static String text(
      String text, Environment environment, Set<String> names, Set<String> missing) {
    Matcher matcher = HOLE.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      String value = matcher.group(1);
      if (value == null) {
        String name = matcher.group(2);
        if (name.equals(Environment.TOKEN)) {
          throw new GoalException(
              "The hole ${"
                  + name
                  + "} is in the file of a hook. Remove it: everybody who sees the hook would see"
                  + " the token.");
        }
        names.add(name);
        value = environment.find(name).orElse(null);
        if (value == null) {
          missing.add(name);
          value = matcher.group();
        }
      }
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(filled).toString();
  }

  /** Returns the file. */
  public HookFile file() {
    return file;
  }

  /** Returns a copy of the JSON. It may hold secrets: do not print it. */
  public ObjectNode json() {
    return json.deepCopy();
  }

  /** Returns the names of the holes, in no order. */
  public Set<String> names() {
    return names;
  }

  /** Returns the names of the holes without a value, which are still in the JSON. */
  public Set<String> missing() {
    return missing;
  }

  /** Returns the file, and nothing of the values. */
  @Override
  public String toString() {
    return "FilledHook[" + file.path() + "]";
  }
}
