package io.github.rossumext.value;

import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.internal.help.ComponentKeys;
import io.github.rossumext.internal.help.Nearest;
import io.github.rossumext.internal.help.UnreadKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Renames the keys of a JSON tree to those of your records and classes with setters: they match
 * without regard to case, {@code _} and {@code -}. Keys of maps stay as they are. Notes the keys
 * that no component reads although their name is near. For one value; not thread-safe.
 */
final class KeyMatch {
  private static final ClassValue<Map<JavaType, Components>> KNOWN =
      new ClassValue<>() {
        @Override
        protected Map<JavaType, Components> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  private record Component(String key, JavaType type) {}

  /**
   * The components of a record, or the properties of a class with setters: by their keys, and by
   * their keys without case, _ and -.
   */
  private record Components(
      Map<String, Component> byKey, Map<String, Component> byPlainKey, List<Component> all) {
    private static final Components NONE = new Components(Map.of(), Map.of(), List.of());

    static Components of(JavaType type, DeserializationConfig config) {
      Class<?> raw = type.getRawClass();
      if (raw.isRecord()) {
        ComponentKeys.requireDifferent(raw, RecordKeys::keyOf);
      } else if (config.introspect(type).findDefaultConstructor() == null) {
        return NONE; // neither a record nor a class with setters
      }
      Components components = new Components(new HashMap<>(), new HashMap<>(), new ArrayList<>());
      for (BeanPropertyDefinition property : config.introspect(type).findProperties()) {
        if (property.couldDeserialize()) {
          Component component = new Component(property.getName(), property.getPrimaryType());
          components.all.add(component);
          components.byKey.put(component.key, component);
          components.byPlainKey.put(Nearest.plain(component.key), component);
          for (PropertyName alias : property.findAliases()) {
            components.byKey.put(alias.getSimpleName(), component);
          }
        }
      }
      return components;
    }

    @Nullable Component of(String key) {
      Component component = byKey.get(key);
      return component != null ? component : byPlainKey.get(Nearest.plain(key));
    }
  }

  private final DeserializationConfig config;
  private final List<UnreadKey> unread = new ArrayList<>();

  KeyMatch(DeserializationConfig config) {
    this.config = config;
  }

  /**
   * Returns the keys that are read by nothing, each with the component that it may be meant for.
   */
  List<UnreadKey> unread() {
    return unread;
  }

  /**
   * Returns the tree with the keys of this type.
   *
   * @throws BindingException if an object has two keys of one component
   * @throws IllegalArgumentException if two components of a record match one key
   */
  JsonNode match(JsonNode node, JavaType type, String path) {
    if (type.getRawClass() == Optional.class) {
      return match(node, type.containedTypeOrUnknown(0), path);
    }
    if (type.isMapLikeType() && node instanceof ObjectNode object) {
      ObjectNode matched = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        String key = entry.getKey();
        matched.set(key, match(entry.getValue(), type.getContentType(), within(path, key)));
      }
      return matched;
    }
    if ((type.isCollectionLikeType() || type.isArrayType())
        && type.getContentType().getRawClass() != byte.class) {
      return matchList(node, type.getContentType(), path);
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    Components components = components(type);
    return components.all.isEmpty() ? node : matchComponents(object, components, path);
  }

  private JsonNode matchList(JsonNode node, JavaType element, String path) {
    ArrayNode matched = JsonNodeFactory.instance.arrayNode();
    if (node instanceof ArrayNode list) {
      for (JsonNode value : list) {
        matched.add(match(value, element, path + "[" + matched.size() + "]"));
      }
      return matched;
    }
    boolean isOne =
        node.isValueNode() && !node.isNull() && !(node.isTextual() && node.textValue().isBlank());
    return isOne && !element.isContainerType() && !element.getRawClass().isRecord()
        ? matched.add(node)
        : node;
  }

  private JsonNode matchComponents(ObjectNode object, Components components, String path) {
    ObjectNode matched = JsonNodeFactory.instance.objectNode();
    Map<Component, String> found = new HashMap<>();
    List<String> others = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      String key = entry.getKey();
      Component component = components.of(key);
      if (component == null) {
        others.add(key);
        matched.set(key, entry.getValue());
        continue;
      }
      String before = found.put(component, key);
      if (before != null) {
        throw new BindingException(
            within(path, key),
            "expected one key for '" + component.key + "', found two; remove one of them");
      }
      matched.set(component.key, match(entry.getValue(), component.type, within(path, key)));
    }
    for (String key : others) {
      Nearest.near(
              key,
              components.all.stream()
                  .filter(component -> !found.containsKey(component))
                  .map(Component::key)
                  .toList())
          .ifPresent(near -> unread.add(new UnreadKey(path, key, near)));
    }
    return matched;
  }

  private Components components(JavaType type) {
    Map<JavaType, Components> known = KNOWN.get(type.getRawClass());
    Components components = known.get(type);
    if (components == null) {
      components = Components.of(type, config);
      known.put(type, components);
    }
    return components;
  }

  static String within(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
