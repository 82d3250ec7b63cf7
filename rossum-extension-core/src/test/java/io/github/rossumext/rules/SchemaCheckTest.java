package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.ContentRequest.row;
import static io.github.rossumext.LossyWrites.DROP_AND_LOG;
import static io.github.rossumext.LossyWrites.REFUSE;
import static io.github.rossumext.Problem.saying;
import static io.github.rossumext.SchemaText.button;
import static io.github.rossumext.SchemaText.choice;
import static io.github.rossumext.SchemaText.date;
import static io.github.rossumext.SchemaText.formula;
import static io.github.rossumext.SchemaText.list;
import static io.github.rossumext.SchemaText.number;
import static io.github.rossumext.SchemaText.table;
import static io.github.rossumext.SchemaText.text;
import static io.github.rossumext.SchemaText.with;
import static io.github.rossumext.Wire.operations;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.CapturedLog;
import io.github.rossumext.ContentRequest;
import io.github.rossumext.LossyWriteException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the editor knows and checks where the schema is sideloaded. */
class SchemaCheckTest {
  private static void assertLost(ThrowingCallable write, String message) {
    assertThatThrownBy(write).isInstanceOf(LossyWriteException.class).satisfies(saying(message));
  }

  @Nested
  class Types {
    private final ContentRequest request =
        initialize()
            .field("note", "")
            .field("total", "42.0")
            .field("due", "31/1/2026", "2026-01-31")
            .field("vendor", "")
            .button("look_up")
            .table("lines", row("price", "1", "day", "2026-01-31"))
            .schema(
                text("note"),
                number("total"),
                date("due"),
                choice("vendor", "1"),
                button("look_up"),
                table("lines", number("price"), date("day")));
    private final ContentEditor content = request.edit(REFUSE);

    @Test
    void aFieldIsReadAsANumberOrDateUnlessItIsSomethingElse() {
      assertThat(content.number("total").isSet()).isTrue();
      assertThat(content.date("due").isSet()).isTrue();
      assertThat(content.number("note").isSet()).isFalse();
      assertThat(content.date("vendor").isSet()).isFalse();
    }

    @Test
    void aFieldIsNotReadAsWhatItIsNot() {
      assertThatThrownBy(() -> content.number("due"))
          .isInstanceOf(UnknownFieldException.class)
          .satisfies(saying("'due' is a date in the schema, but was opened as a number."));
      assertThatThrownBy(() -> content.date("total"))
          .satisfies(saying("'total' is a number in the schema, but was opened as a date."));
      assertThatThrownBy(() -> content.number("look_up"))
          .satisfies(saying("'look_up' is a button in the schema, but was opened as a number."));
    }

    @Test
    void norIsACellOrAColumnEvenWithoutRows() {
      Table lines = content.table("lines");
      String message = "'day' is a date in the schema, but was opened as a number.";

      assertThatThrownBy(() -> lines.row(0).number("day")).satisfies(saying(message));
      assertThatThrownBy(() -> lines.append().number("day")).satisfies(saying(message));
      lines.clear();
      assertThatThrownBy(() -> lines.numbers("day"))
          .isInstanceOf(UnknownFieldException.class)
          .satisfies(saying(message));
    }

    @Test
    void aFieldOfAnyTypeComparesByTheTypeOfTheSchema() {
      content.field("total").set("42");
      content.field("due").set("2026-01-31");
      content.table("lines").row(0).set("price", "1.00");

      assertThat(operations(content)).isEmpty();
    }

    @Test
    void aTextThatIsNoNumberOrDateIsLost() {
      assertLost(
          () -> content.field("total").set("1,132.87"),
          "The field 'total' is a number; it cannot hold this text.");
      assertLost(
          () -> content.field("due").set("31.1.2026"),
          "The field 'due' is a date; it cannot hold this text.");
      assertLost(
          () -> content.table("lines").append().set("price", "abc"),
          "The field 'price' is a number; it cannot hold this text.");
    }

