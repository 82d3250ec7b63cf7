package io.github.rossumext.value;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a type of the library that is written as a text, or as a number that is read as one. */
final class TextReader<T> extends JsonDeserializer<T> {
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
