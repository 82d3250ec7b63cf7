package io.github.rossumext.edit;

import static io.github.rossumext.ContentCall.initialize;
import static io.github.rossumext.Wire.blockers;
import static io.github.rossumext.Wire.messages;
import static io.github.rossumext.Wire.operations;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.ContentCall;
import io.github.rossumext.LossyWriteException;
import io.github.rossumext.LossyWrites;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.value.Option;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What authors know from TxScript about fields, row by row, and what is done better here. */
class TxScriptParityTest {
  @Nested
  class Kept {
    @Test
    void aDatapointIsReachedByItsSchemaId() {
      ContentEditor content = initialize().field("invoice_id", "INV-77").edit();

      assertThat(content.field("invoice_id").text()).isEqualTo("INV-77");
    }

    @Test
    void anUnknownSchemaIdIsAnError() {
      ContentEditor content = initialize().field("invoice_id", "INV-77").edit();

      assertThatThrownBy(() -> content.field("invoice_no"))
          .isInstanceOf(UnknownFieldException.class)
          .hasMessageContaining("no field 'invoice_no'");
    }

    @Test
    void aTextIsReadFromTheNormalizedValueOrTheValue() {
      ContentEditor content =
          initialize().field("due", "4/5/2011", "2011-04-05").field("note", "fine").edit();

      assertThat(content.field("due").text()).isEqualTo("2011-04-05");
      assertThat(content.field("note").text()).isEqualTo("fine");
    }

    @Test
    void aNumberIsReadFromTheNormalizedValueOrTheValue() {
      ContentEditor content =
          initialize().field("amount", "1,132.87", "1132.87").field("rate", "21").edit();

      assertThat(content.number("amount").value()).isEqualTo("1132.87");
      assertThat(content.number("rate").value()).isEqualTo("21");
    }

    @Test
    void aDateIsReadFromTheNormalizedValueOrTheValue() {
      ContentEditor content =
          initialize().field("due", "4/5/2011", "2011-04-05").field("issued", "2011-03-31").edit();

      assertThat(content.date("due").value()).isEqualTo("2011-04-05");
      assertThat(content.date("issued").value()).isEqualTo("2011-03-31");
    }

    @Test
    void whatCannotBeReadIsEmpty() {
      ContentEditor content =
          initialize().field("amount", "1,132.87").field("due", "4/5/2011").edit();

      assertThat(content.number("amount").isEmpty()).isTrue();
      assertThat(content.date("due").isEmpty()).isTrue();
    }

    @Test
    void emptyIsTheEmptyTextAndNotZeroFalseOrABlank() {
      ContentEditor content =
          initialize()
              .field("nothing", "")
              .field("zero", "0")
              .field("false", "False")
              .field("blank", " ")
              .edit();

      assertThat(content.field("nothing").isEmpty()).isTrue();
      assertThat(content.number("zero").isSet()).isTrue();
      assertThat(content.field("false").isSet()).isTrue();
      assertThat(content.field("blank").isSet()).isTrue();
    }

    @Test
    void aDefaultIsWrittenWhereTheFieldIsEmpty() {
      ContentEditor content = initialize().field("currency", "").field("language", "cs").edit();

      content.field("currency").defaultTo("eur");
      content.field("language").defaultTo("en");

      assertThat(operations(content))
          .containsExactly("{'op':'replace','id':5483409760,'value':{'content':{'value':'eur'}}}");
    }

    @Test
    void aFieldIsChangedOnlyIfTheValueIsDifferent() {
      ContentEditor content = initialize().field("invoice_id", "77").field("order_id", "12").edit();

      content.field("invoice_id").set("78");
      content.field("order_id").set("12");

      assertThat(operations(content))
          .containsExactly("{'op':'replace','id':5483409760,'value':{'content':{'value':'78'}}}");
    }

    @Test
    void severalChangesOfOneDatapointAreMergedIntoOneReplace() {
      ContentEditor content = initialize().field("vendor", "").edit();

      content.field("vendor").set("0");
      content.field("vendor").hidden(false);
      content.field("vendor").options(Option.of("1", "Roboyo"));
      content.field("vendor").set("1").validatedBy(CONNECTOR);

      assertThat(operations(content))
          .containsExactly(
              "{'op':'replace','id':5483409760,'value':{'content':{'value':'1'},'hidden':false,"
                  + "'options':[{'value':'1','label':'Roboyo'}],"
                  + "'validation_sources':['connector']}}");
    }

    @Test
    void contentIsLeftOutOfChangesOfAttributesOnly() {
      ContentEditor content = initialize().field("note", "fine").edit();

      content.field("note").hidden(true);

      assertThat(operations(content))
          .containsExactly("{'op':'replace','id':5483409760,'value':{'hidden':true}}");
    }

