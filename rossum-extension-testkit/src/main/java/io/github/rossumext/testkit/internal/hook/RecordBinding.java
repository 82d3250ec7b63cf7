package io.github.rossumext.testkit.internal.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.internal.help.Nearest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the settings of a file as the extension will, one by one: a key that is missing may have a
 * default. The record may be of another class loader, whose library reads them.
 */
public final class RecordBinding {
  private static final String RAW_JSON = "io.github.rossumext.value.RawJson";

  private RecordBinding() {}

  /** Returns what the record cannot hold; empty if the settings have the wrong form anyway. */
  public static List<Finding> check(Class<?> record, ObjectNode hook, List<Finding> others) {
    if (others.stream().anyMatch(one -> one.isError() && one.path().startsWith("settings"))) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<String, JsonNode> value : hook.path("settings").properties()) {
      if (!HookCheck.hasHole(value.getValue().toString())) {
        component(record, value.getKey())
            .flatMap(component -> simple(component.getGenericType()))
            .flatMap(type -> expected(record, type, value.getValue()))
            .ifPresent(text -> findings.add(new Finding(true, "settings." + value.getKey(), text)));
      }
    }
    return findings;
  }

  private static Optional<RecordComponent> component(Class<?> record, String key) {
    for (RecordComponent component : record.getRecordComponents()) {
      if (Nearest.plain(RecordSchema.key(component)).equals(Nearest.plain(key))) {
        return Optional.of(component);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns a class, also that within an {@code Optional}. Records, whose keys may have defaults,
   * lists and the like are left to the check by a schema.
   */
  private static Optional<Class<?>> simple(Type type) {
    Type inner =
        type instanceof ParameterizedType optional && optional.getRawType() == Optional.class
            ? optional.getActualTypeArguments()[0]
            : type;
    return inner instanceof Class<?> simple && !simple.isPrimitive() && !simple.isRecord()
        ? Optional.of(simple)
        : Optional.empty();
  }

  /** Returns what was expected; empty if the value fits. */
  private static Optional<String> expected(Class<?> record, Class<?> type, JsonNode value) {
    try {
      Class<?> json = Class.forName(RAW_JSON, true, record.getClassLoader());
      Object raw = json.getMethod("of", String.class).invoke(null, value.toString());
      json.getMethod("as", Class.class).invoke(raw, type);
      return Optional.empty();
    } catch (InvocationTargetException e) {
      return Optional.ofNullable(e.getCause()).flatMap(RecordBinding::expected);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The library cannot read the settings.", e);
    }
  }

  private static Optional<String> expected(Throwable thrown) {
    try {
      Object text = thrown.getClass().getMethod("expected").invoke(thrown);
      return Optional.of("The record cannot hold it: " + text + ".");
    } catch (ReflectiveOperationException e) {
      return Optional.empty(); // not about the value
    }
  }
}
