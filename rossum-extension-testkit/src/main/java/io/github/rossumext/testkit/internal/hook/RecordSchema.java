package io.github.rossumext.testkit.internal.hook;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.annotation.Annotation;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Derives JSON Schemas from the records that settings and secrets are bound to. The record may be
 * of another class loader: types of the library are known by their names.
 */
public final class RecordSchema {
  private static final String LIBRARY = "io.github.rossumext.";
  private static final String TYPE = "type";

  /** The library's own types that are written as a text. */
  private static final String WORDS =
      "io\\.github\\.rossumext\\.(value|payload|response|schema|content)\\.\\w+";

  private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE_CASE =
      new PropertyNamingStrategies.SnakeCaseStrategy();
  private static final Set<String> WHOLE =
      Set.of(
          "byte",
          "short",
          "int",
          "long",
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.math.BigInteger");
  private static final Set<String> NUMBERS =
      Set.of(
          "float",
          "double",
          "java.lang.Float",
          "java.lang.Double",
          "java.lang.Number",
          "java.math.BigDecimal");
  private static final Map<String, String> TEXTS =
      Map.of("java.time.LocalDate", "date", "java.time.Instant", "date-time");

  private RecordSchema() {}

  /**
   * Returns the schema of settings.
   *
   * @throws IllegalArgumentException if the class is not a record
   */
  public static ObjectNode ofSettings(Class<?> record) {
    requireRecord(record, "settings");
    return of(record, new HashSet<>());
  }

  /**
   * Returns the schema of secrets: each is a text, and there are no others.
   *
   * @throws IllegalArgumentException if the class is not a record
   */
  public static ObjectNode ofSecrets(Class<?> record) {
    requireRecord(record, "secrets");
    ObjectNode schema = typed("object");
    ObjectNode properties = schema.putObject("properties");
    for (RecordComponent component : record.getRecordComponents()) {
      properties.set(key(component), typed("string"));
    }
    return schema.put("additionalProperties", false);
  }

  private static void requireRecord(Class<?> type, String what) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(
          "The class of the " + what + " must be a record, but " + type.getName() + " is not one.");
    }
  }

  private static ObjectNode typed(String type) {
    return JsonNodeFactory.instance.objectNode().put(TYPE, type);
  }

  private static ObjectNode of(Type type, Set<Class<?>> around) {
    if (type instanceof ParameterizedType parameterized
        && parameterized.getRawType() instanceof Class<?> raw) {
      Type[] arguments = parameterized.getActualTypeArguments();
      if (raw.getName().equals("java.util.Optional")) {
        return of(arguments[0], around);
      }
      if (Map.class.isAssignableFrom(raw)) {
        ObjectNode map = typed("object");
        map.set("additionalProperties", of(arguments[1], around));
        return map;
      }
      return Collection.class.isAssignableFrom(raw) ? list(arguments[0], around) : of(raw, around);
    }
    if (type instanceof GenericArrayType array) {
      return list(array.getGenericComponentType(), around);
    }
    return type instanceof Class<?> simple
        ? ofClass(simple, around)
        : JsonNodeFactory.instance.objectNode();
  }

  private static ObjectNode list(Type element, Set<Class<?>> around) {
    ObjectNode list = typed("array");
    list.set("items", of(element, around));
    return list;
  }

  private static ObjectNode ofClass(Class<?> type, Set<Class<?>> around) {
    String name = type.getName();
    if (WHOLE.contains(name) || name.matches("java\\.util\\.Optional(Int|Long)")) {
      return typed("integer");
    }
    if (NUMBERS.contains(name) || name.equals("java.util.OptionalDouble")) {
      return typed("number");
    }
    if (name.equals("boolean") || name.equals("java.lang.Boolean")) {
      return typed("boolean");
    }
    if (TEXTS.containsKey(name)) {
      return typed("string").put("format", TEXTS.get(name));
    }
    if (type.isEnum()) {
      ObjectNode schema = typed("string");
      ArrayNode words = schema.putArray("enum");
      for (Object constant : type.getEnumConstants()) {
        words.add(((Enum<?>) constant).name());
      }
      return schema;
    }
    if (name.equals(LIBRARY + "value.RawJson")) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (name.equals("java.lang.String")
        || name.equals("java.time.Duration")
        || name.matches(WORDS)) {
      return typed("string");
    }
    if (type.isArray()) {
      return list(type.getComponentType(), around);
    }
    if (type.isRecord() && around.add(type)) {
      ObjectNode schema = typed("object");
      ObjectNode properties = schema.putObject("properties");
      for (RecordComponent component : type.getRecordComponents()) {
        properties.set(key(component), of(component.getGenericType(), around));
      }
      around.remove(type);
      return schema;
    }
    return Collection.class.isAssignableFrom(type) ? typed("array") : typed("object");
  }

  static String key(RecordComponent component) {
    for (Annotation annotation : component.getAnnotations()) {
      if (annotation.annotationType().getName().equals(LIBRARY + "value.Key")) {
        try {
          return (String) annotation.annotationType().getMethod("value").invoke(annotation);
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(component + " cannot be read.", e);
        }
      }
    }
    return SNAKE_CASE.translate(component.getName());
  }
}
