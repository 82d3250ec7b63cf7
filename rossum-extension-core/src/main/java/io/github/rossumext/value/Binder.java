package io.github.rossumext.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.rossumext.internal.help.UnreadKey;
import io.github.rossumext.internal.json.JsonSlice;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Binds JSON to your types: keys in any spelling of a component, strict on what is missing. */
final class Binder {
  private static final JsonMapper MAPPER =
      // Without interning: the keys of requests would fill the pool of the JVM.
      JsonMapper.builder(
              new JsonFactoryBuilder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build())
          .addModule(new JavaTimeModule())
          .addModule(BoundTypes.forBinding())
          .propertyNamingStrategy(new RecordKeys())
          // One rule's settings are another rule's unknown keys.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          // Amounts of defaults keep their scale: 10.00 is not 1E+1.
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          // Without the feature for missing ones: they read as null, or as an empty Optional.
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final JsonMapper WRITER =
      MAPPER
          .rebuild()
          .addModule(BoundTypes.forWriting())
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  // The one who reads the message edits settings and may not know Java.
  private static final Map<Class<?>, String> WORDS =
      Map.ofEntries(
          Map.entry(int.class, "a whole number"),
          Map.entry(Integer.class, "a whole number"),
          Map.entry(byte.class, "a whole number from -128 to 127"),
          Map.entry(Byte.class, "a whole number from -128 to 127"),
          Map.entry(short.class, "a whole number from -32768 to 32767"),
          Map.entry(Short.class, "a whole number from -32768 to 32767"),
          Map.entry(long.class, "a whole number"),
          Map.entry(Long.class, "a whole number"),
          Map.entry(BigDecimal.class, "a number"),
          Map.entry(Number.class, "a number"),
          Map.entry(double.class, "a number below 1.8E308"),
          Map.entry(Double.class, "a number below 1.8E308"),
          Map.entry(float.class, "a number below 3.4E38"),
          Map.entry(Float.class, "a number below 3.4E38"),
          Map.entry(Duration.class, "a duration such as PT1M30S"),
          Map.entry(Instant.class, "a time such as 2026-01-31T08:00:00Z"),
          Map.entry(boolean.class, "true or false"),
          Map.entry(Boolean.class, "true or false"),
          Map.entry(String.class, "a text"),
          Map.entry(Secret.class, "a text"),
          Map.entry(LocalDate.class, "a date such as 2026-01-31"),
          Map.entry(Tolerance.class, "a tolerance such as 0.01 or 2%"));

  private Binder() {}

  /** A value and the keys that it did not read. */
  record Bound<T>(T value, List<UnreadKey> unread) {}

  @SuppressWarnings("unchecked") // not Class.cast: Jackson gives a box for int.class
  static <T> Bound<T> bind(JsonSlice json, Class<T> type) {
    return (Bound<T>) read(json, MAPPER.constructType(type));
  }

  @SuppressWarnings("unchecked") // as above
  static <T> Bound<List<T>> bindList(JsonSlice json, Class<T> type) {
    JavaType list = MAPPER.getTypeFactory().constructCollectionType(List.class, type);
    Bound<List<T>> bound = (Bound<List<T>>) (Bound<?>) read(json, list);
    int missing = bound.value().indexOf(null);
    if (missing >= 0) {
      throw new BindingException("[" + missing + "]", expected(type));
    }
    return new Bound<>(Collections.unmodifiableList(bound.value()), bound.unread());
  }

  private static Bound<?> read(JsonSlice json, JavaType type) {
    KeyMatch keys = new KeyMatch(MAPPER.getDeserializationConfig());
    return create(keys.match(BoundTree.read(json.cursor()), type, ""), type, keys.unread());
  }

  private static Bound<?> create(JsonNode tree, JavaType type, List<UnreadKey> unread) {
    Object value;
    try (JsonParser parser = MAPPER.treeAsTokens(tree)) {
      value = MAPPER.readValue(parser, type);
    } catch (IOException e) {
      requireOpen(type);
      throw problem(e, type, tree, unread);
    } catch (IllegalArgumentException | DateTimeException e) {
      requireOpen(type);
      throw new BindingException("", expected(type.getRawClass()));
    }
    if (value == null) {
      throw new BindingException("", expected(type.getRawClass()));
    }
    return new Bound<>(value, unread);
  }

  @SuppressWarnings("unchecked") // the type of the defaults
  static <T> Bound<T> bindOver(JsonSlice json, T defaults) {
    JavaType type = MAPPER.constructType(defaults.getClass());
    KeyMatch keys = new KeyMatch(MAPPER.getDeserializationConfig());
    if (!(keys.match(BoundTree.read(json.cursor()), type, "") instanceof ObjectNode source)) {
      throw new BindingException("", "expected an object");
    }
    if (!(written(defaults) instanceof ObjectNode target)) {
      throw new BindingException("", "expected defaults that are an object");
    }
    lay(source, target);
    return (Bound<T>) create(target, type, keys.unread());
  }

