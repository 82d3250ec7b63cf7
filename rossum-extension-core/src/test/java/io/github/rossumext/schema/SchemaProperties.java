package io.github.rossumext.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.internal.json.JsonStyle;
import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SchemaProperties {
  @Property(tries = 500)
  void lookUpsFindWhatASlowWalkFinds(@ForAll("schemas") JsonNode json, @ForAll long style) {
    Schema schema = read(json, style);
    Map<String, ReferenceSchemaNode> firstOfId = new LinkedHashMap<>();
    ReferenceSchemaNode.readAll(json).stream()
        .flatMap(ReferenceSchemaNode::walk)
        .filter(node -> !node.id().isEmpty())
        .forEach(node -> firstOfId.putIfAbsent(node.id(), node));

    assertThat(schema.schemaIds()).containsExactlyElementsOf(firstOfId.keySet());
    firstOfId.forEach(
        (id, expected) -> {
          SchemaNode found = schema.bySchemaId(id).orElseThrow();
          assertThat(ReferenceSchemaNode.of(found)).isEqualTo(expected);
          assertThat(schema.datapoint(id).isPresent()).isEqualTo(found instanceof SchemaDatapoint);
          assertThat(schema.multivalue(id).isPresent())
              .isEqualTo(found instanceof SchemaMultivalue);
        });
  }

  @Property
  void sectionsAreTheTopLevelNodesThatASlowReaderTakesForSections(
      @ForAll("schemas") JsonNode json, @ForAll long style) {
    assertThat(read(json, style).sections().stream().map(ReferenceSchemaNode::of).toList())
        .isEqualTo(
            ReferenceSchemaNode.readAll(json).stream()
                .filter(node -> node.kind() == SchemaSection.class)
                .toList());
  }

  @Property(tries = 500)
  void noAccessorFails(@ForAll("schemas") JsonNode json, @ForAll long style) throws Exception {
    Schema schema = read(json, style);

    callAll(schema);
    for (SchemaSection section : schema.sections()) {
      for (SchemaNode node : walk(section).toList()) {
        callAll(node);
      }
    }
  }

  @Property
  void aNodeIsKeptAsItCame(@ForAll("schemas") JsonNode json, @ForAll long style) {
    Schema schema = read(json, style);

    schema.sections().stream()
        .flatMap(SchemaProperties::walk)
        .forEach(
            node -> {
              assertThat(schema.raw().text()).contains(node.raw().text());
              for (SchemaNode child : node.children()) {
                assertThat(node.raw().text()).contains(child.raw().text());
                assertThat(child.parent()).containsSame(node);
              }
            });
  }

  private static Stream<SchemaNode> walk(SchemaNode node) {
    return Stream.concat(Stream.of(node), node.children().stream().flatMap(SchemaProperties::walk));
  }

  private static void callAll(JsonView view) throws ReflectiveOperationException {
    List<Method> accessors =
        Arrays.stream(view.getClass().getMethods())
            .filter(method -> method.getParameterCount() == 0)
            .filter(method -> method.getDeclaringClass() != Object.class)
            .toList();
    for (Method accessor : accessors) {
      assertThat(accessor.invoke(view)).as(accessor.getName()).isNotNull();
    }
  }

  private static Schema read(JsonNode json, long style) {
    return Schema.of(RawJson.of(new String(JsonStyle.write(json, style), UTF_8)));
  }

  @Provide
  Arbitrary<JsonNode> schemas() {
    return Arbitraries.randomValue(random -> new RandomSchema(random).schema());
  }
}
