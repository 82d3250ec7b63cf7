package io.github.rossumext.playground;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.rossumext.testkit.simulator.FieldState;
import io.github.rossumext.testkit.simulator.ShownMessage;
import io.github.rossumext.testkit.simulator.SimulatedField;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.Position;
import io.github.rossumext.value.ValidationSource;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A field, cell, value or button as the page shows it, without secrets.
 *
 * @param sources the validation sources, separated by commas
 * @param confidence from 0 to 1; {@code ""} if the extraction found no value
 * @param page from 1; 0 for none
 */
record FieldView(
    String text,
    FieldState state,
    boolean isHidden,
    List<ShownMessage> messages,
    List<Option> options,
    String sources,
    String confidence,
    int page,
    @Nullable Position position) {
  static FieldView of(SimulatedField field, UnaryOperator<String> withoutSecrets) {
    return new FieldView(
        withoutSecrets.apply(field.displayedText()),
        field.state(),
        field.isHidden(),
        field.messages().stream().map(message -> clean(message, withoutSecrets)).toList(),
        field.options().stream().map(option -> clean(option, withoutSecrets)).toList(),
        field.validationSources().stream()
            .map(ValidationSource::value)
            .collect(Collectors.joining(", ")),
        field.confidence().map(Object::toString).orElse(""),
        field.page().orElse(0),
        field.position().orElse(null));
  }

  static ShownMessage clean(ShownMessage message, UnaryOperator<String> withoutSecrets) {
    return ShownMessage.of(
        message.type(), withoutSecrets.apply(message.markup()), message.origin());
  }

  private static Option clean(Option option, UnaryOperator<String> withoutSecrets) {
    return Option.of(withoutSecrets.apply(option.value()), withoutSecrets.apply(option.label()));
  }

  /**
   * Writes key, text, state and what else there is, as a short list: a table has many of them.
   *
   * @param standard the options that the page knows already
   */
  void write(JsonGenerator out, int key, List<Option> standard) throws IOException {
    out.writeStartArray();
    out.writeNumber(key);
    out.writeString(text);
    out.writeString(state.toString());
    out.writeStartObject();
    if (isHidden) {
      out.writeBooleanField("hidden", true);
    }
    if (!messages.isEmpty()) {
      out.writeArrayFieldStart("messages");
      for (ShownMessage message : messages) {
        out.writeStartObject();
        out.writeStringField("type", message.type().value());
        out.writeStringField("markup", message.markup());
        out.writeEndObject();
      }
      out.writeEndArray();
    }
    if (!options.equals(standard)) {
      out.writeFieldName("options");
      writeOptions(out, options);
    }
    if (!sources.isEmpty()) {
      out.writeStringField("sources", sources);
    }
    if (!confidence.isEmpty()) {
      out.writeStringField("confidence", confidence);
    }
    if (page > 0) {
      out.writeNumberField("page", page);
    }
    if (position != null) {
      out.writeArrayFieldStart("position");
      out.writeNumber(position.left());
      out.writeNumber(position.top());
      out.writeNumber(position.right());
      out.writeNumber(position.bottom());
      out.writeEndArray();
    }
    out.writeEndObject();
    out.writeEndArray();
  }

  static void writeOptions(JsonGenerator out, List<Option> options) throws IOException {
    out.writeStartArray();
    for (Option option : options) {
      out.writeStartArray();
      out.writeString(option.value());
      out.writeString(option.label());
      out.writeEndArray();
    }
    out.writeEndArray();
  }
}
