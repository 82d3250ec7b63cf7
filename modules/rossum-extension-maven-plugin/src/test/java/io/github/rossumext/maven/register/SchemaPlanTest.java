package io.github.rossumext.maven.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.client.RossumClient;
import io.github.rossumext.testkit.api.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaPlanTest extends RegisterTest {
  @BeforeEach
  void applySchemaAsItIs() {
    writeProject();
    write("rossum/schema.json", remote().toString());
    run(apply());
  }

  private ObjectNode remote() {
    return (ObjectNode) json(api.get("/v1/schemas/33810").text());
  }

  /** Changes the field with an id in the file. */
  private void edit(String id, String key, JsonNode value) {
    JsonNode schema = json(read("rossum/schema.json"));
    ((ObjectNode) node(schema.path("content"), id)).set(key, value);
    write("rossum/schema.json", schema.toString());
  }

  private static JsonNode node(JsonNode nodes, String id) {
    for (JsonNode node : nodes.isObject() ? List.of(nodes) : nodes) {
      if (node.path("id").asText().equals(id)) {
        return node;
      }
      JsonNode found = node(node.path("children"), id);
      if (!found.isMissingNode()) {
        return found;
      }
    }
    return MissingNode.getInstance();
  }

  @Test
  void aSchemaAsItIsIsNoChange() {
    assertThat(run(plan()))
        .contains("(33810): no change")
        .doesNotContain("concerns")
        .endsWith("Nothing to apply.\n");
    assertThat(changes()).containsExactly("POST /v1/hooks");
    assertThat(state().at("/schema/id").asLong()).isEqualTo(33810);
  }

  @Test
  void aLabelIsSafeAndTheQueuesAreCounted() {
    edit("order_id", "label", json("\"Order no.\""));

    assertThat(run(plan()))
        .containsPattern("~ [a-z_/]+/order_id: label \".*\" -> \"Order no.\" \\(safe\\)")
        .contains(
            "! the project has no compiled classes, so not every change that touches rules"
                + " is known. Compile code that fits the schema in Rossum, and run plan again")
        .containsPattern("concerns queue \".*\" \\(19055\\): 1 annotation\n");
    run(apply());

    assertThat(node(remote().path("content"), "order_id").path("label").asText())
        .isEqualTo("Order no.");
    assertThat(run(plan())).doesNotContain("drift").endsWith("Nothing to apply.\n");
  }

  @Test
  void lostValuesNeedTheIdsOfTheirFields() {
    edit("order_id", "id", json("\"order_number\""));

    assertThat(run(plan()))
        .contains(
            "/order_number: new datapoint of type string (addition)",
            "/order_id: goes, with its values. Was it renamed to order_number? Rossum does not"
                + " move the values (LOSES DATA)");
    assertThatThrownBy(() -> run(apply()))
        .hasMessage(
            "Documents would lose the values of order_id, also exported ones. Nothing was applied."
                + " If that is what you want, add -Drossum.acceptLoss=order_id.");
    assertThatThrownBy(() -> run(applyAccepting("order_number"))).hasMessageContaining("order_id");
    assertThat(changes()).containsExactly("POST /v1/hooks");

    run(applyAccepting("order_id"));
    assertThat(node(remote().path("content"), "order_number").isObject()).isTrue();
  }

  @Test
  void aFieldThatTheCodeNamesTouchesRules() throws IOException {
    Path classes = directory.resolve("target/classes/io/github/rossumext/maven/register");
    Files.createDirectories(classes);
    try (InputStream in = Rule.class.getResourceAsStream("SchemaPlanTest$Rule.class")) {
      Files.write(classes.resolve("SchemaPlanTest$Rule.class"), in.readAllBytes());
    }
    edit("order_id", "type", json("\"number\""));
    edit("invoice_id", "type", json("\"number\""));

    assertThat(run(plan()))
        .doesNotContain("no compiled classes")
        .containsPattern("/order_id: .*becomes.* \\(LOSES DATA, touches rules\\)")
        .containsPattern("/invoice_id: .*becomes.* \\(LOSES DATA\\)");

    write("src/main/java/org/example/Rule.java", "");
    write("src/main/java/org/example/package-info.java", "");
    assertThat(run(plan()))
        .contains("! 1 source has no compiled class, such as org/example/Rule.java, so not");

    // A generated class names each field, so it says nothing.
    write(
        "target/generated-sources/rossum/io/github/rossumext/maven/register/SchemaPlanTest.java",
        "");
    assertThat(run(plan())).doesNotContain(", touches rules)");
  }

  /** What an author's rule is compiled to. */
  static final class Rule {
    static String field() {
      return "order_id";
    }
  }

  @Test
  void whatIsKnownOfValuesThatMoveIsSaid() {
    JsonNode schema = json(read("rossum/schema.json"));
    ObjectNode row = (ObjectNode) node(schema.path("content"), "line_item");
    ObjectNode section = (ObjectNode) node(schema.path("content"), "basic_info_section");
    ObjectNode column = move("item_quantity", row, section);
    ObjectNode field = move("order_id", section, row);
    assertThat(column.path("id").asText()).isNotEqualTo(field.path("id").asText());
    write("rossum/schema.json", schema.toString());

    assertThat(run(plan()))
        .containsPattern(
            "/item_quantity: moves from .*, out of a table: a document keeps one value, and loses"
                + " those of the other rows \\(check the values\\)")
        .containsPattern(
            "/order_id: moves from .*, into a table: Rossum documents that the value is kept, but"
                + " not in which row \\(check the values\\)");
  }

  private static ObjectNode move(String id, ObjectNode from, ObjectNode to) {
    ArrayNode children = (ArrayNode) from.path("children");
    for (int i = 0; i < children.size(); i++) {
      if (children.get(i).path("id").asText().equals(id)) {
        ObjectNode moved = (ObjectNode) children.remove(i);
        ((ArrayNode) to.path("children")).add(moved);
        return moved;
      }
    }
    throw new AssertionError("The section has no field " + id + ".");
  }

  @Test
  void removedOptionsAreNamed() {
    edit("order_id", "type", json("\"enum\""));
    edit("order_id", "options", json("[{\"value\": \"a\", \"label\": \"A\"}]"));
    run(applyAccepting("order_id"));
    edit("order_id", "options", json("[{\"value\": \"b\", \"label\": \"B\"}]"));
    assertThat(run(plan()))
        .contains(
            ". Rossum does not document what happens to documents that hold a (check the values)");
  }

  @Test
  void aDefaultThatRossumWritesIsNotADifference() {
    edit("order_id", "hidden", json("false"));
    edit("order_id", "width_chars", json("10"));
    edit("order_id", "score_threshold", json("null"));
    assertThat(run(plan())).endsWith("Nothing to apply.\n");
    edit("order_id", "hidden", json("true"));
    assertThat(run(plan())).contains("order_id: hidden ");
  }

  @Test
  void aThresholdTouchesAutomation() {
    edit("order_id", "score_threshold", json("0.9"));
    assertThat(run(plan())).containsPattern("score_threshold .* -> 0.9 \\(touches automation\\)");
  }

  @Test
  void driftIsSaid() {
    edit("order_id", "label", json("\"A\""));
    run(apply());
    RossumClient.of(api.baseUrl().toString(), api.token())
        .schemas()
        .patch(33810, Map.of("name", "By hand"));

    assertThat(run(plan())).contains("! drift: it was changed in Rossum after the last apply");
  }

  @Test
  void whatRossumWouldRefuseIsSaidBefore() {
    edit("order_id", "id", json("\"" + "x".repeat(51) + "\""));
    assertThat(run(plan())).contains("! Rossum refuses it: {\"content\":[\"Each id must have");
  }

  @Test
  void aFaultLeavesTheHookForTheNextApply() {
    edit("order_id", "label", json("\"A\""));
    write("rossum/hook.json", HOOK.replace("0.01", "0.02"));
    api.next(Fault.status(500).afterEffect().on("PATCH /v1/schemas/33810"));

    assertThatThrownBy(() -> run(apply()))
        .hasMessageContaining("Unknown: Schema")
        .hasMessageContaining("Not applied: Hook \"Vendor matching\" (801).");
    run(apply());

    assertThat(changes())
        .containsExactly("POST /v1/hooks", "PATCH /v1/schemas/33810", "PATCH /v1/hooks/801");
    assertThat(run(plan())).endsWith("Nothing to apply.\n");
  }
}
