package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.BUTTON;
import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.ContentRequest.row;
import static io.github.rossumext.SchemaText.button;
import static io.github.rossumext.SchemaText.formula;
import static io.github.rossumext.SchemaText.table;
import static io.github.rossumext.SchemaText.text;
import static io.github.rossumext.Wire.operations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.ContentRequest;
import io.github.rossumext.LossyWriteException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rows that are appended to a table as a map or as a copy of another one. */
class AppendWholeRowsTest {
  private static final String ADD = "{'op':'add','id':5483409760,'value':[";

  private static ContentRequest one() {
    return initialize().table("lines", row("code", "a", "price", "1.50"));
  }

  private final ContentEditor content = one().edit();
  private final Table lines = content.table("lines");

  @Nested
  class FromAMap {
    @Test
    void everyTypeThatACellCanHoldIsWritten() {
      Map<String, Object> cells = new LinkedHashMap<>();
      cells.put("text", "x");
      cells.put("decimal", new BigDecimal("1.50"));
      cells.put("int", 7);
      cells.put("long", 7L);
      cells.put("big", new BigInteger("12345678901234567890"));
      cells.put("date", LocalDate.of(2026, 1, 31));
      cells.put("flag", true);
      cells.put("present", Optional.of(new BigDecimal("2")));
      cells.put("absent", Optional.empty());
      ContentEditor empty = initialize().table("lines").edit();

      empty.table("lines").append(cells);

      assertThat(operations(empty))
          .containsExactly(
              ADD
                  + "{'schema_id':'text','content':{'value':'x'}},"
                  + "{'schema_id':'decimal','content':{'value':'1.50'}},"
                  + "{'schema_id':'int','content':{'value':'7'}},"
                  + "{'schema_id':'long','content':{'value':'7'}},"
                  + "{'schema_id':'big','content':{'value':'12345678901234567890'}},"
                  + "{'schema_id':'date','content':{'value':'2026-01-31'}},"
                  + "{'schema_id':'flag','content':{'value':'True'}},"
                  + "{'schema_id':'present','content':{'value':'2'}},"
                  + "{'schema_id':'absent','content':{'value':''}}]}");
    }

    @Test
    void aDoubleIsRefusedWithWhatToWriteAndNothingIsAppended() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> lines.append(Map.of("price", 0.1 + 0.2)))
          .withMessage(
              "Expected a String, BigDecimal, whole number, LocalDate or boolean, or an Optional of"
                  + " one, for 'price', but found java.lang.Double.");
      assertThat(operations(content)).isEmpty();
    }

    @Test
    void nullIsRefusedWithWhatToWriteAndNothingIsAppended() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> lines.append(Collections.singletonMap("price", missing())))
          .withMessage(
              "Expected a String, BigDecimal, whole number, LocalDate or boolean, or an Optional of"
                  + " one, for 'price', but found null. Write \"\" to clear it.");
      assertThat(operations(content)).isEmpty();
    }

    @SuppressWarnings("NullAway") // what an unchecked caller does
    private static String missing() {
      return null;
    }

    @Test
    void whatIsLostOfARowLeavesNoRowBehindWhereLossesAreRefused() {
      assertThatThrownBy(() -> lines.append(Map.of("code", "x".repeat(1501))))
          .isInstanceOf(LossyWriteException.class);

      assertThat(lines.size()).isOne();
    }
  }

  @Nested
  class FromAnotherRow {
    @Test
    void theTextsAreCopiedUnchanged() {
      ContentEditor editor =
          initialize()
              .table(
                  "lines",
                  row(
                      "code",
                      "007",
                      "price",
                      "{'content':{'value':'1,000.50','normalized_value':'1000.50'}}"))
              .edit();
      Table table = editor.table("lines");

      table.appendCopyOf(table.row(0)).set("code", "008");

      assertThat(operations(editor))
          .containsExactly(
              ADD
                  + "{'schema_id':'code','content':{'value':'008'}},"
                  + "{'schema_id':'price','content':{'value':'1000.50'}}]}");
    }

    @Test
    void theEditsAreCopiedToo() {
      lines.row(0).set("code", "edited");
      Row copy = lines.appendCopyOf(lines.row(0));
      Row copyOfCopy = lines.appendCopyOf(copy.set("price", 9));

      assertThat(copyOfCopy.field("code").text()).isEqualTo("edited");
      assertThat(copyOfCopy.number("price").value()).isEqualTo("9");
    }

    @Test
    void formulasAndButtonsStayOut() {
      ContentEditor editor =
          initialize()
              .table("lines", row("code", "a", "net", "3", "look_up", BUTTON))
              .schema(table("lines", text("code"), formula("net", "number"), button("look_up")))
              .edit();
      Table table = editor.table("lines");

      table.appendCopyOf(table.row(0));

      assertThat(operations(editor))
          .containsExactly(ADD + "{'schema_id':'code','content':{'value':'a'}}]}");
    }

    @Test
    void buttonsStayOutWithoutASchemaToo() {
      ContentEditor editor =
          initialize().table("lines", row("code", "a", "look_up", BUTTON)).edit();
      Table table = editor.table("lines");

      table.appendCopyOf(table.row(0));
      table.append().set("code", "b");

      assertThat(operations(editor))
          .containsExactly(
              ADD + "{'schema_id':'code','content':{'value':'a'}}]}",
              ADD + "{'schema_id':'code','content':{'value':'b'}}]}");
    }

    @Test
    void aRowOfATableWithOtherColumnsIsRefusedAndNothingIsAppended() {
      ContentEditor editor =
          initialize()
              .table("lines", row("code", "a"))
              .table("taxes", row("code", "b", "rate", "21"))
              .edit();
      Row tax = editor.table("taxes").row(0);

      assertThatThrownBy(() -> editor.table("lines").appendCopyOf(tax))
          .isInstanceOf(UnknownFieldException.class)
          .hasMessageStartingWith("The table 'lines' has no column 'rate'.");
      assertThat(operations(editor)).isEmpty();
    }
  }
}
