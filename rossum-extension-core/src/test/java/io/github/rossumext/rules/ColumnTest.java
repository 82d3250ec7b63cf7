package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.ContentRequest.row;
import static io.github.rossumext.Wire.messages;
import static io.github.rossumext.Wire.operations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnTest {
  // The table has the id …760, its rows …761, …764 and …767, each followed by its cells.
  private final ContentEditor content =
      initialize()
          .table(
              "lines",
              row("code", "a", "copy", ""),
              row("code", "", "copy", ""),
              row("code", "007", "copy", "7"))
          .table("taxes", row("kind", "x"), row("kind", "y"), row("kind", "z"))
          .edit();
  private final Table lines = content.table("lines");
  private final Column codes = lines.column("code");

  @Test
  void itsCellsAreReadFromTheFirstRowToTheLast() {
    assertThat(codes.schemaId()).isEqualTo("code");
    assertThat(codes.texts()).containsExactly("a", "", "007");
    assertThat(codes.fields()).hasSize(3);
    assertThat(codes).extracting(Field::text).containsExactly("a", "", "007");
  }

  @Test
  void theSizeCountsEmptyCellsAndTheCountDoesNot() {
    assertThat(codes.size()).isEqualTo(3);
    assertThat(codes.count()).isEqualTo(2);
  }

  @Test
  void testsSeeEmptyCellsToo() {
    assertThat(codes.any(Field::isEmpty)).isTrue();
    assertThat(codes.all(Field::isSet)).isFalse();
    assertThat(codes.any(code -> code.text().equals("b"))).isFalse();
    assertThat(codes.rowsWhere(Field::isEmpty)).containsExactly(lines.row(1));
  }

  @Test
  void aColumnWithoutRowsPassesEveryTestForAll() {
    lines.clear();
    Column empty = lines.column("code");

    assertThat(empty.all(Field::isSet)).isTrue();
    assertThat(empty.any(Field::isSet)).isFalse();
    assertThat(empty.texts()).isEmpty();
  }

  @Test
  void readsReflectTheEdits() {
    lines.row(1).set("code", "b");

    assertThat(codes.texts()).containsExactly("a", "b", "007");
  }

  @Test
  void itsRowsAreThoseThatTheTableHadWhenItWasAskedFor() {
    lines.append().set("code", "d");

    assertThat(codes.size()).isEqualTo(3);
    assertThat(lines.column("code").size()).isEqualTo(4);
  }

  @Test
  void oneTextIsWrittenIntoEveryCell() {
    codes.set("a");

    assertThat(operations(content))
        .containsExactly(
            "{'op':'replace','id':5483409765,'value':{'content':{'value':'a'}}}",
            "{'op':'replace','id':5483409768,'value':{'content':{'value':'a'}}}");
  }

  @Test
  void aTextIsWrittenIntoEachCell() {
    codes.set(List.of("", "b", "007"));

    assertThat(operations(content))
        .containsExactly(
            "{'op':'replace','id':5483409762,'value':{'content':{'value':''}}}",
            "{'op':'replace','id':5483409765,'value':{'content':{'value':'b'}}}");
  }

  @Test
  void moreOrFewerTextsAreRefusedAndNothingIsWritten() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codes.set(List.of("1", "2", "3", "4")))
        .withMessage(
            "The column 'code' has 3 cells, but got 4 texts. Give one text for each cell.");
    assertThat(operations(content)).isEmpty();
  }

  @Test
  void aColumnIsCopiedUnchanged() {
    lines.column("copy").copyFrom(codes);

    assertThat(operations(content))
        .containsExactly(
            "{'op':'replace','id':5483409763,'value':{'content':{'value':'a'}}}",
            "{'op':'replace','id':5483409769,'value':{'content':{'value':'007'}}}");
  }

  @Test
  void aColumnOfAnotherTableWithAsManyRowsIsCopiedInTheirOrder() {
    codes.copyFrom(content.table("taxes").column("kind"));

    assertThat(codes.texts()).containsExactly("x", "y", "z");
  }

  @Test
  void aColumnWithOtherRowsIsNotCopied() {
    lines.row(0).remove();
    lines.append();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> lines.column("copy").copyFrom(codes))
        .withMessage(
            "The rows of 'lines' have changed since you got the column. Get it from the table"
                + " again.");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                initialize()
                    .table("t", row("x", "1"))
                    .edit()
                    .table("t")
                    .column("x")
                    .copyFrom(codes))
        .withMessage(
            "Expected columns with the same number of rows, but found 1 and 3 rows. If you append or"
                + " remove rows, get the columns again.");
  }

  @Test
  void itsCellsTakeMessages() {
    codes.rowsWhere(Field::isEmpty).forEach(line -> line.field("code").error("Missing."));

    assertThat(messages(content))
        .containsExactly("{'type':'error','content':'Missing.','id':5483409765}");
  }

  @Test
  void itPrintsItsIdAndSizeAndNoValue() {
    assertThat(codes).hasToString("Column[code, 3 cells]");
  }
}