  private static JsonNode written(Object defaults) {
    try {
      return MAPPER.valueToTree(defaults);
    } catch (IllegalArgumentException e) {
      requireOpen(MAPPER.constructType(defaults.getClass()));
      throw new BindingException("", expected(defaults.getClass()));
    }
  }

  private static void lay(ObjectNode source, ObjectNode target) {
    Iterator<String> names = source.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      JsonNode value = source.get(name);
      if (value instanceof ObjectNode inner && target.get(name) instanceof ObjectNode below) {
        lay(inner, below);
      } else {
        target.set(name, value);
      }
    }
  }

  static byte[] write(Object value) {
    try {
      return WRITER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      Class<?> culprit = value.getClass();
      if (e instanceof InvalidDefinitionException unknown && unknown.getType() != null) {
        culprit = unknown.getType().getRawClass();
      }
      requireOpen(MAPPER.constructType(culprit));
      throw new BindingException(
          path(e), "expected a type that can be written as JSON, not " + culprit.getSimpleName());
    }
  }

  // Jackson's own message quotes the value, which may be a secret.
  private static BindingException problem(
      IOException e, JavaType type, JsonNode tree, List<UnreadKey> unread) {
    String path = path(e);
    if (isMissing(e, tree)) {
      return new BindingException(path, "missing" + found(path, unread));
    }
    Class<?> expected = type.getRawClass();
    if ((e instanceof InputCoercionException ? e : e.getCause())
            instanceof InputCoercionException overflow
        && overflow.getTargetType() != null) {
      return new BindingException(path, "expected " + range(overflow.getTargetType()));
    }
    if (e instanceof ValueInstantiationException refused && refused.getType() != null) {
      return new BindingException(
          path,
          "expected values that the constructor of "
              + refused.getType().getRawClass().getSimpleName()
              + " accepts");
    }
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      expected = mismatch.getTargetType();
    }
    return new BindingException(path, expected(expected));
  }

  private static void requireOpen(JavaType type) {
    OpenTypes.require(type, MAPPER.getTypeFactory());
  }

  private static String range(Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
    }
    return type == long.class || type == Long.class
        ? "a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE
        : WORDS.getOrDefault(type, type.getSimpleName());
  }

  /** Returns whether the object that the path leads to lacks the key. */
  private static boolean isMissing(IOException e, JsonNode tree) {
    JsonNode node = tree;
    if (e instanceof JsonMappingException mapping) {
      for (JsonMappingException.Reference step : mapping.getPath()) {
        if (step.getFieldName() == null) {
          node = node.path(step.getIndex());
        } else if (node.isObject() && !node.has(step.getFieldName())) {
          return true;
        } else {
          node = node.path(step.getFieldName());
        }
      }
    }
    // A blank secret counts as missing, as in HookContext.secret.
    return e instanceof MismatchedInputException mismatch
        && mismatch.getTargetType() == Secret.class
        && (node.isNull() || (node.isTextual() && node.asText().isBlank()));
  }

  private static String found(String path, List<UnreadKey> unread) {
    return unread.stream()
        .filter(key -> KeyMatch.within(key.path(), key.near()).equals(path))
        .map(key -> ", found the similar key " + key.shown())
        .findFirst()
        .orElse("");
  }

  private static String path(IOException e) {
    StringBuilder path = new StringBuilder();
    if (e instanceof JsonMappingException mapping) {
      for (JsonMappingException.Reference step : mapping.getPath()) {
        if (step.getFieldName() == null) {
          path.append('[').append(step.getIndex()).append(']');
        } else {
          path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
        }
      }
    }
    return path.toString();
  }

  private static boolean isText(Class<?> type) {
    return WORDS.containsKey(type)
        || type == ResourceUrl.class
        || OpenEnum.class.isAssignableFrom(type);
  }

  private static String expected(Class<?> type) {
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "expected a list";
    }
    if (type.isRecord() && !isText(type)) {
      return "expected an object";
    }
    if (type.isEnum()) {
      return "expected one of "
          + Arrays.stream(type.getEnumConstants())
              .map(word -> WRITER.valueToTree(word).asText())
              .collect(Collectors.joining(", "));
    }
    return "expected "
        + (Map.class.isAssignableFrom(type)
            ? "an object"
            : WORDS.getOrDefault(type, type.getSimpleName()));
  }
}
