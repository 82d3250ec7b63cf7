package io.github.rossumext.payload;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.rossumext.content.DatapointTree;
import io.github.rossumext.content.Node;
import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a payload means: all that its accessors give, so that two bodies can be compared that are
 * written in different ways. An accessor that is added later takes part by itself.
 */
final class Meaning {
  private static final JsonMapper JSON = new JsonMapper();

  // The way back up would never end; the others are Object's.
  private static final Set<String> LEFT_OUT = Set.of("parent", "hashCode", "toString", "getClass");

  private Meaning() {}

  static Object of(Object value) throws Exception {
    if (value instanceof Optional<?> optional) {
      return optional.isPresent() ? of(optional.get()) : optional;
    }
    if (value instanceof RawJson raw) {
      return JSON.readTree(raw.text());
    }
    if (value instanceof Collection<?> all) {
      Collection<Object> meanings = all instanceof Set ? new LinkedHashSet<>() : new ArrayList<>();
      for (Object element : all) {
        meanings.add(of(element));
      }
      return meanings;
    }
    return value instanceof JsonView || value instanceof Node || value instanceof DatapointTree
        ? accessors(value)
        : value;
  }

  private static Map<String, Object> accessors(Object value) throws Exception {
    Map<String, Object> meanings = new TreeMap<>();
    for (Method method : value.getClass().getMethods()) {
      if (method.getParameterCount() == 0
          && !Modifier.isStatic(method.getModifiers())
          && !method.getReturnType().equals(void.class)
          && !LEFT_OUT.contains(method.getName())) {
        meanings.put(method.getName(), of(method.invoke(value)));
      }
    }
    return meanings;
  }
}
