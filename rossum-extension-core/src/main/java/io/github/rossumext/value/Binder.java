package io.github.rossumext.value;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Binds JSON to your types: snake_case to camelCase, strict on what is missing. */
final class Binder {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(BoundTypes.forBinding())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
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
          Map.entry(long.class, "a whole number"),
          Map.entry(Long.class, "a whole number"),
          Map.entry(BigDecimal.class, "a number"),
          Map.entry(boolean.class, "true or false"),
          Map.entry(Boolean.class, "true or false"),
          Map.entry(String.class, "a text"),
          Map.entry(Secret.class, "a text"),
          Map.entry(LocalDate.class, "a date such as 2026-01-31"),
          Map.entry(Tolerance.class, "a tolerance such as 0.01 or 2%"));

  private Binder() {}

  @SuppressWarnings("unchecked") // not Class.cast: Jackson gives a box for int.class
  static <T> T bind(byte[] json, Class<T> type) {
    return (T) read(json, MAPPER.constructType(type));
  }

  @SuppressWarnings("unchecked") // as above
  static <T> List<T> bindList(byte[] json, Class<T> type) {
    JavaType list = MAPPER.getTypeFactory().constructCollectionType(List.class, type);
    List<T> bound = (List<T>) read(json, list);
    int missing = bound.indexOf(null);
    if (missing >= 0) {
      throw new BindingException("[" + missing + "]", expected(type));
    }
    return Collections.unmodifiableList(bound);
  }

  private static Object read(byte[] json, JavaType type) {
    try {
      Object value = MAPPER.readValue(json, type);
      if (value == null) {
        throw new BindingException("", expected(type.getRawClass()));
      }
      return value;
    } catch (IOException e) {
      throw problem(e, type);
    } catch (IllegalArgumentException e) {
      // A number with an exponent beyond 32 bits; the message quotes it.
      throw new BindingException("", expected(type.getRawClass()));
    }
  }

  static <T> T bindOver(byte[] json, T defaults) {
    @SuppressWarnings("unchecked")
    Class<T> type = (Class<T>) defaults.getClass();
    try {
      JsonNode base = MAPPER.valueToTree(defaults);
      JsonNode changes = MAPPER.readTree(json);
      if (!(base instanceof ObjectNode target) || !(changes instanceof ObjectNode source)) {
        throw new BindingException("", "expected an object");
      }
      lay(source, target);
      return MAPPER.treeToValue(target, type);
    } catch (JsonProcessingException e) {
      throw problem(e, MAPPER.constructType(type));
    } catch (IOException | IllegalArgumentException e) {
      throw new BindingException("", expected(type));
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
      throw new BindingException(
          path(e), "expected a type that can be written as JSON, not " + culprit.getSimpleName());
    }
  }

  // Jackson's own message quotes the value, which may be a secret.
  private static BindingException problem(IOException e, JavaType type) {
    Class<?> expected = type.getRawClass();
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      expected = mismatch.getTargetType();
    }
    return new BindingException(path(e), expected(expected));
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

  private static String expected(Class<?> type) {
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "expected a list";
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
