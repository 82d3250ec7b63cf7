package io.github.rossumext.value;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.github.rossumext.internal.json.JsonSlice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The types that the components of your records may have in addition to those that Jackson knows:
 * the library's own types and {@code Optional}. Jackson's module for {@code Optional} would be one
 * more dependency.
 */
final class BoundTypes {
  private BoundTypes() {}

  /** Reads all of them, and writes them such that they are read back. */
  static SimpleModule forBinding() {
    SimpleModule module =
        new SimpleModule("rossum-binding") {
          private static final long serialVersionUID = 1L;

          @Override
          public void setupModule(SetupContext context) {
            super.setupModule(context);
            context.addDeserializers(new Generic());
          }
        };
    BoundNumbers.addTo(module);
    module.addDeserializer(Tolerance.class, new TextReader<>(Tolerance.class, Tolerance::of));
    module.addDeserializer(
        ResourceUrl.class, new TextReader<>(ResourceUrl.class, ResourceUrl::new));
    module.addDeserializer(Secret.class, new TextReader<>(Secret.class, BoundTypes::secret));
    module.addDeserializer(RawJson.class, new RawJsonReader());
    module.addSerializer(Tolerance.class, ToStringSerializer.instance);
    module.addSerializer(ResourceUrl.class, ToStringSerializer.instance);
    module.addSerializer(
        Secret.class, writer((secret, json, all) -> json.writeString(secret.reveal())));
    module.addSerializer(RawJson.class, writer(BoundTypes::copy));
    module.addSerializer(
        OpenEnum.class, writer((word, json, all) -> json.writeString(word.value())));
    module.addSerializer(Optional.class, optional(any -> any.isPresent() ? any.get() : null));
    module.addSerializer(
        OptionalInt.class, optional(any -> any.isPresent() ? any.getAsInt() : null));
    module.addSerializer(
        OptionalLong.class, optional(any -> any.isPresent() ? any.getAsLong() : null));
    module.addSerializer(
        OptionalDouble.class, optional(any -> any.isPresent() ? any.getAsDouble() : null));
    module.addSerializer(JsonView.class, refusal());
    return module;
  }

  /** Writes what leaves the extension, where secrets have no place. */
  static SimpleModule forWriting() {
    SimpleModule module = new SimpleModule("rossum-writing");
    module.addSerializer(Secret.class, refusal());
    module.addSerializer(
        RawJson.class, writer((value, json, all) -> json.writeRawValue(value.text())));
    return module;
  }

  private interface Writing<T> {
    void write(T value, JsonGenerator json, SerializerProvider all) throws IOException;
  }

  private static <T> JsonSerializer<T> writer(Writing<T> writing) {
    return new JsonSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator json, SerializerProvider all)
          throws IOException {
        writing.write(value, json, all);
      }
    };
  }

  private static <T> JsonSerializer<T> optional(Function<T, @Nullable Object> content) {
    return writer((value, json, all) -> all.defaultSerializeValue(content.apply(value), json));
  }

  private static <T> JsonSerializer<T> refusal() {
    return writer((value, json, all) -> all.reportBadDefinition(value.getClass(), "not written"));
  }

  private static @Nullable Secret secret(String text) {
    // A blank secret counts as missing, as in HookContext.secret.
    return text.isBlank() ? null : Secret.of(text);
  }

  private static void copy(RawJson value, JsonGenerator json, SerializerProvider all)
      throws IOException {
    try (JsonParser parser = json.getCodec().getFactory().createParser(value.text())) {
      all.defaultSerializeValue(parser.readValueAsTree(), json);
    }
  }

  private static final class RawJsonReader extends JsonDeserializer<RawJson> {
    @Override
    public RawJson deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      // Numbers of a tree keep their digits, so that only spaces and escapes may differ.
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (JsonGenerator json = parser.getCodec().getFactory().createGenerator(bytes)) {
        json.writeTree(context.readTree(parser));
      }
      return new RawJson(JsonSlice.parse(bytes.toByteArray()));
    }

    @Override
    public RawJson getNullValue(DeserializationContext context) {
      return RawJson.of("null");
    }

    @Override
    public @Nullable RawJson getAbsentValue(DeserializationContext context) {
      return null;
    }
  }

  /** Readers of types that are known by what they are made of. */
  private static final class Generic extends Deserializers.Base {
    @Override
    public @Nullable JsonDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription description) {
      if (type.isTypeOrSubTypeOf(OpenEnum.class) && type.isConcrete()) {
        return word(type.getRawClass());
      }
      return OptionalReader.of(type, config::constructType);
    }

    private static <E> JsonDeserializer<E> word(Class<E> type) {
      return new TextReader<>(
          type,
          text -> {
            try {
              Constructor<E> constructor = type.getConstructor(String.class);
              return constructor.newInstance(text);
            } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
              throw new IllegalArgumentException(e);
            }
          });
    }
  }

  /** Reads a type of the library that is written as a text, or as a number that is read as one. */
  private static final class TextReader<T> extends JsonDeserializer<T> {
    private final Class<T> type;
    private final Function<String, @Nullable T> read;

    TextReader(Class<T> type, Function<String, @Nullable T> read) {
      this.type = type;
      this.read = read;
    }

    @Override
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.currentToken().isScalarValue()) {
        return type.cast(context.handleUnexpectedToken(type, parser));
      }
      String text = parser.getText();
      try {
        return read.apply(text);
      } catch (IllegalArgumentException e) {
        return type.cast(context.handleWeirdStringValue(type, text, "not one"));
      }
    }
  }

  /** Reads a value that may be missing or null, which gives an empty Optional. */
  private static final class OptionalReader extends JsonDeserializer<Object>
      implements ContextualDeserializer {
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
        DeserializationContext context, @Nullable BeanProperty property)
        throws JsonMappingException {
      return new OptionalReader(
          type, empty, present, context.findContextualValueDeserializer(type, property));
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
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
}