    @Test
    void otherAttributesAreReadable() {
      ContentEditor content =
          initialize()
              .datapoint(
                  "invoice_id", "{'content':{'value':'7','rir_text':'7.','rir_confidence':0.97}}")
              .edit();

      assertThat(content.field("invoice_id").confidence()).contains(new BigDecimal("0.97"));
      assertThat(content.field("invoice_id").received().rirText()).contains("7.");
    }

    @Test
    void anyChangeOfTheOptionsSendsTheWholeList() {
      ContentEditor content =
          initialize()
              .datapoint(
                  "vendor",
                  "{'content':{'value':''},'options':[{'value':'1','label':'A'},{'value':'2','label':'B'}]}")
              .edit();

      content.field("vendor").options(Option.of("1", "A"), Option.of("2", "Bee"));

      assertThat(operations(content))
          .containsExactly(
              "{'op':'replace','id':5483409760,'value':{"
                  + "'options':[{'value':'1','label':'A'},{'value':'2','label':'Bee'}]}}");
    }

    @Test
    void optionsAreTextsOnTheWire() {
      ContentEditor content =
          initialize()
              .datapoint("vendor", "{'content':{'value':''},'options':[{'value':1,'label':2}]}")
              .edit();
      Field vendor = content.field("vendor");

      assertThat(vendor.options()).containsExactly(Option.of("1", "2"));
      vendor.choose(vendor.options().get(0));

      assertThat(operations(content))
          .containsExactly("{'op':'replace','id':5483409760,'value':{'content':{'value':'1'}}}");
    }

    @Test
    void aMessageBelongsToTheWholeDocumentWithoutAField() {
      ContentEditor content = initialize().field("total", "1").edit();

      content.error("Wrong.");
      content.warning("Odd.");
      content.info("Fine.");
      content.field("total").error("Too much.");

      assertThat(messages(content))
          .containsExactly(
              "{'type':'error','content':'Wrong.'}",
              "{'type':'warning','content':'Odd.'}",
              "{'type':'info','content':'Fine.'}",
              "{'type':'error','content':'Too much.','id':5483409760}");
    }

    @Test
    void anAutomationBlockerBelongsToTheWholeDocumentWithoutAField() {
      ContentEditor content = initialize().field("vendor", "x").edit();

      content.automationBlocker("Order not found");
      content.field("vendor").automationBlocker("Unregistered vendor");

      assertThat(blockers(content))
          .containsExactly(
              "{'content':'Order not found'}", "{'content':'Unregistered vendor','id':5483409760}");
    }

    @Test
    void operationsComeInFirstTouchedOrder() {
      ContentEditor content = initialize().field("a", "1").field("b", "2").field("c", "3").edit();

      content.field("c").set("4");
      content.field("a").set("5");
      content.field("c").hidden(true);
      content.field("b").set("6");

      assertThat(operations(content))
          .containsExactly(
              "{'op':'replace','id':5483409762,'value':{'content':{'value':'4'},'hidden':true}}",
              "{'op':'replace','id':5483409760,'value':{'content':{'value':'5'}}}",
              "{'op':'replace','id':5483409761,'value':{'content':{'value':'6'}}}");
    }
  }

  @Nested
  class DoneBetter {
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
    void copyingKeepsTheTextToTheLetterAlsoInATypedField() {
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
          .hasMessageContaining("'due' is no ISO date");
    }

    @Test
    void anEnumIsCheckedAgainstItsOptionsAfterTheRulesInWhateverOrderTheyWereWritten() {
      Option roboyo = Option.of("1", "Roboyo");
      ContentCall call =
          initialize()
              .datapoint("vendor", "{'content':{'value':''},'options':[{'value':'0','label':''}]}");
      ContentEditor valueFirst = call.edit();
      ContentEditor optionsFirst = call.edit();

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
              .datapoint(
                  "vendor", "{'content':{'value':'1'},'options':[{'value':'1','label':'A'}]}")
              .edit();

      content.field("vendor").clear();

      assertThat(operations(content))
          .containsExactly("{'op':'replace','id':5483409760,'value':{'content':{'value':''}}}");
    }

    @Test
    void nothingOfThisNeedsSchemas() {
      ContentCall call = initialize().field("total", "1");

      assertThat(call.payload().keys()).doesNotContain("schemas");
      assertThat(call.edit().number("total").value()).isOne();
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
    void automationBlockersAreLeftOutWhereRossumDoesNotHonourThem() {
      ContentEditor content = ContentCall.at(HookAction.UPDATED).field("vendor", "").edit();

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
  }
}
