package io.github.rossumext.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.content.Container;
import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Node;
import io.github.rossumext.content.Tuple;
import io.github.rossumext.payload.ContentPayload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The laws of documents that are built and of fixtures that are changed. */
class DocumentBuilderProperties {
  @Provide
  Arbitrary<Map<String, String>> header() {
    return Arbitraries.maps(
            Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(8), text())
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<List<String>>> rows() {
    return text().list().ofSize(2).list().ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> text() {
    return Arbitraries.strings().ofMaxLength(12);
  }

  @Property
  void aDocumentHoldsWhatItWasBuiltOf(
      @ForAll("header") Map<String, String> header, @ForAll("rows") List<List<String>> rows) {
    DocumentBuilder builder = DocumentBuilder.create();
    builder.section("header_section", s -> header.forEach((id, text) -> s.field("h_" + id, text)));
    builder.section(
        "table_section",
        s ->
            s.table(
                "lines",
                t ->
                    rows.forEach(
                        row -> t.row(r -> r.field("c_0", row.get(0)).field("c_1", row.get(1))))));
    ContentPayload payload = builder.build().payload(ContentPayload.class);

    Map<String, String> held = new LinkedHashMap<>();
    List<List<String>> heldRows = new ArrayList<>();
    List<Long> ids = new ArrayList<>();
    for (Node node : nodes(payload)) {
      ids.add(node.id());
      if (node instanceof Datapoint field && field.schemaId().startsWith("h_")) {
        held.put(field.schemaId().substring(2), field.value());
      } else if (node instanceof Tuple row) {
        heldRows.add(row.children().stream().map(cell -> ((Datapoint) cell).value()).toList());
      }
    }
    assertThat(held).isEqualTo(header);
    assertThat(heldRows).isEqualTo(rows);
    assertThat(ids).doesNotHaveDuplicates().isSorted();
  }

  @Property
  void aFieldThatIsSetHoldsTheTextAndNothingElseChanges(@ForAll("text") String text) {
    Fixture invoice = Fixtures.invoice();
    Fixture changed = invoice.withField("notes", text);
    assertThat(value(changed, "notes")).isEqualTo(text);
    assertThat(changed.withField("notes", "").body())
        .isEqualTo(invoice.withField("notes", "").body());
  }

  @Property(tries = 50)
  void aRowThatIsAddedAndRemovedLeavesTheDocumentAsItWas(
      @ForAll("text") String text, @ForAll @IntRange(min = 0, max = 3) int count) {
    Fixture invoice = Fixtures.invoice().withHidden("notes", false);
    Fixture changed = invoice;
    for (int i = 0; i < count; i++) {
      changed = changed.withRow("line_items", r -> r.field("item_code", text));
    }
    assertThat(nodes(changed.payload(ContentPayload.class)))
        .extracting(Node::id)
        .doesNotHaveDuplicates();
    for (int i = 0; i < count; i++) {
      assertThat(value(changed, "line_items[4].item_code")).isEqualTo(text);
      changed = changed.without("line_items[4]");
    }
    assertThat(changed.body()).isEqualTo(invoice.body());
  }

  private static String value(Fixture fixture, String path) {
    long id = fixture.id(path);
    Node node = fixture.payload(ContentPayload.class).content().byId(id).orElseThrow();
    return ((Datapoint) node).value();
  }

  private static List<Node> nodes(ContentPayload payload) {
    List<Node> all = new ArrayList<>();
    collect(payload.content().roots(), all);
    return all;
  }

  private static void collect(List<Node> from, List<Node> into) {
    for (Node node : from) {
      into.add(node);
      if (node instanceof Container container) {
        collect(container.children(), into);
      }
    }
  }
}
