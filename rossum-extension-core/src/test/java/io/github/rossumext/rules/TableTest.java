package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.BUTTON;
import static io.github.rossumext.ContentRequest.at;
import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.ContentRequest.row;
import static io.github.rossumext.Problem.saying;
import static io.github.rossumext.Wire.operations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.ContentRequest;
import io.github.rossumext.payload.HookAction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TableTest {
  // The table has the id …760, its rows …761, …763 and …765, each followed by its cell.
  private static ContentRequest abc() {
    return initialize().table("lines", row("code", "a"), row("code", "b"), row("code", "c"));
  }

  private final ContentEditor content = abc().edit();
  private final Table lines = content.table("lines");

  private List<String> codes() {
    return lines.column("code").texts();
  }

  @Nested
  class Rows {
    @Test
    void aTableKnowsItsIdsAndWhatRossumSent() {
      assertThat(lines.schemaId()).isEqualTo("lines");
      assertThat(lines.id()).isEqualTo(5_483_409_760L);
      assertThat(lines.received().rows()).hasSize(3);
    }

    @Test
    void rowsAreCountedAndReachedByTheirPlace() {
      assertThat(lines.size()).isEqualTo(3);
      assertThat(lines.isEmpty()).isFalse();
      assertThat(lines.row(2).id()).isEqualTo(5_483_409_765L);
      assertThat(lines.stream().map(Row::id)).endsWith(5_483_409_763L, 5_483_409_765L);
    }

    @Test
    void aPlaceWithoutARowIsAnError() {
      assertThatThrownBy(() -> lines.row(3))
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessage("'lines' has 3 rows, counted from 0: row(3) does not exist.");
      assertThatThrownBy(() -> lines.row(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void anEmptyTableHasNoRows() {
      Table empty = initialize().table("lines").edit().table("lines");

      assertThat(empty.isEmpty()).isTrue();
      assertThat(empty.rows()).isEmpty();
      assertThat(empty).isEmpty();
    }

    @Test
    void theColumnsAreThoseOfTheRowsInTheOrderOfTheirFirstCells() {
      Table table =
          initialize()
              .table("lines", row("code", "a"), row("price", "1", "code", "b"))
              .edit()
              .table("lines");

      assertThat(table.columnIds()).containsExactly("code", "price");
      assertThat(table.has("price", "code")).isTrue();
      assertThat(table.has("code", "note")).isFalse();
    }

    @Test
    void aTablePrintsItsIdsAndNoValue() {
      assertThat(lines).hasToString("Table[lines, 5483409760]");
      assertThat(lines.row(0)).hasToString("Row[lines, 5483409761]");
      assertThat(lines.append().set("code", "secret")).hasToString("Row[lines, new]");
    }
  }

  @Nested
  class Removing {
    @Test
    void theOthersMoveUpAndKeepTheirIds() {
      lines.row(0).remove();

      assertThat(codes()).containsExactly("b", "c");
      assertThat(lines.row(0).id()).isEqualTo(5_483_409_763L);
    }

    @Test
    void whereATestPassesItSaysHowMany() {
      int removed = lines.removeIf(line -> !line.field("code").text().equals("b"));

      assertThat(removed).isEqualTo(2);
      assertThat(codes()).containsExactly("b");
      assertThat(operations(content))
          .containsExactly("{'op':'remove','id':5483409761}", "{'op':'remove','id':5483409765}");
    }

    @Test
    void theTestSeesEditsAndAppendedRows() {
      lines.row(1).set("code", "x");
      lines.append().set("code", "x");

      assertThat(lines.removeIf(line -> line.field("code").text().equals("x"))).isEqualTo(2);
      assertThat(operations(content)).containsExactly("{'op':'remove','id':5483409763}");
    }

    @Test
    void aListThatWasReadIsNoWayToRemove() {
      List<Row> rows = lines.rows();
      List<Field> fields = lines.row(0).fields();

      assertThatThrownBy(() -> rows.remove(0)).isInstanceOf(UnsupportedOperationException.class);
      assertThatThrownBy(fields::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void clearRemovesAllAppendedRowsIncluded() {
      lines.append().set("code", "d");

      lines.clear();

      assertThat(lines.isEmpty()).isTrue();
      assertThat(operations(content))
          .containsExactly(
              "{'op':'remove','id':5483409761}",
              "{'op':'remove','id':5483409763}",
              "{'op':'remove','id':5483409765}");
    }

    @Test
    void aTableIsReplaced() {
      lines.clear();
      lines.append().set("code", "z");

      assertThat(codes()).containsExactly("z");
      assertThat(operations(content))
          .endsWith(
              "{'op':'remove','id':5483409765}",
              "{'op':'add','id':5483409760,'value':["
                  + "{'schema_id':'code','content':{'value':'z'}}]}");
    }
  }

  @Nested
  class Iterating {
    @Test
    void rowsMayBeRemovedMeanwhile() {
      for (Row line : lines) {
        line.remove();
      }

      assertThat(lines.isEmpty()).isTrue();
    }

    @Test
    void rowsThatAreAppendedMeanwhileAreNotMet() {
      for (Row line : lines) {
        lines.append().set("code", line.field("code").text() + "2");
      }

      assertThat(codes()).containsExactly("a", "b", "c", "a2", "b2", "c2");
    }

    @Test
    void aRowThatARowBeforeItRemovedIsStillMetAndSaysSo() {
      List<Boolean> removed = new ArrayList<>();
      for (Row line : lines) {
        removed.add(line.isRemoved());
        lines.rows().get(lines.size() - 1).remove();
      }

      assertThat(removed).containsExactly(false, false, true);
    }
  }

  @Nested
  class Changed {
    private ContentRequest updated(String... schemaIds) {
      return at(HookAction.UPDATED)
          .field("note", "")
          .table("lines", row("code", "a"), row("code", "b"))
          .updated(schemaIds);
    }

    @Test
    void byTheTableARowOrACell() {
      for (String schemaId : List.of("lines", "lines_row", "code")) {
        assertThat(updated(schemaId).edit().table("lines").isChanged()).as(schemaId).isTrue();
      }
    }

    @Test
    void notByAFieldNorByARule() {
      ContentEditor editor = updated("note").edit();
      editor.table("lines").row(0).set("code", "x");
      editor.table("lines").append().set("code", "y");

      assertThat(editor.table("lines").isChanged()).isFalse();
    }
  }

  @Nested
  class Lookup {
    private final ContentEditor editor =
        initialize()
            .field("note", "")
            .table("line_items", row("code", "a", "look_up", BUTTON))
            .table("tax_details", row("rate", "21"))
            .list("order_ids", "order_id", "1")
            .edit();

    private String message(String schemaId) {
      try {
        editor.table(schemaId);
      } catch (UnknownFieldException e) {
        return e.problem();
      }
      throw new AssertionError("The table is there: " + schemaId);
    }

    @Test
    void aMisspeltTableNamesTheNearestOnes() {
      assertThat(message("line_item"))
          .startsWith(
              "The document has no table 'line_item'. Did you mean line_items, tax_details?");
    }

    @Test
    void whatIsNoTableIsNamedAsWhatItIs() {
      assertThat(message("order_ids"))
          .isEqualTo("'order_ids' is a list, not a table. Read it through list(\"order_ids\").");
      assertThat(message("note"))
          .isEqualTo("'note' is a field, not a table. Read it through field(\"note\").");
      assertThat(message("code"))
          .isEqualTo(
              "'code' is a column of 'line_items', not a table. Read it through"
                  + " table(\"line_items\").");
    }

    @Test
    void aMisspeltColumnNamesTheNearestOnesWhereverItIsAskedFor() {
      Table table = editor.table("line_items");
      String message = "The table 'line_items' has no column 'cod'. Did you mean code, look_up?";

      assertThatThrownBy(() -> table.column("cod")).satisfies(saying(message));
      assertThatThrownBy(() -> table.numbers("cod")).satisfies(saying(message));
      assertThatThrownBy(() -> table.row(0).field("cod")).satisfies(saying(message));
      assertThatThrownBy(() -> table.row(0).set("cod", "x")).satisfies(saying(message));
      assertThatThrownBy(() -> table.append().set("cod", "x"))
          .isInstanceOf(UnknownFieldException.class)
          .satisfies(saying(message));
    }
  }
}
