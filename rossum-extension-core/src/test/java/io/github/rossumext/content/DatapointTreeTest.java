package io.github.rossumext.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DatapointTreeTest {
  private final DatapointTree tree = TreeFixture.invoice();

  @Nested
  class Shapes {
    @Test
    void theTopLevelIsSectionsInDocumentOrder() {
      assertThat(tree.roots())
          .extracting(Node::schemaId)
          .containsExactly("basic_info_section", "line_items_section", "empty_section");
      assertThat(tree.sections()).hasSize(3).isEqualTo(tree.roots());
    }

    @Test
    void aSectionHoldsFieldsAndMultivaluesInDocumentOrder() {
      assertThat(tree.sections().get(0).children())
          .extracting(Node::schemaId)
          .containsExactly(
              "invoice_id",
              "date_issue",
              "amount_total",
              "currency",
              "check_button",
              "amount_due",
              "order_ids");
      assertThat(tree.sections().get(2).children()).isEmpty();
    }

    @Test
    void aTableHoldsRowsAndNoItems() {
      Multivalue table = (Multivalue) only("line_items");

      assertThat(table.rows()).extracting(Node::id).containsExactly(5483409771L, 5483409774L);
      assertThat(table.rows()).isEqualTo(table.children());
      assertThat(table.values()).isEmpty();
    }

    @Test
    void aSimpleMultivalueHoldsItemsAndNoRows() {
      Multivalue orders = (Multivalue) only("order_ids");

      assertThat(orders.values()).extracting(Datapoint::value).containsExactly("4711", "4712");
      assertThat(orders.rows()).isEmpty();
    }

    @Test
    void aRowHoldsItsCells() {
      Tuple row = ((Multivalue) only("line_items")).rows().get(1);

      assertThat(row.cells()).extracting(Datapoint::value).containsExactly("Cork", "12");
      assertThat(row.cell("item_quantity").map(Datapoint::value)).hasValue("12");
      assertThat(row.cell("item_code")).isEmpty();
    }

    @Test
    void theCategoryIsTheWordOfRossum() {
      assertThat(only("basic_info_section").category()).isEqualTo(Category.SECTION);
      assertThat(only("line_items").category()).isEqualTo(Category.MULTIVALUE);
      assertThat(tree.bySchemaId("line_item"))
          .extracting(Node::category)
          .containsOnly(Category.TUPLE);
      assertThat(only("invoice_id").category()).isEqualTo(Category.DATAPOINT);
    }

    @Test
    void everyNodeButTheTopKnowsTheOneAroundIt() {
      Node cell = tree.byId(5483409776L).orElseThrow();
      List<String> around = new ArrayList<>();
      for (Node at = cell; at.parent().isPresent(); at = at.parent().get()) {
        around.add(at.parent().get().schemaId());
      }

      assertThat(around).containsExactly("line_item", "line_items", "line_items_section");
    }

    @Test
    void theGridOfATableIsKeptAsItCame() {
      assertThat(((Multivalue) only("line_items")).grid())
          .hasValueSatisfying(grid -> assertThat(grid.keys()).containsExactly("parts"));
      assertThat(((Multivalue) only("order_ids")).grid()).isEmpty();
    }

    @Test
    void aNodeKnowsItsUrlWhereRossumSentIt() {
      assertThat(only("invoice_id").url())
          .hasValue(
              new ResourceUrl(
                  "https://acme.rossum.app/api/v1/annotations/610001/content/5483409760"));
      assertThat(only("date_issue").url()).isEmpty();
    }

    @Test
    void childrenCannotBeChanged() {
      List<Node> children = tree.sections().get(0).children();

      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> children.remove(0));
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> tree.roots().remove(0));
    }
  }

  @Nested
  class LookUp {
    @Test
    void byIdFindsEveryNodeOfAnyDepth() {
      assertThat(LongStream.rangeClosed(5483409759L, 5483409777L))
          .allSatisfy(id -> assertThat(tree.byId(id).map(Node::id)).hasValue(id));
    }

    @Test
    void byIdFindsNothingElse() {
      assertThat(tree.byId(5483409778L)).isEmpty();
      assertThat(tree.byId(0)).isEmpty();
      assertThat(tree.byId(5483409759L - (1L << 32))).as("the id cut to 32 bits").isEmpty();
    }

    @Test
    void bySchemaIdFindsAllCellsOfAColumnInDocumentOrder() {
      assertThat(tree.bySchemaId("item_quantity"))
          .extracting(Node::id)
          .containsExactly(5483409773L, 5483409776L);
      assertThat(tree.bySchemaId("line_item"))
          .extracting(Node::id)
          .containsExactly(5483409771L, 5483409774L);
      assertThat(tree.bySchemaId("basic_info_section")).hasSize(1);
      assertThat(tree.bySchemaId("vendor")).isEmpty();
    }

    @Test
    void aFoundNodeIsTheOneOfTheTree() {
      assertThat(only("invoice_id"))
          .isSameAs(tree.sections().get(0).children().get(0))
          .isSameAs(tree.byId(5483409760L).orElseThrow());
    }

    @Test
    void theSchemaIdsAreThoseOfAllNodes() {
      assertThat(tree.schemaIds())
          .containsExactlyInAnyOrder(
              "basic_info_section",
              "invoice_id",
              "date_issue",
              "amount_total",
              "currency",
              "check_button",
              "amount_due",
              "order_ids",
              "order_id",
              "line_items_section",
              "line_items",
              "line_item",
              "item_description",
              "item_quantity",
              "empty_section");
    }

    @Test
    void theFirstOfTwoNodesWithOneIdIsFound() {
      DatapointTree twins =
          TreeFixture.tree(
              "[{\"id\":7,\"schema_id\":\"a\",\"children\":[{\"id\":7,\"schema_id\":\"b\","
                  + "\"content\":{}}]}]");

      assertThat(twins.byId(7).map(Node::schemaId)).hasValue("a");
      assertThat(twins.bySchemaId("b")).hasSize(1);
    }

    @Test
    void whatWasFoundCannotBeChanged() {
      List<Node> found = tree.bySchemaId("item_quantity");

      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> found.remove(0));
    }
  }

  @Nested
  class Raw {
    @Test
    void aNodeIsKeptAsItCameChildrenIncluded() {
      String row =
          "{\"id\":3, \"schema_id\":\"r\",\"children\":[ {\"id\":4,\"schema_id\":\"c\",\"content\":"
              + "{\"value\":\"\\u0041\"}} ] }";
      DatapointTree written =
          TreeFixture.tree(
              "[{\"id\":1,\"schema_id\":\"s\",\"children\":[{\"id\":2,\"schema_id\":\"m\",\"children\":["
                  + row
                  + "]}]}]");

      assertThat(written.byId(3).map(Node::raw)).hasValue(RawJson.of(row));
    }

    @Test
    void unknownKeysAreReached() {
      Datapoint invoiceId = (Datapoint) only("invoice_id");

      assertThat(invoiceId.findInContent("of_next_year")).hasValue(RawJson.of("{\"a\": [1]}"));
      assertThat(invoiceId.find("of_next_year")).isEmpty();
      assertThat(only("line_items").find("time_spent_grid_overall")).hasValue(RawJson.of("4"));
      assertThat(only("order_ids").find("grid")).hasValue(RawJson.of("null"));
    }
  }

  @Nested
  class Texts {
    @Test
    void ofANodeShowKindAndIdsAndNoContent() {
      assertThat(only("invoice_id")).hasToString("datapoint invoice_id (5483409760)");
      assertThat(only("line_items")).hasToString("multivalue line_items (5483409770)");
    }

    @Test
    void ofTheTreeShowItsSizeOnly() {
      assertThat(tree).hasToString("DatapointTree[3 top-level nodes]");
    }
  }

  @Test
  void theEmptyTreeHasNothing() {
    assertThat(DatapointTree.empty().roots()).isEmpty();
    assertThat(DatapointTree.empty().byId(1)).isEmpty();
    assertThat(DatapointTree.empty().bySchemaId("a")).isEmpty();
    assertThat(TreeFixture.tree("[]").roots()).isEmpty();
  }

  private Node only(String schemaId) {
    List<Node> found = tree.bySchemaId(schemaId);
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
