package io.github.rossumext.maven.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What a schema edit is classed as. */
class SchemaDiffProperties {
  private static final List<String> TYPES = List.of("string", "number", "date", "enum", "button");
  private static final List<String> IDENTITY = List.of("id", "category", "type");
  private static final List<String> ATTRIBUTES =
      List.of("label", "description", "width", "hidden", "score_threshold", "options", "formula");

  private static ObjectNode node(String id, String category) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", id);
    return node.put("category", category).put("label", id);
  }

  private static ObjectNode field(String id, Random random) {
    return node(id, "datapoint").put("type", TYPES.get(random.nextInt(TYPES.size())));
  }

  /** A schema with sections, fields, lists and tables. */
  private static ArrayNode schema(Random random) {
    ArrayNode content = JsonNodeFactory.instance.arrayNode();
    int id = 0;
    for (int i = 0; i <= random.nextInt(3); i++) {
      ObjectNode section = node("s" + id++, "section");
      content.add(section);
      ArrayNode fields = section.putArray("children");
      for (int j = 0; j < random.nextInt(5); j++) {
        switch (random.nextInt(4)) {
          case 0 -> {
            ObjectNode list = node("l" + id++, "multivalue");
            list.set("children", field("f" + id++, random));
            fields.add(list);
          }
          case 1 -> {
            ObjectNode table = node("t" + id++, "multivalue");
            ObjectNode row = node("r" + id++, "tuple");
            ArrayNode columns = row.putArray("children");
            for (int k = 0; k <= random.nextInt(3); k++) {
              columns.add(field("f" + id++, random));
            }
            table.set("children", row);
            fields.add(table);
          }
          default -> fields.add(field("f" + id++, random));
        }
      }
    }
    return content;
  }

  /** The lists of children that can be reordered, and between which fields can move. */
  private static List<ArrayNode> lists(JsonNode content) {
    List<ArrayNode> lists = new ArrayList<>();
    collect(content, lists);
    return lists;
  }

  private static void collect(JsonNode nodes, List<ArrayNode> lists) {
    if (nodes instanceof ArrayNode list) {
      lists.add(list);
      list.forEach(node -> collect(node.path("children"), lists));
    } else if (nodes.isObject()) {
      collect(nodes.path("children"), lists);
    }
  }

  /** An edit that keeps every id with its category and type. */
  private static ArrayNode keeping(ArrayNode before, Random random) {
    ArrayNode after = before.deepCopy();
    for (int i = 0; i < random.nextInt(6); i++) {
      List<ArrayNode> lists = lists(after);
      int place = random.nextInt(lists.size());
      ArrayNode list = lists.get(place);
      switch (random.nextInt(4)) {
        case 0 -> shuffle(list, random);
        case 1 -> {
          if (!list.isEmpty()) {
            String key = ATTRIBUTES.get(random.nextInt(ATTRIBUTES.size()));
            ((ObjectNode) list.get(random.nextInt(list.size()))).put(key, random.nextInt(9));
          }
        }
        case 2 -> {
          if (place > 0) { // the first is that of the sections
            list.add(field("new" + i + "_" + random.nextInt(99), random));
          }
        }
        default -> move(lists, random);
      }
    }
    return after;
  }

  private static void shuffle(ArrayNode list, Random random) {
    List<JsonNode> all = new ArrayList<>();
    list.forEach(all::add);
    Collections.shuffle(all, random);
    list.removeAll();
    list.addAll(all);
  }

  /** Moves a field to another section or row. */
  private static void move(List<ArrayNode> lists, Random random) {
    ArrayNode from = lists.get(1 + random.nextInt(lists.size() - 1));
    ArrayNode to = lists.get(1 + random.nextInt(lists.size() - 1));
    if (from.isEmpty()) {
      return;
    }
    int place = random.nextInt(from.size());
    if (from.get(place).path("category").asText().equals("datapoint")) {
      to.add(from.remove(place));
    }
  }

  private static boolean losesData(JsonNode before, JsonNode after) {
    return SchemaDiff.of(before, after, Set.of()).stream().anyMatch(SchemaChange::losesData);
  }

  @Property
  void whatKeepsIdCategoryAndTypeLosesNothing(@ForAll long seed) {
    Random random = new Random(seed);
    ArrayNode before = schema(random);
    assertThat(losesData(before, keeping(before, random))).isFalse();
  }

  @Property
  void whatDoesNotKeepOneOfThemLosesData(@ForAll long seed, @ForAll("identity") String key) {
    Random random = new Random(seed);
    ArrayNode before = schema(random);
    ArrayNode after = keeping(before, random);
    Map<String, SchemaElement> old = SchemaElement.all(before);
    List<String> ids = List.copyOf(old.keySet());
    String id = ids.get(random.nextInt(ids.size()));

    ObjectNode victim = find(after, id).orElseThrow();
    victim.put(key, victim.path(key).asText("") + "_other");

    List<SchemaChange> changes = SchemaDiff.of(before, after, Set.of());
    assertThat(changes).filteredOn(SchemaChange::losesData).extracting("id").containsExactly(id);
    String kind = victim.path("category").asText().replace("_other", "");
    Statistics.label("changed").collect(kind + " " + key);
    Statistics.label("changed")
        .coverage(
            all -> {
              for (String changed : IDENTITY) {
                all.check("datapoint " + changed).count(count -> count > 50);
                all.check("multivalue " + changed).count(count -> count > 10);
              }
            });
  }

  @Provide
  Arbitrary<String> identity() {
    return Arbitraries.of(IDENTITY);
  }

  private static Optional<ObjectNode> find(JsonNode nodes, String id) {
    for (JsonNode node : nodes.isObject() ? List.of(nodes) : nodes) {
      if (node.path("id").asText().equals(id)) {
        return Optional.of((ObjectNode) node);
      }
      Optional<ObjectNode> found = find(node.path("children"), id);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  @Property
  void nothingChangesBetweenASchemaAndItself(@ForAll long seed) {
    ArrayNode schema = schema(new Random(seed));
    assertThat(SchemaDiff.of(schema, schema.deepCopy(), Set.of())).isEmpty();
  }

  @Property
  void anEditIsEmptyIfAndOnlyIfNothingDiffers(@ForAll long seed) {
    Random random = new Random(seed);
    ArrayNode before = schema(random);
    ArrayNode after = keeping(before, random);
    assertThat(SchemaDiff.of(before, after, Set.of()).isEmpty())
        .isEqualTo(JsonForm.isSame(before, after));
  }

  @Property
  void eachElementThatComesOrGoesIsNamed(@ForAll long seed, @ForAll long other) {
    ArrayNode before = schema(new Random(seed));
    ArrayNode after = schema(new Random(other));
    Set<String> old = SchemaElement.all(before).keySet();
    Set<String> young = SchemaElement.all(after).keySet();
    List<SchemaChange> changes = SchemaDiff.of(before, after, Set.of());

    assertThat(named(changes, '+')).isEqualTo(without(young, old));
    assertThat(named(changes, '-')).isEqualTo(without(old, young));
  }

  private static Set<String> named(List<SchemaChange> changes, char sign) {
    return changes.stream()
        .filter(change -> change.sign() == sign)
        .map(SchemaChange::id)
        .collect(Collectors.toSet());
  }

  private static Set<String> without(Set<String> all, Set<String> others) {
    Set<String> left = new HashSet<>(all);
    left.removeAll(others);
    return left;
  }
}
