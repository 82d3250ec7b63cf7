package io.github.rossumext.testkit.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Odd requests that Rossum does send, so that the extension must accept them. */
final class OddityCases {
  private final Materials materials;

  private OddityCases(Materials materials) {
    this.materials = materials;
  }

  static Stream<Attack> all(Materials materials) {
    return new OddityCases(materials).all();
  }

  private Stream<Attack> all() {
    return Stream.of(
        odd("the text None for null", request -> nones(request.path("annotation"))),
        eachNode("ids of nodes that are texts", node -> node.put("id", node.path("id").asText())),
        eachNode("nodes without a category", node -> node.remove("category")),
        eachNode("nodes without a URL", node -> node.remove("url")),
        odd("empty nodes without children", OddityCases::emptyWithoutChildren),
        eachNode("fields without validation sources", node -> node.remove("validation_sources")),
        eachNode("values that are null", OddityCases::nullValue),
        eachNode("values of options that are numbers", OddityCases::numericOptions),
        eachNode("times that are fractions", node -> node.put("time_spent", 0.5)),
        eachNode(
            "validation sources that are new",
            node -> node.putArray("validation_sources").add("newer")),
        eachNode("keys of nodes that are new", node -> node.putObject("newer").put("a", 1)),
        odd("keys that are new", request -> request.putArray("newer").add(1).addNull()),
        odd("a status that is new", request -> annotation(request).put("status", "newer")),
        odd("no document", request -> request.remove("document")),
        odd("no updated datapoints", request -> request.remove("updated_datapoints")),
        odd("no settings and secrets", request -> request.remove(List.of("settings", "secrets"))),
        odd("no base URL", request -> request.remove("base_url")),
        odd(
            "no request id and time",
            request -> request.remove(List.of("request_id", "timestamp"))),
        odd("an annotation of its content alone", request -> annotation(request).retain("content")),
        odd("messages that are an error", OddityCases::messages),
        odd("event and action at the end", OddityCases::eventLast),
        odd("an id beyond 32 bits", request -> annotation(request).put("id", 5_483_409_759_123L)),
        Attack.of(
            "oddity",
            "white space around",
            materials.signed("\r\n\t " + materials.json() + "\n\n"),
            200),
        Attack.of("oddity", "an escaped NUL and half a surrogate", escapes(), 200));
  }

  private Attempt escapes() {
    return materials.signed("{\"newer\":\"\\u0000\\ud800\"," + materials.json().substring(1));
  }

  private static ObjectNode annotation(ObjectNode request) {
    return (ObjectNode) request.path("annotation");
  }

  private static void nones(JsonNode json) {
    if (json instanceof ObjectNode object) {
      List.copyOf(names(object)).stream()
          .filter(name -> object.path(name).isNull() && isNoneable(name))
          .forEach(name -> object.put(name, "None"));
    }
    json.forEach(OddityCases::nones);
  }

  private static boolean isNoneable(String name) {
    return name.startsWith("rir_")
        || name.startsWith("connector_")
        || name.endsWith("_at")
        || List.of("page", "position", "normalized_value", "grid").contains(name);
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static void emptyWithoutChildren(ObjectNode request) {
    JsonNode content = request.path("annotation").path("content");
    eachNode(content, OddityCases::withoutChildren);
    // One at least, whatever the document has.
    if (content.path(0).path("children") instanceof ArrayNode children) {
      children
          .addObject()
          .put("id", 5_483_409_759_124L)
          .put("category", "multivalue")
          .put("schema_id", "newer_table");
    }
  }

  private static void withoutChildren(ObjectNode node) {
    if (node.path("children").isArray() && node.path("children").isEmpty()) {
      node.remove("children");
    }
  }

  private static void nullValue(ObjectNode node) {
    if (node.get("content") instanceof ObjectNode content
        && content.path("value").asText().isEmpty()) {
      content.putNull("value");
    }
  }

  private static void numericOptions(ObjectNode node) {
    if (node.has("options")) {
      ArrayNode options = node.putArray("options");
      options.addObject().put("value", 1).put("label", 1);
      options.addObject().put("value", BigDecimal.valueOf(25, 1)).put("label", "");
    }
  }

  private static void messages(ObjectNode request) {
    annotation(request).putObject("messages").put("error", "It went wrong.");
  }

  private static void eventLast(ObjectNode request) {
    JsonNode event = request.remove("event");
    JsonNode action = request.remove("action");
    request.set("event", event);
    request.set("action", action);
  }

  private Attack odd(String name, Consumer<ObjectNode> change) {
    return Attack.of("oddity", name, materials.signed(changed(materials.json(), change)), 200);
  }

  private Attack eachNode(String name, Consumer<ObjectNode> change) {
    return odd(name, request -> eachNode(request.path("annotation").path("content"), change));
  }

  /** Returns the text of an object after a change. */
  private static String changed(String json, Consumer<ObjectNode> change) {
    ObjectNode object = Json.object(json.getBytes(UTF_8));
    change.accept(object);
    return Json.text(object);
  }

  /** Changes every object in it that is a node of a document, from the top. */
  private static void eachNode(JsonNode json, Consumer<ObjectNode> change) {
    if (json instanceof ObjectNode node && node.has("schema_id")) {
      change.accept(node);
    }
    json.forEach(child -> eachNode(child, change));
  }
}
