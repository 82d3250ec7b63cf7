package io.github.rossumext.content;

import static io.github.rossumext.internal.json.Reference.elements;
import static io.github.rossumext.internal.json.Reference.number;
import static io.github.rossumext.internal.json.Reference.scalar;
import static io.github.rossumext.internal.json.Reference.smallNumber;
import static io.github.rossumext.internal.json.Reference.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.internal.json.ReferenceTree;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.Position;
import io.github.rossumext.value.ValidationSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a node means, once as the library reads it and once as the protocol (§3.4, §3.5) says,
 * written down for a {@link ReferenceTree} without any thought of speed.
 *
 * @param kind the class of the node
 * @param id its id
 * @param schemaId its schema id
 * @param category its category
 * @param url its URL
 * @param values what its accessors give
 * @param children what is below it
 */
public record ReferenceNode(
    Class<?> kind,
    long id,
    String schemaId,
    String category,
    Optional<String> url,
    Map<String, Object> values,
    List<ReferenceNode> children) {

  /** As the library has read them. */
  public static List<ReferenceNode> of(DatapointTree tree) {
    return tree.roots().stream().map(ReferenceNode::of).toList();
  }

  private static ReferenceNode of(Node node) {
    return new ReferenceNode(
        node.getClass(),
        node.id(),
        node.schemaId(),
        node.category().value(),
        node.url().map(url -> url.uri()),
        values(node),
        node instanceof Container container
            ? container.children().stream().map(ReferenceNode::of).toList()
            : List.of());
  }

  private static Map<String, Object> values(Node node) {
    if (node instanceof Datapoint datapoint) {
      return values(datapoint);
    }
    if (node instanceof Multivalue multivalue) {
      return Map.of(
          "rows", ids(multivalue.rows()),
          "items", ids(multivalue.values()),
          "grid", multivalue.grid().map(grid -> literal(grid.text())));
    }
    return node instanceof Tuple tuple ? Map.of("cells", ids(tuple.cells())) : Map.of();
  }

  private static List<Long> ids(List<? extends Node> nodes) {
    return nodes.stream().map(Node::id).toList();
  }

  private static JsonNode literal(String json) {
    try {
      return ReferenceTree.read(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
        Map.entry("isRecalculationDisabled", datapoint.isRecalculationDisabled()),
        Map.entry("timeSpent", datapoint.timeSpent()),
        Map.entry("timeSpentOverall", datapoint.timeSpentOverall()));
  }

  /** As the protocol says. */
  public static List<ReferenceNode> read(JsonNode content) {
    return read(content, 0);
  }

  private static List<ReferenceNode> read(JsonNode nodes, int depth) {
    return elements(nodes).map(node -> readNode(node, depth)).toList();
  }

  private static ReferenceNode readNode(JsonNode node, int depth) {
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
    List<ReferenceNode> children =
        kind == Datapoint.class ? List.of() : read(node.path("children"), depth + 1);
    return new ReferenceNode(
        kind,
        Long.parseLong(node.get("id").asText()),
        node.get("schema_id").textValue(),
        category,
        text(node.path("url")),
        kind == Datapoint.class ? values(node, node.path("content")) : values(kind, node, children),
        children);
  }

  private static Map<String, Object> values(
      Class<?> kind, JsonNode node, List<ReferenceNode> children) {
    if (kind == Multivalue.class) {
      return Map.of(
          "rows", ids(children, Tuple.class),
          "items", ids(children, Datapoint.class),
          "grid", Optional.of(node.path("grid")).filter(JsonNode::isObject));
    }
    return kind == Tuple.class ? Map.of("cells", ids(children, Datapoint.class)) : Map.of();
  }

  private static List<Long> ids(List<ReferenceNode> nodes, Class<?> kind) {
    return nodes.stream().filter(node -> node.kind == kind).map(ReferenceNode::id).toList();
  }

  private static Map<String, Object> values(JsonNode node, JsonNode content) {
    String value = scalar(content.path("value")).orElse("");
    Optional<String> normalized = text(content.path("normalized_value"));
    return Map.ofEntries(
        Map.entry("isButton", !content.isObject()),
        Map.entry("value", value),
        Map.entry("normalizedValue", normalized),
        Map.entry("text", normalized.filter(text -> !text.isEmpty()).orElse(value)),
        Map.entry("page", smallNumber(content.path("page"))),
        Map.entry("position", position(content.path("position"))),
        Map.entry("rirText", text(content.path("rir_text"))),
        Map.entry("rirRawText", text(content.path("rir_raw_text"))),
        Map.entry("rirPage", smallNumber(content.path("rir_page"))),
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
                .flatMap(source -> scalar(source).stream())
                .map(ValidationSource::new)
                .toList()),
        Map.entry("hidden", text(node.path("hidden")).map("true"::equalsIgnoreCase)),
        Map.entry(
            "options",
            Optional.of(node.path("options"))
                .filter(JsonNode::isArray)
                .map(options -> elements(options).map(ReferenceNode::option).toList())),
        Map.entry(
            "isRecalculationDisabled",
            text(node.path("no_recalculation")).filter("true"::equalsIgnoreCase).isPresent()),
        Map.entry("timeSpent", number(node.path("time_spent"))),
        Map.entry("timeSpentOverall", number(node.path("time_spent_overall"))));
  }

  private static Option option(JsonNode option) {
    return Option.of(
        scalar(option.path("value")).orElse(""), scalar(option.path("label")).orElse(""));
  }

  private static Optional<Position> position(JsonNode value) {
    List<Double> edges = new ArrayList<>();
    elements(value)
        .forEach(
            edge ->
                number(edge)
                    .map(BigDecimal::doubleValue)
                    .filter(Double::isFinite)
                    .ifPresent(edges::add));
    return edges.size() == 4
        ? Optional.of(new Position(edges.get(0), edges.get(1), edges.get(2), edges.get(3)))
        : Optional.empty();
  }
}
