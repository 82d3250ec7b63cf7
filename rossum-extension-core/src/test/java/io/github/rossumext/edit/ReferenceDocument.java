package io.github.rossumext.edit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.Wire;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.value.ValidationSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rossum's part in a few lines: the states of the datapoints, read from the JSON of a request, and
 * changed by the JSON of an answer. It shares no code with the library.
 */
final class ReferenceDocument {
  record State(String text, boolean hidden, List<String> options, List<String> sources) {}

  private final Map<Long, State> states = new TreeMap<>();

  static ReferenceDocument of(ContentPayload document) {
    ReferenceDocument reference = new ReferenceDocument();
    JsonNode call = Wire.tree(document.raw().text().getBytes(StandardCharsets.UTF_8));
    for (JsonNode section : call.at("/annotation/content")) {
      section.path("children").forEach(reference::read);
    }
    return reference;
  }

  private void read(JsonNode datapoint) {
    String normalized = datapoint.at("/content/normalized_value").asText("");
    boolean isReal = !List.of("", "None", "null").contains(normalized);
    states.put(
        datapoint.path("id").asLong(),
        new State(
            isReal ? normalized : datapoint.at("/content/value").asText(),
            datapoint.path("hidden").asBoolean(),
            options(datapoint.path("options")),
            sources(datapoint.path("validation_sources"))));
  }

  /** The states as an editor shows them. */
  static ReferenceDocument of(ContentEditor content) {
    ReferenceDocument edited = new ReferenceDocument();
    for (String schemaId : Edit.FIELDS) {
      Field field = content.field(schemaId);
      edited.states.put(
          field.id(),
          new State(
              field.text(),
              field.isHidden(),
              field.options().stream().map(o -> o.value() + "=" + o.label()).toList(),
              field.validationSources().stream().map(ValidationSource::value).toList()));
    }
    return edited;
  }

  void apply(JsonNode answer) {
    for (JsonNode operation : answer.path("operations")) {
      if (!operation.path("op").asText().equals("replace")) {
        throw new AssertionError("Not a replace: " + operation);
      }
      long id = operation.path("id").asLong();
      State before = states.get(id);
      if (before == null) {
        throw new AssertionError("No datapoint " + id);
      }
      JsonNode value = operation.path("value");
      boolean isNew = value.has("content");
      states.put(
          id,
          new State(
              isNew ? value.at("/content/value").textValue() : before.text(),
              value.path("hidden").asBoolean(before.hidden()),
              value.has("options") ? options(value.path("options")) : before.options(),
              value.has("validation_sources")
                  ? sources(value.path("validation_sources"))
                  // A new value is not validated by what validated the old one.
                  : isNew ? List.of() : before.sources()));
    }
  }

  private static List<String> options(JsonNode list) {
    List<String> options = new ArrayList<>();
    list.forEach(
        option -> options.add(option.path("value").asText() + "=" + option.path("label").asText()));
    return options;
  }

  private static List<String> sources(JsonNode list) {
    List<String> sources = new ArrayList<>();
    list.forEach(source -> sources.add(source.asText()));
    return sources;
  }

  Map<Long, State> states() {
    return states;
  }
}
