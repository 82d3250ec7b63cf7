package io.github.rossumext.testkit.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.value.ValidationSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Operations on rows and on values of lists, and what they touch. Nobody knows a schema. */
class ListOperationsTest {
  private final Document document = Document.empty("The document", null);
  private final DocumentNode section = document.appendSection("s");
  private final DocumentNode lines = document.appendMultivalue(section, "lines");
  private final DocumentNode row = document.appendRow(lines, "line");
  private final DocumentNode amount = document.appendCell(row, "amount");
  private final DocumentNode rates = document.appendMultivalue(section, "rates");
  private final DocumentNode rate = document.appendValue(rates);

  private final List<String> problems = new ArrayList<>();
  private final Operations operations = new Operations(document, new Problems());

  private final class Problems implements Operations.Report {
    @Override
    public void applied(
        int index, String op, DocumentNode target, String path, JsonNode operation) {}

    @Override
    public void problem(int index, String text) {
      problems.add(text);
    }

    @Override
    public void notList(String text) {
      problems.add(text);
    }
  }

  ListOperationsTest() {
    amount.setText(new FieldText("1.5", "1.5"));
    rate.setText(new FieldText("21", "21"));
  }

  private void apply(String operation) {
    operations.apply(Json.read(("[" + operation + "]").replace('\'', '"')));
  }

  @Test
  void aNewRowIsTouchedWithItsTableAndItsCells() {
    apply(
        "{'op':'add','id':"
            + lines.id()
            + ",'value':[{'schema_id':'amount','content':{'value':'2'}}]}");

    DocumentNode added = lines.children().get(1);
    assertThat(operations.touched())
        .containsExactly(lines.id(), added.id(), added.children().get(0).id());
    assertThat(problems).isEmpty();
  }

  @Test
  void aRowWithAnUnknownColumnLeavesTheTableAsItWas() {
    apply("{'op':'add','id':" + lines.id() + ",'value':[{'schema_id':'code'}]}");

    assertThat(lines.children()).containsExactly(row);
    assertThat(operations.touched()).isEmpty();
    assertThat(problems).containsExactly("'lines' has no column 'code'.");
  }

  @Test
  void aNewValueIsTouchedWithItsList() {
    apply("{'op':'add','id':" + rates.id() + ",'value':{'content':{'value':'9'}}}");

    DocumentNode added = rates.children().get(1);
    assertThat(added.machineText()).isEqualTo("9");
    assertThat(operations.touched()).containsExactly(rates.id(), added.id());
    assertThat(problems).isEmpty();
  }

  @Test
  void whatIsRemovedIsNotTouchedAndItsParentIs() {
    apply("{'op':'replace','id':" + amount.id() + ",'value':{'content':{'value':'2'}}}");
    assertThat(operations.touched()).containsExactly(amount.id());

    apply("{'op':'remove','id':" + row.id() + "}");

    assertThat(operations.touched()).containsExactly(lines.id());
  }

  @Test
  void aNumberThatIsNoneIsStoredAndReported() {
    apply(
        "{'op':'add','id':"
            + lines.id()
            + ",'value':[{'schema_id':'amount','content':{'value':'ten'}}]}");
    apply("{'op':'add','id':" + rates.id() + ",'value':{'content':{'value':'low'}}}");

    assertThat(lines.children().get(1).children().get(0).displayed()).isEqualTo("ten");
    assertThat(rates.children().get(1).displayed()).isEqualTo("low");
    assertThat(problems)
        .containsExactly(
            "'ten' is not in machine format: it is stored in the new cell 'amount' as it is and"
                + " reads as empty.",
            "'low' is not in machine format: it is stored in the new value of 'rates' as it is and"
                + " reads as empty.");
  }

  @Test
  void aValueThatIsRefusedLeavesTheListAsItWas() {
    apply(
        "{'op':'add','id':"
            + rates.id()
            + ",'value':{'content':{'value':'"
            + "9".repeat(1501)
            + "'}}}");

    assertThat(rates.children()).containsExactly(rate);
    assertThat(operations.touched()).isEmpty();
    assertThat(problems).hasSize(1);
  }

  @Test
  void aTableWithoutRowsGetsTheCellsThatAreSent() {
    DocumentNode empty = document.appendMultivalue(section, "taxes");

    apply(
        "{'op':'add','id':"
            + empty.id()
            + ",'value':[{'schema_id':'code','content':{'value':'A'}}]}");

    assertThat(empty.children().get(0).children())
        .extracting(DocumentNode::path)
        .containsExactly("taxes[0].code");
    assertThat(operations.touched())
        .containsExactly(
            empty.id(),
            empty.children().get(0).id(),
            empty.children().get(0).children().get(0).id());
  }

  @Test
  void theValidationSourcesOfARowAreThoseOfEachCell() {
    apply(
        "{'op':'add','id':"
            + lines.id()
            + ",'validation_sources':['connector'],'value':[{'schema_id':'amount','hidden':true}]}");

    DocumentNode cell = lines.children().get(1).children().get(0);
    assertThat(cell.isHidden()).isTrue();
    assertThat(cell.validationSources()).containsExactly(ValidationSource.CONNECTOR);
    assertThat(problems).isEmpty();
  }

  @Test
  void aChangedPlaceIsAChange() {
    document.startJournal();
    apply(
        "{'op':'replace','id':"
            + rate.id()
            + ",'value':{'content':{'page':2,'position':[1,2,3,4]}}}");

    List<String> changes =
        document.endJournal((id, schemaId, what, before, after, path) -> path + " " + what);

    assertThat(changes).containsExactly("rates[0] page", "rates[0] position");
  }

  @Test
  void aRemovedValueIsReportedAsItWasBefore() {
    document.startJournal();
    apply("{'op':'replace','id':" + rate.id() + ",'value':{'content':{'value':'9'}}}");
    apply("{'op':'remove','id':" + rate.id() + "}");

    List<String> changes =
        document.endJournal(
            (id, schemaId, what, before, after, path) -> path + " " + what + " " + before);

    assertThat(changes).containsExactly("rates[0] removed 21");
  }

  @Test
  void anOptionMayHaveAValueOfTheGreatestLength() {
    String longest = "x".repeat(1500);
    apply(
        "{'op':'replace','id':"
            + rate.id()
            + ",'value':{'options':[{'value':'"
            + longest
            + "','label':'L'}]}}");
    assertThat(problems).isEmpty();

    apply(
        "{'op':'replace','id':"
            + rate.id()
            + ",'value':{'options':[{'value':'x"
            + longest
            + "','label':'L'}]}}");
    assertThat(problems)
        .containsExactly("An option of the field 'rates[0]' has a value of over 1500 characters.");
  }
}
