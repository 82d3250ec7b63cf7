package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.ContentRequest.row;
import static io.github.rossumext.SchemaText.formula;
import static io.github.rossumext.SchemaText.number;
import static io.github.rossumext.Wire.blockers;
import static io.github.rossumext.Wire.messages;
import static io.github.rossumext.Wire.operations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.ContentRequest;
import io.github.rossumext.LossyWriteException;
import io.github.rossumext.LossyWrites;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.value.Html;
import io.github.rossumext.value.Option;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/**
 * What bites the users of TxScript and is done better here, row by row. Three rows are about more
 * than rules: that every event can be handled is tested by {@code DispatchTest}, that a response
 * which the event does not honour does not compile by the types that {@code HookEvent} ties
 * together, and that the response can be applied to its request belongs to the testkit.
 */
class TxScriptDoBetterTest {
  @Test
  void numbersAreDecimalsThatKeepTheirScale() {
    ContentEditor content =
        initialize().field("total", "").field("tax", "").field("count", "").edit();

    content.number("total").set(new BigDecimal("123.40"));
    content.number("tax").set(new BigDecimal("0.1").add(new BigDecimal("0.2")));
    content.number("count").set(42);

    assertThat(operations(content))
        .containsExactly(
            "{'op':'replace','id':5483409760,'value':{'content':{'value':'123.40'}}}",
            "{'op':'replace','id':5483409761,'value':{'content':{'value':'0.3'}}}",
            "{'op':'replace','id':5483409762,'value':{'content':{'value':'42'}}}");
  }

  @Test
  void copyingCopiesTheMachineTextAndNotTheDisplayedOne() {
    ContentEditor content =
        initialize()
            .field("due", "5/13/2022", "2022-05-13")
            .field("total", "52,200.00", "52200.00")
            .field("due_copy", "")
            .field("total_copy", "")
            .edit();

    content.field("due_copy").copyFrom(content.field("due"));
    content.number("total_copy").copyFrom(content.number("total"));

    assertThat(operations(content))
        .containsExactly(
            "{'op':'replace','id':5483409762,'value':{'content':{'value':'2022-05-13'}}}",
            "{'op':'replace','id':5483409763,'value':{'content':{'value':'52200.00'}}}");
  }

  @Test
  void copyingKeepsTheTextUnchangedInATypedFieldToo() {
    ContentEditor content =
        initialize()
            .field("code", "007")
            .field("words", "about ten")
            .field("code_copy", "")
            .field("words_copy", "")
            .field("same_number", "7.00")
            .edit();

    content.number("code_copy").copyFrom(content.field("code"));
    content.number("words_copy").copyFrom(content.field("words"));
    content.number("same_number").copyFrom(content.field("code"));

    assertThat(operations(content))
        .containsExactly(
            "{'op':'replace','id':5483409762,'value':{'content':{'value':'007'}}}",
            "{'op':'replace','id':5483409763,'value':{'content':{'value':'about ten'}}}");
  }

  @Test
  void valuesAreComparedByTheirType() {
    ContentEditor content =
        initialize()
            .field("count", "42.0")
            .field("total", "1 000.00", "1000.00")
            .field("due", "13.5.2022", "2022-05-13")
            .edit();

    content.number("count").set(42);
    content.number("total").set(1000);
    content.date("due").set(LocalDate.of(2022, 5, 13));

    assertThat(operations(content)).isEmpty();
  }

