package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.ContentRequest.row;
import static io.github.rossumext.Problem.saying;
import static io.github.rossumext.SchemaText.number;
import static io.github.rossumext.SchemaText.table;
import static io.github.rossumext.SchemaText.text;
import static io.github.rossumext.Wire.operations;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static io.github.rossumext.value.ValidationSource.DATA_MATCHING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.ContentRequest;
import io.github.rossumext.LossyWriteException;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.Position;
import java.math.BigDecimal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rows that are appended to a table and filled cell by cell. */
class AppendTest {
  private static final String ADD = "{'op':'add','id':5483409760,'value':[";

  private static ContentRequest one() {
    return initialize().table("lines", row("code", "a", "price", "1.50"));
  }

  private final ContentEditor content = one().edit();
  private final Table lines = content.table("lines");

  @Nested
  class Cells {
    @Test
    void aRowThatIsNotFilledIsSentEmpty() {
      lines.append();

      assertThat(operations(content))
          .containsExactly(
              ADD
                  + "{'schema_id':'code','content':{'value':''}},"
                  + "{'schema_id':'price','content':{'value':''}}]}");
    }

    @Test
    void cellsComeInTheOrderOfTheColumnsAndTheLastWriteWins() {
      lines.append().set("price", 1).set("code", "b").set("price", new BigDecimal("2.50"));

      assertThat(operations(content))
          .containsExactly(
              ADD
                  + "{'schema_id':'code','content':{'value':'b'}},"
                  + "{'schema_id':'price','content':{'value':'2.50'}}]}");
    }

    @Test
    void aMarkOfTheRowReplacesTheMarksOfItsCells() {
      Row line = lines.append().set("price", 1);
      line.field("price").validatedBy(DATA_MATCHING);
      line.validatedBy(CONNECTOR);

      assertThat(operations(content))
          .containsExactly(
              ADD
                  + "{'schema_id':'code','content':{'value':''}},"
                  + "{'schema_id':'price','content':{'value':'1'}}],"
                  + "'validation_sources':['connector']}");
    }

    @Test
    void aRowThatIsMarkedIsSentWithAllOfItsColumns() {
      lines.append().set("price", 1).validatedBy(CONNECTOR);

      assertThat(operations(content))
          .containsExactly(
              ADD
                  + "{'schema_id':'code','content':{'value':''}},"
                  + "{'schema_id':'price','content':{'value':'1'}}],"
                  + "'validation_sources':['connector']}");
    }

    @Test
    void aCellThatIsSetEmptyIsSentEmpty() {
      lines.append().set("price", 1).set("code", "");

      assertThat(operations(content).get(0))
          .contains("{'schema_id':'code','content':{'value':''}}");
    }

    @Test
    void aRowIsReadBackAsItWasWritten() {
      Row line = lines.append().set("code", "b").set("price", 7);

      assertThat(lines.row(1)).isEqualTo(line);
      assertThat(lines.row(1).field("code").text()).isEqualTo("b");
      assertThat(lines.row(1).number("price").value()).isEqualTo("7");
      assertThat(lines.row(1).fields())
          .extracting(Field::schemaId)
          .containsExactly("code", "price");
      assertThat(lines.column("code").texts()).containsExactly("a", "b");
      assertThat(lines.numbers("price").sum()).isEqualTo("8.50");
    }

    @Test
    void rowsAreSentInTheOrderInWhichTheyWereAppended() {
      Row first = lines.append();
      lines.append().set("code", "2");
      first.set("code", "1");

      assertThat(lines.column("code").texts()).containsExactly("a", "1", "2");
      assertThat(operations(content)).hasSize(2);
      assertThat(operations(content).get(0)).contains("{'value':'1'}");
    }

    @Test
    void aCellTakesEveryAttribute() {
      lines
          .append()
          .field("code")
          .position(1, new Position(1, 2, 3, 4))
          .options(Option.of("b", "Bee"))
          .choose(Option.of("b", "Bee"))
          .hidden(true)
          .validatedBy(CONNECTOR);

      assertThat(operations(content))
          .containsExactly(
              ADD
                  + "{'schema_id':'code','content':{'value':'b','page':1,'position':[1,2,3,4]},"
                  + "'hidden':true,'options':[{'value':'b','label':'Bee'}],"
                  + "'validation_sources':['connector']}]}");
    }

    @Test
    void aRowIsValidatedAsAWholeAndACellByItself() {
      Row line = lines.append().set("code", "b").validatedBy(CONNECTOR);
      line.field("price").set(2).validatedBy(DATA_MATCHING);

      assertThat(operations(content))
          .containsExactly(
              ADD
                  + "{'schema_id':'code','content':{'value':'b'}},"
                  + "{'schema_id':'price','content':{'value':'2'},"
                  + "'validation_sources':['data_matching']}],"
                  + "'validation_sources':['connector']}");
    }

    @Test
    void theDefaultOfACellIsWrittenIntoANewRow() {
      Row line = lines.append();
      line.field("code").defaultTo("b");
      line.number("price").defaultTo(BigDecimal.ONE);

      assertThat(line.field("code").text()).isEqualTo("b");
      assertThat(line.number("price").value()).isOne();
    }
  }

  @Nested
  class ToAnEmptyTable {
    @Test
    void withoutSchemaItDoesNotKnowItsColumnsAndTakesAny() {
      ContentEditor editor = initialize().table("lines").edit();
      Table table = editor.table("lines");

      table.append().set("price", 1).set("code", "b");

      assertThat(table.columnIds()).isEmpty();
      assertThat(operations(editor))
          .containsExactly(
              ADD
                  + "{'schema_id':'price','content':{'value':'1'}},"
                  + "{'schema_id':'code','content':{'value':'b'}}]}");
    }

    @Test
    void withoutSchemaARowWithoutCellsIsLost() {
      ContentEditor editor = initialize().table("lines").edit();
      editor.table("lines").append();

      assertThatThrownBy(editor::response)
          .isInstanceOf(LossyWriteException.class)
          .satisfies(saying("A new row of 'lines' has no cells."));
    }

    @Test
    void withASchemaItKnowsItsColumnsAndTakesNoOther() {
      ContentEditor editor =
          initialize().table("lines").schema(table("lines", text("code"), number("price"))).edit();
      Table table = editor.table("lines");

      table.append().set("price", 1);

      assertThat(table.columnIds()).containsExactly("code", "price");
      assertThat(table.numbers("price").sum()).isOne();
      assertThatThrownBy(() -> table.append().set("prise", 1))
          .isInstanceOf(UnknownFieldException.class)
          .satisfies(saying("The table 'lines' has no column 'prise'. Did you mean price, code?"));
      assertThat(operations(editor).get(0))
          .isEqualTo(ADD + "{'schema_id':'price','content':{'value':'1'}}]}");
    }
  }
}
