package io.github.rossumext.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Node;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a payload means: all that its accessors give, so that two bodies can be compared that are
 * written in different ways. An accessor that is added later takes part by itself. An accessor may
 * refuse by {@link BindingException} and by nothing else.
 */
public final class Meaning {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> LEFT_OUT = Set.of("hashCode", "toString", "getClass");

  // All other accessors that give nodes give some of these.
  private static final Set<String> DOWNWARDS = Set.of("roots", "children");

  private Meaning() {}

  /** All that the accessors of this give, and those of what they give. */
  public static Object of(Object value) {
    return of(value, true);
  }

  private static Object of(Object value, boolean entersNodes) {
    if (value instanceof Optional<?> optional) {
      return optional.isPresent() ? of(optional.get(), entersNodes) : optional;
    }
    if (value instanceof RawJson raw) {
      return tree(raw);
    }
    if (value instanceof Collection<?> all) {
      Collection<Object> meanings = all instanceof Set ? new LinkedHashSet<>() : new ArrayList<>();
      for (Object element : all) {
        meanings.add(of(element, entersNodes));
      }
      return meanings;
    }
    if (value instanceof Node node && !entersNodes) {
      return node.id();
    }
    boolean isOurs = value.getClass().getPackageName().startsWith("io.github.rossumext.");
    return isOurs && !(value instanceof Enum) ? accessors(value) : value;
  }

  private static JsonNode tree(RawJson raw) {
    try {
      return JSON.readTree(raw.text());
    } catch (IOException e) {
      // JSON allows half of a surrogate pair in a key, and Jackson does not.
      if (String.valueOf(e.getMessage()).contains("surrogate")) {
        return TextNode.valueOf(raw.text());
      }
      throw new AssertionError("not JSON", e);
    }
  }

  private static Map<String, Object> accessors(Object value) {
    Map<String, Object> meanings = new TreeMap<>();
    for (Method method : value.getClass().getMethods()) {
      if (method.getParameterCount() == 0
          && !Modifier.isStatic(method.getModifiers())
          && !method.getReturnType().equals(void.class)
          && !LEFT_OUT.contains(method.getName())) {
        meanings.put(method.getName(), call(value, method));
      }
    }
    if (value instanceof JsonView view) {
      meanings.put("find", lookUps(view.raw(), view::find));
    }
    if (value instanceof Node node) {
      meanings.put("find", lookUps(node.raw(), node::find));
    }
    if (value instanceof Datapoint datapoint) {
      datapoint
          .find("content")
          .ifPresent(
              content -> meanings.put("findInContent", lookUps(content, datapoint::findInContent)));
    }
    return meanings;
  }

  private static Object call(Object value, Method method) {
    try {
      return of(method.invoke(value), DOWNWARDS.contains(method.getName()));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof BindingException refusal) {
        return refusal.expected();
      }
      throw new AssertionError(method + " threw", e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Object> lookUps(RawJson object, Function<String, Optional<RawJson>> lookUp) {
    List<Object> found = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    tree(object).fieldNames().forEachRemaining(keys::add);
    keys.sort(null);
    for (String key : keys) {
      try {
        found.add(of(lookUp.apply(key)));
      } catch (BindingException e) {
        found.add(e.expected());
      }
    }
    return found;
  }
}
