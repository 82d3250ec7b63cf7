package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.BUTTON;
import static io.github.rossumext.ContentRequest.at;
import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.ContentRequest.row;
import static io.github.rossumext.Problem.saying;
import static io.github.rossumext.SchemaText.formula;
import static io.github.rossumext.SchemaText.table;
import static io.github.rossumext.SchemaText.text;
import static io.github.rossumext.Wire.operations;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.ContentRequest;
import io.github.rossumext.payload.HookAction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RowTest {
  // The table has the id …760, its rows …761 and …766, each followed by its cells.
  private static ContentRequest lines(HookAction action) {
    return at(action)
        .table(
            "lines",
            row("code", "a", "price", "1.50", "due", "2026-01-31", "look_up", BUTTON),
            row("code", "b", "price", "", "due", "", "look_up", BUTTON));
  }

  private final ContentEditor content = lines(HookAction.INITIALIZE).edit();
  private final Table table = content.table("lines");
  private final Row first = table.row(0);

  @Nested
  class Cells {
    @Test
    void cellsAreReadByTheirType() {
      assertThat(first.field("code").text()).isEqualTo("a");
      assertThat(first.number("price").value()).isEqualTo("1.50");
      assertThat(first.date("due").value()).isEqualTo("2026-01-31");
    }

    @Test
    void cellsAreWrittenOneAfterTheOther() {
      table
          .row(1)
          .set("code", "c")
          .set("price", new BigDecimal("2.50"))
          .set("due", LocalDate.of(2026, 2, 28))
          .set("price", 3);

      assertThat(operations(content))
          .containsExactly(
              "{'op':'replace','id':5483409767,'value':{'content':{'value':'c'}}}",
              "{'op':'replace','id':5483409768,'value':{'content':{'value':'3'}}}",
              "{'op':'replace','id':5483409769,'value':{'content':{'value':'2026-02-28'}}}");
    }

    @Test
    void aWriteIsReadByEveryRowObjectOfTheRow() {
      first.set("code", "x");

      assertThat(table.row(0).field("code").text()).isEqualTo("x");
      assertThat(first.received().cells().get(0).text()).isEqualTo("a");
    }

    @Test
    void theCellsComeInTheOrderOfTheRow() {
      assertThat(first.fields())
          .extracting(Field::schemaId)
          .containsExactly("code", "price", "due", "look_up");
    }

    @Test
    void aColumnThatTheRowMayNotHaveIsFoundOrNot() {
      assertThat(first.find("code").map(Field::text)).contains("a");
      assertThat(first.find("note")).isEmpty();
      assertThat(table.append().find("code")).isPresent();
      assertThat(table.append().find("note")).isEmpty();
    }

    @Test
    void aRowWithoutACellThatOthersHaveSaysSo() {
      Table ragged =
          initialize()
              .table("lines", row("code", "a", "price", "1"), row("code", "b"))
              .edit()
              .table("lines");

      assertThatThrownBy(() -> ragged.row(1).field("price"))
          .isInstanceOf(UnknownFieldException.class)
          .satisfies(saying("This row of 'lines' has no cell 'price', although other rows do."));
    }

    @Test
    void everyCellIsValidatedButButtons() {
      first.validatedBy(CONNECTOR);

      assertThat(operations(content))
          .containsExactly(
              "{'op':'replace','id':5483409762,'value':{'validation_sources':['connector']}}",
              "{'op':'replace','id':5483409763,'value':{'validation_sources':['connector']}}",
              "{'op':'replace','id':5483409764,'value':{'validation_sources':['connector']}}");
    }
  }

  @Nested
  class Identity {
    @Test
    void twoObjectsOfOneRowAreEqual() {
      Row added = table.append();

      assertThat(table.row(0)).isEqualTo(first).hasSameHashCodeAs(first);
      assertThat(table.row(2)).isEqualTo(added).hasSameHashCodeAs(added);
      assertThat(first.field("code").row()).contains(first);
      assertThat(added.field("code").row()).contains(added);
    }

    @Test
    void differentRowsAreNot() {
      Set<Row> rows = new HashSet<>(table.rows());
      rows.add(table.append());
      rows.add(table.append());
      rows.addAll(table.rows());

      assertThat(rows).hasSize(4);
    }

    @Test
    void aFieldOutsideOfTablesAndAValueOfAListHaveNoRow() {
      ContentEditor other = initialize().field("note", "").list("orders", "order", "1").edit();

      assertThat(other.field("note").row()).isEmpty();
      assertThat(other.list("orders").fields().get(0).row()).isEmpty();
      other.list("orders").append("2");
      assertThat(other.list("orders").fields().get(1).row()).isEmpty();
    }
  }

  @Nested
  class UserActions {
    private final ContentRequest request = lines(HookAction.USER_UPDATE);

    @Test
    void aClickBelongsToTheRowOfTheButton() {
      ContentEditor clicked = request.updated(request.id("look_up", 1)).edit();
      Table rows = clicked.table("lines");

      assertThat(clicked.clicked("look_up")).isTrue();
      assertThat(rows.row(0).clicked("look_up")).isFalse();
      assertThat(rows.row(1).clicked("look_up")).isTrue();
      assertThat(rows.row(1).field("look_up").isClicked()).isTrue();
    }

    @Test
    void aChangedCellIsNoClick() {
      Row row = request.updated("code").edit().table("lines").row(0);

      assertThat(row.clicked("code")).isFalse();
      assertThat(row.field("code").isClicked()).isFalse();
    }

    @Test
    void aChangeBelongsToItsCell() {
      Table rows = request.updated(request.id("price", 1)).edit().table("lines");

      assertThat(rows.row(1).changed("price")).isTrue();
      assertThat(rows.row(1).changed("code", "price")).isTrue();
      assertThat(rows.row(1).changed("code")).isFalse();
      assertThat(rows.row(1).changed()).isTrue();
      assertThat(rows.row(0).changed("price")).isFalse();
      assertThat(rows.row(0).changed()).isFalse();
    }

    @Test
    void aRowThatAnEarlierExtensionAddedIsChangedAsAWhole() {
      Table rows = request.updated(request.id("lines_row", 1)).edit().table("lines");

      assertThat(rows.row(1).changed()).isTrue();
      assertThat(rows.row(1).changed("code")).isFalse();
    }

    @Test
    void whatARuleDoesIsNoChangeOfTheUser() {
      assertThat(first.set("code", "x").changed()).isFalse();
      assertThat(table.append().set("code", "x").changed("code")).isFalse();
    }

    @Test
    void aColumnThatDoesNotExistIsAnErrorInNewRowsToo() {
      assertThatThrownBy(() -> first.changed("kode")).isInstanceOf(UnknownFieldException.class);
      assertThatThrownBy(() -> first.clicked("kode")).isInstanceOf(UnknownFieldException.class);
      assertThatThrownBy(() -> table.append().changed("kode"))
          .isInstanceOf(UnknownFieldException.class);
      assertThatThrownBy(() -> table.append().clicked("kode"))
          .isInstanceOf(UnknownFieldException.class);
    }
  }

  @Nested
  class Blank {
    private Table of(String... schema) {
      ContentRequest request =
          initialize()
              .table(
                  "lines",
                  row("code", " ", "net", "", "look_up", BUTTON),
                  row("code", "", "net", "0"),
                  row("code", "0", "net", ""));
      return (schema.length == 0 ? request : request.schema(schema)).edit().table("lines");
    }

    @Test
    void whiteSpaceAndButtonsAreBlank() {
      assertThat(of().rows()).extracting(Row::isBlank).containsExactly(true, false, false);
    }

    @Test
    void cellsOfFormulasDoNotCountWhereTheSchemaTellsThem() {
      assertThat(of(table("lines", text("code"), formula("net", "number"))).rows())
          .extracting(Row::isBlank)
          .containsExactly(true, true, false);
    }

    @Test
    void editsCount() {
      assertThat(of().row(0).set("code", "x").isBlank()).isFalse();
      assertThat(of().row(2).set("code", "").isBlank()).isTrue();
    }

    @Test
    void aNewRowIsBlankUntilItIsFilled() {
      assertThat(table.append().isBlank()).isTrue();
      assertThat(table.append().set("code", "").isBlank()).isTrue();
      assertThat(table.append().set("code", "x").isBlank()).isFalse();
    }
  }

  @Nested
  class New {
    private final Row added = table.append().set("code", "n");

    @Test
    void itSaysSoItselfAndInItsCells() {
      assertThat(added.isNew()).isTrue();
      assertThat(added.field("code").isNew()).isTrue();
      assertThat(first.isNew()).isFalse();
      assertThat(first.field("code").isNew()).isFalse();
    }

    @Test
    void itHasNoIdAndNothingThatRossumSent() {
      List<String> failures =
          List.of(
              failure(added::id),
              failure(added::received),
              failure(() -> added.field("code").id()),
              failure(() -> added.field("code").received()));

      assertThat(failures).allMatch(text -> text.contains("is new, so it has no id"));
    }

    private static String failure(Runnable step) {
      try {
        step.run();
      } catch (IllegalStateException e) {
        return String.valueOf(e.getMessage());
      }
      throw new AssertionError("It did not fail.");
    }

    @Test
    void itsCellsHaveNothingThatAnExtractionGives() {
      Field cell = added.field("code");

      assertThat(cell.confidence()).isEmpty();
      assertThat(cell.page()).isEmpty();
      assertThat(cell.position()).isEmpty();
      assertThat(cell.options()).isEmpty();
      assertThat(cell.validationSources()).isEmpty();
      assertThat(cell.isHidden()).isFalse();
      assertThat(cell.displayedText()).isEqualTo("n");
      assertThat(cell).hasToString("Field[code, new]");
    }
  }
}
