package io.github.rossumext.value;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.datatype.jsr310.deser.DurationDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import io.github.rossumext.internal.text.Numbers;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads numbers such that none becomes another one: Jackson lets some overflow silently. */
final class BoundNumbers {
  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

  private BoundNumbers() {}

  static void addTo(SimpleModule module) {
    module.addDeserializer(
        BigDecimal.class, checked(NumberDeserializers.BigDecimalDeserializer.instance, DECIMAL));
    module.addDeserializer(
        Number.class, checked(NumberDeserializers.NumberDeserializer.instance, ANY));
    for (Class<?> type : List.of(double.class, Double.class, float.class, Float.class)) {
      add(module, type, FINITE);
    }
    for (Class<?> type : List.of(byte.class, Byte.class)) {
      add(module, type, BYTE);
    }
    module.addDeserializer(double[].class, new StdDelegatingDeserializer<>(new Doubles()));
    module.addDeserializer(float[].class, new StdDelegatingDeserializer<>(new Floats()));
    module.addDeserializer(
        Duration.class, checked(DurationDeserializer.INSTANCE, BoundNumbers::seconds));
    module.addDeserializer(Instant.class, checked(InstantDeserializer.INSTANT, INSTANT));
    module.addDeserializer(
        OffsetDateTime.class, checked(InstantDeserializer.OFFSET_DATE_TIME, INSTANT));
    module.addDeserializer(
        ZonedDateTime.class, checked(InstantDeserializer.ZONED_DATE_TIME, INSTANT));
  }

  /** Reads a value, or refuses it; null to leave it to Jackson. */
  private interface Reading {
    @Nullable Object read(
        JsonParser parser, DeserializationContext context, Class<?> type, JsonDeserializer<?> other)
        throws IOException;
  }

  private static final Reading DECIMAL =
      (parser, context, type, other) -> {
        if (!parser.hasToken(JsonToken.VALUE_STRING) || parser.getText().isBlank()) {
          return null;
        }
        BigDecimal number = Numbers.number(parser.getText());
        return number != null
            ? number
            : context.handleWeirdStringValue(type, parser.getText(), "not one");
      };

  /** As Jackson reads it, which makes a whole number an int, long or BigInteger. */
  private static final Reading ANY =
      (parser, context, type, other) -> {
        Object number = DECIMAL.read(parser, context, type, other);
        return number instanceof BigDecimal
                && other.deserialize(parser, context) instanceof Number known
                && !(known instanceof BigDecimal)
            ? known
            : number;
      };

  private static final Reading FINITE =
      (parser, context, type, other) -> {
        Object number = other.deserialize(parser, context);
        return number instanceof Number any && !Double.isFinite(any.doubleValue())
            ? context.handleWeirdStringValue(type, parser.getText(), "not one")
            : number;
      };

  // Jackson takes 128 to 255 as well, and makes negative numbers of them.
  private static final Reading BYTE =
      (parser, context, type, other) -> {
        String text = parser.getText();
        Object number = other.deserialize(parser, context);
        return number instanceof Byte any && any < 0 && !text.strip().startsWith("-")
            ? context.handleWeirdStringValue(type, text, "not one")
            : number;
      };

  private static final Reading INSTANT =
      (parser, context, type, other) -> {
        if (parser.currentToken().isNumeric()) {
          BigDecimal seconds = parser.getDecimalValue();
          if (seconds.compareTo(BigDecimal.valueOf(Instant.MAX.getEpochSecond())) > 0
              || seconds.compareTo(BigDecimal.valueOf(Instant.MIN.getEpochSecond())) < 0) {
            return context.handleWeirdStringValue(type, parser.getText(), "not one");
          }
        }
        return null;
      };

  private static @Nullable Object seconds(
      JsonParser parser, DeserializationContext context, Class<?> type, JsonDeserializer<?> other)
      throws IOException {
    if (!parser.currentToken().isNumeric()) {
      return null;
    }
    BigDecimal number = parser.getDecimalValue();
    BigDecimal whole = number.setScale(0, RoundingMode.FLOOR);
    try {
      return Duration.ofSeconds(
          whole.longValueExact(), number.subtract(whole).multiply(NANOS).longValue());
    } catch (ArithmeticException e) {
      return context.handleWeirdStringValue(type, parser.getText(), "not one");
    }
  }

  @SuppressWarnings("unchecked") // the reader of a class is a reader of that class
  private static <T> void add(SimpleModule module, Class<T> type, Reading reading) {
    JsonDeserializer<?> reader =
        Objects.requireNonNull(NumberDeserializers.find(type, type.getName()));
    module.addDeserializer(type, (JsonDeserializer<T>) checked(reader, reading));
  }

  @SuppressWarnings("unchecked") // it reads what the other one reads
  private static <T> JsonDeserializer<T> checked(JsonDeserializer<?> other, Reading reading) {
    return (JsonDeserializer<T>) new Checked(other, reading);
  }

  private static final class Checked extends DelegatingDeserializer {
    private static final long serialVersionUID = 1L;

    private final transient Reading reading;

    Checked(JsonDeserializer<?> other, Reading reading) {
      super(other);
      this.reading = reading;
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> other) {
      return new Checked(other, reading);
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      Object value = reading.read(parser, context, handledType(), _delegatee);
      return value != null ? value : _delegatee.deserialize(parser, context);
    }
  }

  private static final class Doubles extends StdConverter<Double[], double[]> {
    @Override
    public double[] convert(Double[] boxes) {
      return Arrays.stream(boxes).mapToDouble(Objects::requireNonNull).toArray();
    }
  }

  private static final class Floats extends StdConverter<Float[], float[]> {
    @Override
    public float[] convert(Float[] boxes) {
      float[] numbers = new float[boxes.length];
      for (int i = 0; i < boxes.length; i++) {
        numbers[i] = Objects.requireNonNull(boxes[i]);
      }
      return numbers;
    }
  }
}
