package io.github.rossumext.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.rossumext.internal.json.JsonStyle;
import io.github.rossumext.internal.json.ReferenceTree;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TreeProperties {
  @Property(tries = 500)
  void theTreeIsWhatASlowReferenceReads(@ForAll("trees") ArrayNode content, @ForAll long style)
      throws IOException {
    byte[] json = JsonStyle.write(content, style);

    assertThat(ReferenceNode.of(TreeFixture.tree(json)))
        .isEqualTo(ReferenceNode.read(ReferenceTree.read(json)));
  }

  @Property
  void theOrderOfTheKeysDoesNotMatter(
      @ForAll("trees") ArrayNode content, @ForAll long style, @ForAll long other) {
    assertThat(ReferenceNode.of(TreeFixture.tree(JsonStyle.write(content, style))))
        .isEqualTo(ReferenceNode.of(TreeFixture.tree(JsonStyle.write(content, other))));
  }

  @Property
  void everyNodeKnowsTheOneAroundIt(@ForAll("trees") ArrayNode content, @ForAll long style) {
    DatapointTree tree = TreeFixture.tree(JsonStyle.write(content, style));

    assertThat(tree.roots()).allSatisfy(root -> assertThat(root.parent()).isEmpty());
    tree.roots().stream()
        .flatMap(TreeProperties::walk)
        .filter(Container.class::isInstance)
        .map(Container.class::cast)
        .forEach(
            container ->
                assertThat(container.children())
                    .allSatisfy(child -> assertThat(child.parent()).containsSame(container)));
  }

  @Property
  void lookUpsFindWhatAWalkFinds(@ForAll("trees") ArrayNode content, @ForAll long style) {
    DatapointTree tree = TreeFixture.tree(JsonStyle.write(content, style));
    List<Node> all = tree.roots().stream().flatMap(TreeProperties::walk).toList();

    assertThat(tree.schemaIds())
        .containsExactlyInAnyOrderElementsOf(all.stream().map(Node::schemaId).distinct().toList());
    for (Node node : all) {
      assertThat(tree.byId(node.id()))
          .containsSame(
              all.stream().filter(other -> other.id() == node.id()).findFirst().orElseThrow());
      assertThat(tree.bySchemaId(node.schemaId()))
          .isEqualTo(
              all.stream().filter(other -> other.schemaId().equals(node.schemaId())).toList());
    }
  }

  @Property
  void everyKeyOfANodeIsReachedAsItCame(@ForAll("trees") ArrayNode content, @ForAll long style) {
    DatapointTree tree = TreeFixture.tree(JsonStyle.write(content, style));

    tree.roots().stream()
        .flatMap(TreeProperties::walk)
        .forEach(
            node -> {
              assertThat(node.raw().keys())
                  .allSatisfy(key -> assertThat(node.find(key)).isEqualTo(node.raw().find(key)));
              assertThat(node.find("no such key")).isEmpty();
            });
  }

  private static Stream<Node> walk(Node node) {
    return node instanceof Container container
        ? Stream.concat(
            Stream.of(node), container.children().stream().flatMap(TreeProperties::walk))
        : Stream.of(node);
  }

  @Provide
  Arbitrary<ArrayNode> trees() {
    return Arbitraries.randomValue(random -> new RandomTree(random).content());
  }
}
