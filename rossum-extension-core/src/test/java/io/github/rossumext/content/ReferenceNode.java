package io.github.rossumext.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.Position;
import io.github.rossumext.value.ValidationSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a node means, once as the library reads it and once as the protocol (§3.4, §3.5) says,
 * written down for a tree of Jackson's without any thought of speed.
 *
 * @param kind the class of the node
 * @param id its id
 * @param schemaId its schema id
 * @param category its category
 * @param url its URL
 * @param values what its accessors give, if it is a datapoint
 * @param children what is below it
 */
record ReferenceNode(
    Class<?> kind,
    long id,
    String schemaId,
    String category,
    Optional<String> url,
    Map<String, Object> values,
    List<ReferenceNode> children) {

  /** As the library has read it. */
  static ReferenceNode of(Node node) {
    return new ReferenceNode(
        node.getClass(),
        node.id(),
        node.schemaId(),
        node.category().value(),
        node.url().map(url -> url.uri()),
        node instanceof Datapoint datapoint ? values(datapoint) : Map.of(),
        node instanceof Container container
            ? container.children().stream().map(ReferenceNode::of).toList()
            : List.of());
  }

  private static Map<String, Object> values(Datapoint datapoint) {
    return Map.ofEntries(
        Map.entry("isButton", datapoint.isButton()),
        Map.entry("value", datapoint.value()),
        Map.entry("normalizedValue", datapoint.normalizedValue()),
        Map.entry("text", datapoint.text()),
        Map.entry("page", datapoint.page()),
        Map.entry("position", datapoint.position()),
        Map.entry("rirText", datapoint.rirText()),
        Map.entry("rirRawText", datapoint.rirRawText()),
        Map.entry("rirPage", datapoint.rirPage()),
        Map.entry("rirPosition", datapoint.rirPosition()),
        Map.entry("rirConfidence", datapoint.rirConfidence()),
        Map.entry("ocrText", datapoint.ocrText()),
        Map.entry("ocrRawText", datapoint.ocrRawText()),
        Map.entry("ocrPosition", datapoint.ocrPosition()),
        Map.entry("connectorText", datapoint.connectorText()),
        Map.entry("connectorPosition", datapoint.connectorPosition()),
        Map.entry("validationSources", datapoint.validationSources()),
        Map.entry("hidden", datapoint.hidden()),
        Map.entry("options", datapoint.options()),
        Map.entry("noRecalculation", datapoint.noRecalculation()),
        Map.entry("timeSpent", datapoint.timeSpent()),
        Map.entry("timeSpentOverall", datapoint.timeSpentOverall()));
  }

  /** As the protocol says. */
  static List<ReferenceNode> readAll(JsonNode content) {
    return readAll(content, 0);
  }

  private static List<ReferenceNode> readAll(JsonNode nodes, int depth) {
    return elements(nodes).map(node -> read(node, depth)).toList();
  }

  private static ReferenceNode read(JsonNode node, int depth) {
    String place =
        node.has("content")
            ? "datapoint"
            : depth == 0 ? "section" : depth == 1 ? "multivalue" : "tuple";
    String category = node.path("category").isTextual() ? node.get("category").textValue() : place;
    boolean isKnown = List.of("section", "multivalue", "tuple", "datapoint").contains(category);
    Class<?> kind =
        switch (isKnown ? category : place) {
          case "section" -> Section.class;
          case "multivalue" -> Multivalue.class;
          case "tuple" -> Tuple.class;
          default -> Datapoint.class;
        };
    return new ReferenceNode(
        kind,
        node.get("id").asLong(),
        node.get("schema_id").textValue(),
        category,
        text(node.path("url")),
        kind == Datapoint.class ? values(node, node.path("content")) : Map.of(),
        kind == Datapoint.class ? List.of() : readAll(node.path("children"), depth + 1));
  }

  private static Map<String, Object> values(JsonNode node, JsonNode content) {
    String value = content.path("value").isValueNode() ? content.path("value").asText("") : "";
    Optional<String> normalized = text(content.path("normalized_value"));
    return Map.ofEntries(
        Map.entry("isButton", !content.isObject()),
        Map.entry("value", value),
        Map.entry("normalizedValue", normalized),
        Map.entry("text", normalized.filter(text -> !text.isEmpty()).orElse(value)),
        Map.entry("page", wholeNumber(content.path("page"))),
        Map.entry("position", position(content.path("position"))),
        Map.entry("rirText", text(content.path("rir_text"))),
        Map.entry("rirRawText", text(content.path("rir_raw_text"))),
        Map.entry("rirPage", wholeNumber(content.path("rir_page"))),
        Map.entry("rirPosition", position(content.path("rir_position"))),
        Map.entry("rirConfidence", number(content.path("rir_confidence"))),
        Map.entry("ocrText", text(content.path("ocr_text"))),
        Map.entry("ocrRawText", text(content.path("ocr_raw_text"))),
        Map.entry("ocrPosition", position(content.path("ocr_position"))),
        Map.entry("connectorText", text(content.path("connector_text"))),
        Map.entry("connectorPosition", position(content.path("connector_position"))),
        Map.entry(
            "validationSources",
            elements(node.path("validation_sources"))
                .filter(JsonNode::isTextual)
                .map(source -> new ValidationSource(source.textValue()))
                .toList()),
        Map.entry("hidden", text(node.path("hidden")).map("true"::equals)),
        Map.entry(
            "options",
            node.path("options").isArray()
                ? Optional.of(
                    elements(node.path("options"))
                        .map(option -> Option.of(part(option, "value"), part(option, "label")))
                        .toList())
                : Optional.empty()),
        Map.entry("noRecalculation", node.path("no_recalculation").asBoolean()),
        Map.entry("timeSpent", number(node.path("time_spent"))),
        Map.entry("timeSpentOverall", number(node.path("time_spent_overall"))));
  }

  private static String part(JsonNode option, String key) {
    return option.path(key).isNull() ? "" : option.path(key).asText("");
  }

  private static Optional<String> text(JsonNode value) {
    return value.isValueNode() && !value.isNull() && !value.asText().equals("None")
        ? Optional.of(value.asText())
        : Optional.empty();
  }

  private static Optional<BigDecimal> number(JsonNode value) {
    return text(value).map(BigDecimal::new);
  }

  private static OptionalInt wholeNumber(JsonNode value) {
    return number(value)
        .filter(number -> number.stripTrailingZeros().scale() <= 0)
        .map(number -> OptionalInt.of(number.intValueExact()))
        .orElse(OptionalInt.empty());
  }

  private static Optional<Position> position(JsonNode value) {
    List<Double> edges = new ArrayList<>();
    elements(value).forEach(edge -> number(edge).ifPresent(at -> edges.add(at.doubleValue())));
    return edges.size() == 4
        ? Optional.of(new Position(edges.get(0), edges.get(1), edges.get(2), edges.get(3)))
        : Optional.empty();
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.empty();
  }
}
