package io.github.rossumext.value;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a value that may be missing or null, which gives an empty Optional. */
final class OptionalReader extends JsonDeserializer<Object> implements ContextualDeserializer {
  private final JavaType type;
  private final Object empty;
  private final Function<Object, Object> present;
  private final @Nullable JsonDeserializer<Object> reader;

  private OptionalReader(
      JavaType type,
      Object empty,
      Function<Object, Object> present,
      @Nullable JsonDeserializer<Object> reader) {
    this.type = type;
    this.empty = empty;
    this.present = present;
    this.reader = reader;
  }

  /** Returns a reader of this kind of Optional; null if the type is not one. */
  static @Nullable OptionalReader of(JavaType type, Function<Class<?>, JavaType> types) {
    Class<?> raw = type.getRawClass();
    if (raw == Optional.class) {
      return new OptionalReader(
          type.containedTypeOrUnknown(0), Optional.empty(), Optional::of, null);
    }
    if (raw == OptionalInt.class) {
      return new OptionalReader(
          types.apply(Integer.class),
          OptionalInt.empty(),
          value -> OptionalInt.of((Integer) value),
          null);
    }
    if (raw == OptionalLong.class) {
      return new OptionalReader(
          types.apply(Long.class),
          OptionalLong.empty(),
          value -> OptionalLong.of((Long) value),
          null);
    }
    if (raw == OptionalDouble.class) {
      return new OptionalReader(
          types.apply(Double.class),
          OptionalDouble.empty(),
          value -> OptionalDouble.of((Double) value),
          null);
    }
    return null;
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) throws JsonMappingException {
    return new OptionalReader(
        type, empty, present, context.findContextualValueDeserializer(type, property));
  }

  @Override
  public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    Object value =
        reader == null ? context.readValue(parser, type) : reader.deserialize(parser, context);
    return value == null ? empty : present.apply(value);
  }

  @Override
  public Object getNullValue(DeserializationContext context) {
    return empty;
  }

  @Override
  public Object getAbsentValue(DeserializationContext context) {
    return empty;
  }
}