    @Test
    void aNumberInADateAndADateInANumberAreLost() {
      assertLost(
          () -> content.field("due").set(42),
          "The field 'due' is a date; it cannot hold a number.");
      assertLost(
          () -> content.field("total").set(LocalDate.of(2026, 1, 31)),
          "The field 'total' is a number; it cannot hold a date.");
    }

    @Test
    void anythingCanBeClearedAndWrittenIntoATextOrAnEnum() {
      content.field("total").set("");
      content.field("due").clear();
      content.field("note").set(LocalDate.of(2026, 1, 31));
      content.field("vendor").set(1);

      assertThat(operations(content)).hasSize(4);
    }

    @Test
    void whatIsLostIsDroppedWithItsMarkAndLoggedWithoutTheValue() {
      ContentEditor dropping = request.with("request_id", "'r-1'").edit(DROP_AND_LOG);

      try (CapturedLog log = CapturedLog.start()) {
        dropping.field("total").set("secret").validatedBy(CONNECTOR).hidden(true);

        assertThat(log.lines())
            .containsExactly(
                "WARN Rossum would lose part of the response request=r-1 loss=\"The field 'total'"
                    + " is a number; it cannot hold this text.\"");
      }
      assertThat(operations(dropping))
          .containsExactly("{'op':'replace','id':5483409761,'value':{'hidden':true}}");
    }
  }

  @Nested
  class Formulas {
    private final ContentRequest request =
        initialize()
            .field("net", "1")
            .field("free", "")
            .table("lines", row("code", "a", "sum", "3"))
            .schema(
                formula("net", "number"),
                with(formula("free", "string"), "'score_threshold':0.5"),
                table("lines", text("code"), formula("sum", "number")));
    private final ContentEditor content = request.edit(REFUSE);

    private static String message(String schemaId) {
      return "The field '"
          + schemaId
          + "' is computed by a formula, which would replace the value.";
    }

    @Test
    void aFormulaIsWrittenNowhere() {
      assertLost(() -> content.field("net").set(2), message("net"));
      assertLost(() -> content.field("net").clear(), message("net"));
      assertLost(() -> content.field("free").defaultTo("x"), message("free"));
      assertLost(() -> content.field("free").copyFrom(content.field("net")), message("free"));
      assertLost(() -> content.table("lines").row(0).set("sum", 4), message("sum"));
      assertLost(() -> content.table("lines").append().set("sum", 4), message("sum"));
      assertLost(
          () -> content.table("lines").numbers("sum").set(new BigDecimal("4")), message("sum"));
    }

    @Test
    void theValueThatItHasAlreadyIsNoLoss() {
      content.field("net").set(1);
      content.field("free").clear();

      assertThat(operations(content)).isEmpty();
    }

    @Test
    void itIsHiddenAndTakesMessages() {
      content.field("net").hidden(true).error("Odd.");

      assertThat(operations(content))
          .containsExactly("{'op':'replace','id':5483409760,'value':{'hidden':true}}");
    }

    @Test
    void inANewRowItStaysOutEvenIfItWasWritten() {
      ContentEditor dropping = request.edit(DROP_AND_LOG);

      dropping.table("lines").append().set("sum", 4).set("code", "b");

      assertThat(operations(dropping))
          .containsExactly(
              "{'op':'add','id':5483409762,'value':["
                  + "{'schema_id':'code','content':{'value':'b'}}]}");
    }
  }

  @Nested
  class Attributes {
    private final ContentRequest request =
        initialize()
            .field("shown", "")
            .field("hidden", "")
            .datapoint("overridden", "{'content':{'value':''},'hidden':false}")
            .schema(
                text("shown"),
                with(text("hidden"), "'hidden':true,'default_value':'x'"),
                with(text("overridden"), "'hidden':true"));
    private final ContentEditor content = request.edit();

    @Test
    void whetherAFieldIsHiddenIsTakenFromTheSchemaUnlessTheDocumentOverridesIt() {
      assertThat(content.field("shown").isHidden()).isFalse();
      assertThat(content.field("hidden").isHidden()).isTrue();
      assertThat(content.field("overridden").isHidden()).isFalse();
    }

