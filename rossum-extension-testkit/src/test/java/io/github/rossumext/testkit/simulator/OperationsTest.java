package io.github.rossumext.testkit.simulator;

import static io.github.rossumext.testkit.simulator.Order.after;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.value.Option;
import io.github.rossumext.value.ValidationSource;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationsTest {
  @Nested
  class AReplace {
    @Test
    void writesANumberAsTheSchemaShowsIt() {
      RossumSimulator rossum =
          after("{'op':'replace','id':102,'value':{'content':{'value':'52200.0'}}}");

      assertThat(rossum.field("amount").displayedText()).isEqualTo("52,200.0");
      assertThat(rossum.field("amount").normalizedValue()).contains("52200.0");
      assertThat(rossum.problems()).isEmpty();
    }

    @Test
    void writesADateAsTheSchemaShowsIt() {
      RossumSimulator rossum =
          after("{'op':'replace','id':104,'value':{'content':{'value':'2025-12-01'}}}");

      assertThat(rossum.field("due").displayedText()).isEqualTo("1.12.2025");
      assertThat(rossum.field("due").normalizedValue()).contains("2025-12-01");
    }

    @Test
    void clearsWithAnEmptyText() {
      RossumSimulator rossum = after("{'op':'replace','id':104,'value':{'content':{'value':''}}}");

      assertThat(rossum.field("due").isEmpty()).isTrue();
      assertThat(rossum.field("due").normalizedValue()).isEmpty();
      assertThat(rossum.field("due").validationSources())
          .containsExactly(ValidationSource.NON_REQUIRED);
    }

    @Test
    void leavesTheFieldUnvalidatedUnlessItSaysOtherwise() {
      RossumSimulator rossum =
          after(
              "{'op':'replace','id':101,'value':{'content':{'value':'B1'}}},"
                  + "{'op':'replace','id':102,'value':{'content':{'value':'7'},"
                  + "'validation_sources':['connector']}}");

      assertThat(rossum.field("order_id").validationSources()).isEmpty();
      assertThat(rossum.field("amount").validationSources())
          .containsExactly(ValidationSource.CONNECTOR);
    }

    @Test
    void writesValueAndOptionsInOne() {
      RossumSimulator rossum =
          after(
              "{'op':'replace','id':105,'value':{'content':{'value':'Z'},"
                  + "'options':[{'value':'z','label':'Zed'}]}}");

      assertThat(rossum.field("kind").displayedText()).isEqualTo("Z");
      assertThat(rossum.field("kind").options()).containsExactly(Option.of("z", "Zed"));
      assertThat(rossum.problems()).isEmpty();
      assertThat(rossum.messages()).isEmpty();
    }

    @Test
    void hidesAndKeepsTheValue() {
      RossumSimulator rossum = after("{'op':'replace','id':101,'value':{'hidden':true}}");

      assertThat(rossum.field("order_id").isHidden()).isTrue();
      assertThat(rossum.field("order_id").displayedText()).isEqualTo("A12");
    }

    @Test
    void thatIsDisplayFormatIsStoredAndReadsAsEmpty() {
      RossumSimulator rossum =
          after("{'op':'replace','id':104,'value':{'content':{'value':'1.12.2025'}}}");

      assertThat(rossum.field("due").displayedText()).isEqualTo("1.12.2025");
      assertThat(rossum.field("due").normalizedValue()).isEmpty();
      assertThat(rossum.problems()).hasSize(1);
      assertThat(rossum.messages())
          .extracting(ShownMessage::text)
          .containsExactly("This is not a date.");
    }

    @Test
    void appliesInOrder() {
      RossumSimulator rossum =
          after(
              "{'op':'replace','id':101,'value':{'content':{'value':'B1'}}},"
                  + "{'op':'replace','id':101,'value':{'content':{'value':'B2'}}}");

      assertThat(rossum.field("order_id").displayedText()).isEqualTo("B2");
      assertThat(rossum.exchanges().get(0).changes())
          .contains(new FieldChange(101, "order_id", "value", "A12", "B2"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null | not an object",
        "{'op':'move','id':101} | not replace, add or remove",
        "{'op':'replace','id':'101','value':{'hidden':true}} | not a whole number",
        "{'op':'replace','id':999,'value':{'hidden':true}} | no node 999",
        "{'op':'replace','id':110,'value':{'hidden':true}} | only fields can",
        "{'op':'replace','id':101,'value':{}} | is written into",
        "{'op':'replace','id':101} | not a JSON object",
        "{'op':'replace','id':101,'value':{'content':{'value':null}}} | is null",
        "{'op':'replace','id':101,'value':{'content':{'value':5}}} | is a number",
        "{'op':'replace','id':102,'value':{'content':{'value':'1','normalized_value':'1'}}} | both",
        "{'op':'replace','id':101,'value':{'content':{'normalized_value':'1'}}} | neither number",
        "{'op':'replace','id':101,'value':{'content':{'rir_text':'x'}}} | 'rir_text'",
        "{'op':'replace','id':101,'value':{'label':'x'}} | 'label'",
        "{'op':'replace','id':101,'value':{'no_recalculation':true}} | can only be read",
        "{'op':'replace','id':101,'value':{'hidden':true},'path':'x'} | 'path'",
        "{'op':'replace','id':101,'value':{'hidden':'yes'}} | is not true or false",
        "{'op':'replace','id':101,'value':{'options':[]}} | not an enum",
        "{'op':'replace','id':105,'value':{'content':{'value':'c'}}} | no option 'c'",
        "{'op':'replace','id':105,'value':{'options':[{'value':1,'label':'x'}]}} | texts",
        "{'op':'replace','id':106,'value':{'content':{'value':'1'}}} | formula",
        "{'op':'replace','id':109,'value':{'content':{'value':'1'}}} | no content",
        "{'op':'replace','id':103,'value':{'content':{'value':'1.5'}}} | no decimals",
        "{'op':'replace','id':101,'value':{'content':{'page':0}}} | not a page",
        "{'op':'replace','id':101,'value':{'content':{'position':[1,2,3]}}} | four numbers",
        "{'op':'replace','id':101,'value':{'content':{'position':[1,2,3,1e400]}}} | four numbers",
        "{'op':'replace','id':101,'value':{'content':{'position':[1,2,3,'4']}}} | four numbers",
        "{'op':'add','id':101,'value':[{'schema_id':'x'}]} | only a multivalue",
        "{'op':'add','id':110,'value':[]} | list of cells",
        "{'op':'add','id':110,'value':{'content':{'value':'x'}}} | list of cells",
        "{'op':'add','id':110,'value':[{'schema_id':'nope','content':{'value':'1'}}]} | 'nope'",
        "{'op':'add','id':110,'value':[{'schema_id':'item_total','content':{'value':'1'}}]}|formula",
        "{'op':'add','id':120,'value':[{'schema_id':'note'}]} | takes no rows",
        "{'op':'add','id':120,'value':{'schema_id':'note'}} | 'schema_id'",
        "{'op':'remove','id':101} | cannot be removed",
        "{'op':'remove','id':112} | cannot be removed",
        "{'op':'remove','id':111,'value':1} | 'value'",
      })
  void thatIsWrongIsReportedAndNotApplied(String operation, String reason) {
    RossumSimulator rossum = Order.simulator(Order.operations(operation));
    rossum.initialize();
    RossumSimulator untouched = Order.simulator("{}");
    untouched.initialize();

    assertThat(rossum.problems()).hasSize(1);
    assertThat(rossum.problems().get(0).text()).contains(reason);
    assertThat(rossum.problems().get(0).operation()).hasValue(0);
    assertThat(rossum.exchanges().get(0).operations()).isEmpty();
    assertThat(rossum.exchanges().get(0).changes()).isEmpty();
    assertThat(states(rossum)).isEqualTo(states(untouched));
  }

  private static List<String> states(RossumSimulator rossum) {
    return rossum.fields().stream()
        .map(
            field ->
                field.id()
                    + field.displayedText()
                    + field.isHidden()
                    + field.options()
                    + field.text())
        .toList();
  }

  @Test
  void aTooLongValueIsRefused() {
    RossumSimulator rossum =
        after("{'op':'replace','id':101,'value':{'content':{'value':'" + "x".repeat(1501) + "'}}}");

    assertThat(rossum.field("order_id").displayedText()).isEqualTo("A12");
    assertThat(rossum.problems().get(0).text()).contains("1500 characters, not 1501");
  }

  @Test
  void theLengthOfAValueCountsCodePoints() {
    RossumSimulator rossum =
        after(
            "{'op':'replace','id':101,'value':{'content':{'value':'" + "😀".repeat(1500) + "'}}}");

    assertThat(rossum.problems()).isEmpty();
  }

  @Nested
  class AnAdd {
    @Test
    void appendsARowWithNewIdsAndAllColumns() {
      RossumSimulator rossum =
          after(
              "{'op':'add','id':110,'validation_sources':['connector'],'value':"
                  + "[{'schema_id':'item_qty','content':{'value':'1000'}}]}");

      SimulatedRow row = rossum.row("lines", 1);
      assertThat(row.field("item_qty").displayedText()).isEqualTo("1,000");
      assertThat(row.field("item_qty").validationSources())
          .containsExactly(ValidationSource.CONNECTOR);
      assertThat(row.fields())
          .extracting(SimulatedField::schemaId)
          .containsExactly("item_text", "item_qty", "item_total", "item_go");
      assertThat(row.field("item_go").isButton()).isTrue();
      assertThat(rossum.fields()).extracting(SimulatedField::id).doesNotHaveDuplicates();
    }

    @Test
    void appendsAValueToASimpleMultivalue() {
      RossumSimulator rossum = after("{'op':'add','id':120,'value':{'content':{'value':'n2'}}}");

      assertThat(rossum.values("notes"))
          .extracting(SimulatedField::displayedText)
          .containsExactly("n1", "n2");
    }

    @Test
    void overTheMostOccurrencesIsReportedAndNotRefused() {
      String row =
          "{'op':'add','id':110,'value':[{'schema_id':'item_qty','content':{'value':'1'}}]}";
      RossumSimulator rossum = after(row + "," + row);

      assertThat(rossum.rows("lines")).hasSize(3);
      assertThat(rossum.problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.text()).contains("allows 2 rows"));
    }
  }

  @Test
  void aRemoveTakesARowAway() {
    RossumSimulator rossum = after("{'op':'remove','id':111}");

    assertThat(rossum.rows("lines")).isEmpty();
    assertThat(rossum.problems()).isEmpty();
  }

  @Test
  void withoutASchemaTypesAreWhatTheFirstContentLooksLike() {
    RossumSimulator rossum =
        RossumSimulator.of(
                SimulatedHook.of(
                    StubTransport.responding(
                        Order.operations(
                            "{'op':'replace','id':102,'value':{'content':{'value':'52200.0'}}}")),
                    Order.SECRET))
            .open(Order.requestWithoutSchema());
    rossum.initialize();

    assertThat(rossum.field("amount").displayedText()).isEqualTo("52200.0");
    assertThat(rossum.field("amount").normalizedValue()).contains("52200.0");
    assertThat(rossum.messages()).isEmpty();
  }

  @Test
  void textsNameTheRow() {
    RossumSimulator rossum =
        Order.simulator(
            Order.quoted(
                """
                {'messages':[{'type':'error','content':'No','id':113}],
                 'automation_blockers':[{'content':'Odd','id':112}],
                 'operations':[
                   {'op':'replace','id':113,'value':{'hidden':1}},
                   {'op':'replace','id':112,'value':{'content':{'value':'Ink'}}},
                   {'op':'replace','id':111,'value':{'hidden':true}},
                   {'op':'remove','id':111}]}\
                """));
    rossum.initialize();
    Exchange exchange = rossum.exchanges().get(0);

    assertThat(exchange.operations()).hasToString("[replace lines[0].item_text, remove lines[0]]");
    assertThat(exchange.changes())
        .extracting(FieldChange::toString)
        .contains("lines[0].item_text (removed): 'Paper' → ''");
    assertThat(exchange.problems())
        .extracting(Problem::text)
        .anyMatch(text -> text.contains("the field 'lines[0].item_qty'"))
        .anyMatch(text -> text.startsWith("The tuple 'lines[0]' cannot be replaced"));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 1"})
  void rowsBeyondWhatTheSchemaAllowsAreReported(int added, int problems) {
    String row = "{'op':'add','id':110,'value':[{'schema_id':'item_text'}]}";
    RossumSimulator rossum = after(row + ("," + row).repeat(added - 1));

    assertThat(rossum.rows("lines")).hasSize(1 + added);
    assertThat(rossum.problems())
        .extracting(Problem::text)
        .hasSize(problems)
        .allMatch(
            text ->
                text.equals(
                    "'lines' allows 2 rows or values and now has 3; how Rossum reacts is"
                        + " unknown."));
  }
}