  @Test
  void aTextThatIsNoIsoDateIsNotWrittenAsADate() {
    ContentEditor content = initialize().field("due", "").edit();

    assertThatThrownBy(() -> content.date("due").set("13.5.2022"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'due' must be an ISO date");
  }

  @Test
  void aFormulaFieldIsNotWrittenWhereTheSchemaIsKnown() {
    ContentEditor content =
        initialize().field("net", "1").schema(formula("net", "number")).edit(LossyWrites.REFUSE);

    assertThatThrownBy(() -> content.number("net").set(new BigDecimal("2")))
        .isInstanceOf(LossyWriteException.class)
        .hasMessage(
            HelpTopic.LOSSY_WRITE.explain(
                "The field 'net' is computed by a formula, which would replace the value."));
  }

  @Test
  void noRecalculationIsReadable() {
    ContentEditor content =
        initialize().datapoint("net", "{'content':{'value':'1'},'no_recalculation':true}").edit();

    assertThat(content.field("net").received().isRecalculationDisabled()).isTrue();
  }

  @Test
  void anEnumIsCheckedAgainstItsOptionsAfterTheRulesInWhateverOrderTheyWereWritten() {
    Option roboyo = Option.of("1", "Roboyo");
    ContentRequest request =
        initialize()
            .datapoint("vendor", "{'content':{'value':''},'options':[{'value':'0','label':''}]}");
    ContentEditor valueFirst = request.edit();
    ContentEditor optionsFirst = request.edit();

    valueFirst.field("vendor").choose(roboyo).options(roboyo);
    optionsFirst.field("vendor").options(roboyo).choose(roboyo);

    assertThat(operations(valueFirst))
        .isEqualTo(operations(optionsFirst))
        .containsExactly(
            "{'op':'replace','id':5483409760,'value':{'content':{'value':'1'},"
                + "'options':[{'value':'1','label':'Roboyo'}]}}");
  }

  @Test
  void anEnumValueOutsideItsOptionsIsRefused() {
    ContentEditor content =
        initialize()
            .datapoint("vendor", "{'content':{'value':''},'options':[{'value':'1','label':'A'}]}")
            .edit(LossyWrites.REFUSE);

    content.field("vendor").set("2");

    assertThatThrownBy(content::response)
        .isInstanceOf(LossyWriteException.class)
        .hasMessageContaining("'vendor'");
  }

  @Test
  void anEnumValueOutsideItsOptionsIsSentIfThatIsAllowedExplicitly() {
    ContentEditor content =
        initialize()
            .datapoint("vendor", "{'content':{'value':''},'options':[{'value':'1','label':'A'}]}")
            .edit(LossyWrites.REFUSE);

    content.field("vendor").set("2").allowAnyValue();

    assertThat(operations(content))
        .containsExactly("{'op':'replace','id':5483409760,'value':{'content':{'value':'2'}}}");
  }

  @Test
  void nothingOfThisNeedsSchemas() {
    ContentRequest request = initialize().field("total", "1");

    assertThat(request.payload().keys()).doesNotContain("schemas");
    assertThat(request.edit().number("total").value()).isOne();
  }

  @Test
  void moreIsCheckedWithSchemas() {
    ContentEditor content =
        initialize().field("total", "1").schema(number("total")).edit(LossyWrites.REFUSE);

    assertThatThrownBy(() -> content.date("total"))
        .isInstanceOf(UnknownFieldException.class)
        .hasMessage(
            HelpTopic.FIELD_OF_ANOTHER_KIND.explain(
                "'total' is a number in the schema, but was opened as a date."));
    assertThatThrownBy(() -> content.field("total").set("about ten"))
        .isInstanceOf(LossyWriteException.class)
        .hasMessage(
            HelpTopic.LOSSY_WRITE.explain(
                "The field 'total' is a number; it cannot hold this text."));
  }

  @Test
  void rowsAreAppendedAndIdsStayTrue() {
    ContentEditor content =
        initialize().table("lines", row("code", "a"), row("code", "b"), row("code", "c")).edit();
    Table lines = content.table("lines");

    lines.row(0).remove();
    lines.append().set("code", "d");
    lines.row(0).set("code", "B");
    lines.row(1).set("code", "C");

    assertThat(lines.column("code").texts()).containsExactly("B", "C", "d");
    assertThat(operations(content))
        .containsExactly(
            "{'op':'remove','id':5483409761}",
            "{'op':'add','id':5483409760,'value':[{'schema_id':'code','content':{'value':'d'}}]}",
            "{'op':'replace','id':5483409764,'value':{'content':{'value':'B'}}}",
            "{'op':'replace','id':5483409766,'value':{'content':{'value':'C'}}}");
  }

  @Test
  void aMessageOnAJustAddedRowIsRefusedWithAnExplanation() {
    ContentEditor content = initialize().table("lines", row("code", "a")).edit(LossyWrites.REFUSE);
    Row line = content.table("lines").append().set("code", "b");

    assertThatThrownBy(() -> line.field("code").error("Unknown."))
        .isInstanceOf(LossyWriteException.class)
        .hasMessage(
            HelpTopic.LOSSY_WRITE.explain(
                "A message on 'code' of a new row can only be for the whole document, because a new row"
                    + " has no id before the next request. Call the same method of ContentEditor."));
  }

  @Test
  void theDocumentWideMessageIsOneCallAway() {
    ContentEditor content = initialize().table("lines", row("code", "a")).edit();
    content.table("lines").append().set("code", "b");

    content.error("The code of the last line is unknown.");

    assertThat(messages(content))
        .containsExactly("{'type':'error','content':'The code of the last line is unknown.'}");
  }

  @Test
  void dataInMessagesIsEscaped() {
    ContentEditor content = initialize().field("note", "").edit();

    content.field("note").warning("<b>AT&T</b>");

    assertThat(messages(content))
        .containsExactly(
            "{'type':'warning','content':'&lt;b&gt;AT&amp;T&lt;/b&gt;','id':5483409760}");
  }

  @Test
  void htmlIsOptedIn() {
    ContentEditor content = initialize().field("note", "").edit();

    content.field("note").warning(Html.format("See <b>{}</b>", "AT&T"));

    assertThat(messages(content))
        .containsExactly("{'type':'warning','content':'See <b>AT&amp;T</b>','id':5483409760}");
  }

  @Test
  void automationBlockersAreLeftOutWhereRossumDoesNotHonourThem() {
    ContentEditor content = ContentRequest.at(HookAction.UPDATED).field("vendor", "").edit();

    content.automationBlocker("Order not found");
    content.field("vendor").automationBlocker("Unregistered vendor").set("1");

    assertThat(blockers(content)).isEmpty();
    assertThat(operations(content)).hasSize(1);
  }

  @Test
  void clearingEmitsTheEmptyTextWheneverTheStoredTextIsNotEmpty() {
    ContentEditor content = initialize().field("total", "abc").field("tax", "").edit();

    content.number("total").clear();
    content.number("tax").clear();

    assertThat(content.number("total").isEmpty()).isTrue();
    assertThat(operations(content))
        .containsExactly("{'op':'replace','id':5483409760,'value':{'content':{'value':''}}}");
  }

  @Test
  void anEnumIsComparedWithItsOptionsWithoutRegardToCase() {
    ContentEditor content =
        initialize()
            .datapoint("cur", "{'content':{'value':''},'options':[{'value':'EUR','label':'€'}]}")
            .edit();

    content.field("cur").set("eur");

    assertThat(operations(content))
        .containsExactly("{'op':'replace','id':5483409760,'value':{'content':{'value':'eur'}}}");
  }

  @Test
  void theEmptyValueIsAlwaysAllowedForAnEnum() {
    ContentEditor content =
        initialize()
            .datapoint("vendor", "{'content':{'value':'1'},'options':[{'value':'1','label':'A'}]}")
            .edit();

    content.field("vendor").clear();

    assertThat(operations(content))
        .containsExactly("{'op':'replace','id':5483409760,'value':{'content':{'value':''}}}");
  }
}
