package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.ContentRequest.row;
import static io.github.rossumext.SchemaText.formula;
import static io.github.rossumext.SchemaText.number;
import static io.github.rossumext.SchemaText.table;
import static io.github.rossumext.SchemaText.text;
import static io.github.rossumext.Wire.operations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.ContentRequest;
import io.github.rossumext.internal.help.HelpTopic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What authors know from TxScript about tables and simple multivalues, row by row. */
class TxScriptTablesTest {
  // The table has the id …760, its rows …761, …764 and …767, each followed by its cells.
  private static ContentRequest lines() {
    return initialize()
        .table(
            "line_items",
            row("item_code", "a", "item_price", "10"),
            row("item_code", "b", "item_price", ""),
            row("item_code", "c", "item_price", "2.50"));
  }

  private final ContentEditor content = lines().edit();
  private final Table lines = content.table("line_items");

  @Nested
  class Rows {
    @Test
    void rowsAreIterated() {
      List<String> codes = new ArrayList<>();
      for (Row line : lines) {
        codes.add(line.field("item_code").text());
      }

      assertThat(codes).containsExactly("a", "b", "c");
    }

    @Test
    void aCellIsReachedByRowAndColumnAndReplacedByItsId() {
      lines.row(1).set("item_code", "B");

      assertThat(operations(content))
          .containsExactly("{'op':'replace','id':5483409765,'value':{'content':{'value':'B'}}}");
    }

    @Test
    void aRowIsRemoved() {
      lines.row(1).remove();

      assertThat(operations(content)).containsExactly("{'op':'remove','id':5483409764}");
    }

    @Test
    void aRowAddedAndThenRemovedLeavesNothing() {
      lines.append().set("item_code", "d").remove();

      assertThat(operations(content)).isEmpty();
    }

    @Test
    void aRowChangedAndThenRemovedLeavesTheRemoveOnly() {
      lines.row(1).set("item_code", "B").remove();

      assertThat(operations(content)).containsExactly("{'op':'remove','id':5483409764}");
    }

    @Test
    void aCellKnowsItsRowAndARowItsTable() {
      Field cell = lines.row(1).field("item_code");

      assertThat(cell.row()).contains(lines.row(1));
      assertThat(lines.row(1).table().schemaId()).isEqualTo("line_items");
    }
  }

  @Nested
  class AllValues {
    private final NumberColumn prices = lines.numbers("item_price");

    @Test
    void aColumnIsReadAsAWhole() {
      assertThat(lines.column("item_code").texts()).containsExactly("a", "b", "c");
    }

    @Test
    void mathsWithANumberGoesElementByElementAndReplacesEachChangedCell() {
      prices.set(prices.times(new BigDecimal("1.21")).rounded(2, RoundingMode.HALF_UP));

      assertThat(operations(content))
          .containsExactly(
              "{'op':'replace','id':5483409763,'value':{'content':{'value':'12.10'}}}",
              "{'op':'replace','id':5483409769,'value':{'content':{'value':'3.03'}}}");
    }

    @Test
    void mathsWithAColumnOfTheSameLengthGoesElementByElement() {
      prices.set(prices.plus(prices));

      assertThat(operations(content))
          .containsExactly(
              "{'op':'replace','id':5483409763,'value':{'content':{'value':'20'}}}",
              "{'op':'replace','id':5483409769,'value':{'content':{'value':'5.00'}}}");
    }

    @Test
    void aColumnIsSummedAndTested() {
      assertThat(prices.sum()).isEqualTo("12.50");
      assertThat(prices.any(price -> price.signum() < 0)).isFalse();
      assertThat(prices.all(price -> price.signum() > 0)).isTrue();
    }

    @Test
    void anAssignmentThatKeepsACellEmitsNothingForIt() {
      lines.column("item_code").set(List.of("a", "b", "C"));

      assertThat(operations(content))
          .containsExactly("{'op':'replace','id':5483409768,'value':{'content':{'value':'C'}}}");
    }

    @Test
    void anAssignmentMustNotChangeTheNumberOfRows() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> lines.column("item_code").set(List.of("a", "b")))
          .withMessage(
              "The column 'item_code' has 3 cells, but got 2 texts. Give one text for each cell.");
      assertThat(operations(content)).isEmpty();
    }
  }

  @Nested
  class Append {
    private final ContentEditor known =
        lines()
            .schema(
                table(
                    "line_items",
                    text("item_code"),
                    number("item_price"),
                    formula("item_net", "number"),
                    text("item_note")))
            .edit();

    @Test
    void onlyTheCellsThatWereSetAreSent() {
      known.table("line_items").append(Map.of("item_price", 7));

      assertThat(operations(known))
          .containsExactly(
              "{'op':'add','id':5483409760,'value':["
                  + "{'schema_id':'item_price','content':{'value':'7'}}]}");
    }

    @Test
    void withoutSchemaOnlyTheCellsThatWereSetAreSentToo() {
      lines.append(Map.of("item_price", new BigDecimal("7.00")));

      assertThat(operations(content))
          .containsExactly(
              "{'op':'add','id':5483409760,'value':["
                  + "{'schema_id':'item_price','content':{'value':'7.00'}}]}");
    }

    @Test
    void anUnknownColumnIsAnErrorAndNothingIsAppended() {
      assertThatThrownBy(() -> lines.append(Map.of("item_prise", "7")))
          .isInstanceOf(UnknownFieldException.class)
          .hasMessage(
              HelpTopic.UNKNOWN_FIELD.explain(
                  "The table 'line_items' has no column 'item_prise'."
                      + " Did you mean item_price, item_code?"));
      assertThat(lines.size()).isEqualTo(3);
    }

    @Test
    void aSimpleMultivalueGetsOneObject() {
      ContentEditor orders = initialize().list("order_ids", "order_id", "1").edit();

      orders.list("order_ids").append("2");

      assertThat(operations(orders))
          .containsExactly("{'op':'add','id':5483409760,'value':{'content':{'value':'2'}}}");
    }

    @Test
    void aValueOfASimpleMultivalueIsRemoved() {
      ContentEditor orders = initialize().list("order_ids", "order_id", "1", "2").edit();

      orders.list("order_ids").removeIf(order -> order.text().equals("2"));

      assertThat(operations(orders)).containsExactly("{'op':'remove','id':5483409762}");
    }
  }
}