    @Test
    void hidingAndShowingAreSentWhereTheyChangeSomething() {
      for (String id : List.of("shown", "hidden", "overridden")) {
        content.field(id).hidden(true);
      }
      assertThat(operations(content))
          .containsExactly(
              "{'op':'replace','id':5483409760,'value':{'hidden':true}}",
              "{'op':'replace','id':5483409762,'value':{'hidden':true}}");

      for (String id : List.of("shown", "hidden", "overridden")) {
        content.field(id).hidden(false);
      }
      assertThat(operations(content))
          .containsExactly("{'op':'replace','id':5483409761,'value':{'hidden':false}}");
    }

    @Test
    void theDefaultOfTheSchemaIsReadAndNotWrittenByItself() {
      Field field = content.field("hidden");

      assertThat(field.definition().orElseThrow().defaultValue()).contains("x");
      assertThat(field.isEmpty()).isTrue();
      assertThat(operations(content)).isEmpty();
    }

    @Test
    void withoutASchemaThereAreNoDefinitions() {
      ContentEditor without =
          initialize().field("shown", "").table("lines", row("code", "a")).edit();

      assertThat(content.schema()).isPresent();
      assertThat(without.schema()).isEmpty();
      assertThat(without.field("shown").definition()).isEmpty();
      assertThat(without.table("lines").definition()).isEmpty();
      assertThat(without.table("lines").maxOccurrences()).isEmpty();
    }

    @Test
    void aCellOfANewRowHasItsDefinition() {
      ContentEditor editor =
          initialize()
              .table("lines")
              .schema(table("lines", with(choice("gl", "1", "2"), "'hidden':true")))
              .edit();
      Field gl = editor.table("lines").append().field("gl");

      assertThat(gl.definition().orElseThrow().label()).isEqualTo("The gl");
      assertThat(gl.options()).hasSize(2);
      assertThat(gl.isHidden()).isTrue();
      assertThat(editor.table("lines").definition().orElseThrow().isTable()).isTrue();
    }
  }

  @Nested
  class NotPresent {
    private final ContentEditor content =
        initialize()
            .field("note", "")
            .table("lines")
            .list("orders", "order")
            .schema(
                text("note"),
                text("vendor"),
                table("lines", text("code")),
                list("orders", text("order")),
                table("taxes", number("rate")),
                list("contacts", text("contact")))
            .edit();

    private static void assertNotPresent(ThrowingCallable lookup, String schemaId) {
      assertThatThrownBy(lookup)
          .isInstanceOf(UnknownFieldException.class)
          .satisfies(
              saying(
                  "The schema has '"
                      + schemaId
                      + "', but it is not present in this document. Use has(…) or find(…) for a"
                      + " field that a queue may not have."));
    }

    @Test
    void aFieldATableAndAListOfTheSchemaAreNotPresent() {
      assertNotPresent(() -> content.field("vendor"), "vendor");
      assertNotPresent(() -> content.table("taxes"), "taxes");
      assertNotPresent(() -> content.list("contacts"), "contacts");
      assertThat(content.has("vendor")).isFalse();
      assertThat(content.find("vendor")).isEmpty();
    }

    @Test
    void aColumnAndAValueOfTheSchemaAreNamedAsSuchAlsoWithoutRows() {
      assertThatThrownBy(() -> content.field("code"))
          .isInstanceOf(UnknownFieldException.class)
          .satisfies(
              saying(
                  "'code' is a column of 'lines', not a field. Read it through table(\"lines\")."));
      assertThatThrownBy(() -> content.number("order"))
          .satisfies(
              saying(
                  "'order' is a value of 'orders', not a field. Read it through"
                      + " list(\"orders\")."));
    }

    @Test
    void anEmptyTableIsNoListAndAnEmptyListIsNoTable() {
      assertThatThrownBy(() -> content.list("lines"))
          .satisfies(saying("'lines' is a table, not a list. Read it through table(\"lines\")."));
      assertThatThrownBy(() -> content.table("orders"))
          .satisfies(saying("'orders' is a list, not a table. Read it through list(\"orders\")."));
    }
  }
}
