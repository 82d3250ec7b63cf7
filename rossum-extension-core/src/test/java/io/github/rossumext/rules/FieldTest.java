package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.Wire.messages;
import static io.github.rossumext.Wire.operations;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static io.github.rossumext.value.ValidationSource.HUMAN;
import static io.github.rossumext.value.ValidationSource.SCORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.ContentRequest;
import io.github.rossumext.value.Html;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FieldTest {
  @Nested
  class Values {
    @Test
    void aReadReflectsTheWrite() {
      ContentEditor content = initialize().field("note", "old").edit();

      content.field("note").set("new");

      assertThat(content.field("note").text()).isEqualTo("new");
      assertThat(content.field("note").displayedText()).isEqualTo("new");
    }

    @Test
    void whatWasReceivedStaysReadableAfterTheWrite() {
      ContentEditor content = initialize().field("note", "old").edit();

      Field note = content.field("note").set("new");

      assertThat(note.received().text()).isEqualTo("old");
    }

    @Test
    void theDisplayedTextIsWhatTheUserSees() {
      ContentEditor content = initialize().field("total", "1,132.87", "1132.87").edit();

      assertThat(content.field("total").text()).isEqualTo("1132.87");
      assertThat(content.field("total").displayedText()).isEqualTo("1,132.87");
    }

    @Test
    void textsAreComparedExactly() {
      ContentEditor content = initialize().field("count", "42.0").field("due", "2022-05-13").edit();

      content.field("count").set("42");
      content.field("due").set("2022-05-13 ");

      assertThat(operations(content))
          .containsExactly(
              "{'op':'replace','id':5483409760,'value':{'content':{'value':'42'}}}",
              "{'op':'replace','id':5483409761,'value':{'content':{'value':'2022-05-13 '}}}");
    }

    @Test
    void theSameDisplayedTextIsAChangeWhereTheMachineTextDiffers() {
      ContentEditor content = initialize().field("total", "1,132.87", "1132.87").edit();

      content.field("total").set("1,132.87");

      assertThat(operations(content)).hasSize(1);
    }

    @Test
    void aNumberIsWrittenWithTheDigitsThatItHasAndWithoutAnExponent() {
      ContentEditor content = initialize().field("a", "").field("b", "").field("c", "").edit();

      content.field("a").set(new BigDecimal("1E+3"));
      content.field("b").set(new BigDecimal("1.50E-7"));
      content.field("c").set(Long.MIN_VALUE);

      assertThat(content.field("a").text()).isEqualTo("1000");
      assertThat(content.field("b").text()).isEqualTo("0.000000150");
      assertThat(content.field("c").text()).isEqualTo("-9223372036854775808");
    }

    @Test
    void aNumberOverTheSameNumberIsNoChangeAlsoInAFieldOfAnyType() {
      ContentEditor content = initialize().field("count", "42.0").edit();

      content.field("count").set(42).set(new BigDecimal("42.000"));

      assertThat(operations(content)).isEmpty();
      assertThat(content.field("count").text()).isEqualTo("42.0");
    }

    @Test
    void aNumberInsteadOfATextIsAChange() {
      ContentEditor content = initialize().field("count", "none").edit();

      content.field("count").set(0);

      assertThat(operations(content))
          .containsExactly("{'op':'replace','id':5483409760,'value':{'content':{'value':'0'}}}");
    }

    @Test
    void aDateOverTheSameDayIsNoChange() {
      ContentEditor content = initialize().field("due", "13.5.2022", "2022-05-13").edit();

      content.field("due").set(LocalDate.of(2022, 5, 13));

      assertThat(operations(content)).isEmpty();
    }

    @Test
    void aDateOverTheSameDayInAFormatThatRossumDidNotReadIsAChange() {
      ContentEditor content = initialize().field("due", "13.5.2022").edit();

      content.field("due").set(LocalDate.of(2022, 5, 13));

      assertThat(operations(content))
          .containsExactly(
              "{'op':'replace','id':5483409760,'value':{'content':{'value':'2022-05-13'}}}");
    }

    @Test
    void theLastWriteWins() {
      ContentEditor content = initialize().field("note", "a").edit();

      content.field("note").set("b").set("c").set("d");

      assertThat(operations(content))
          .containsExactly("{'op':'replace','id':5483409760,'value':{'content':{'value':'d'}}}");
    }

    @Test
    void writesThatCancelOutEmitNothing() {
      ContentEditor content =
          initialize()
              .datapoint(
                  "note", "{'content':{'value':'a'},'hidden':false,'validation_sources':['score']}")
              .edit();

      content.field("note").set("b").hidden(true).validatedBy(CONNECTOR);
      content.field("note").set("a").hidden(false).validatedBy(SCORE);

      assertThat(operations(content)).isEmpty();
    }

    @Test
    void aFieldThatIsClearedAndSetToWhatItHeldIsAsItWas() {
      ContentEditor content =
          initialize()
              .datapoint("note", "{'content':{'value':'a'},'validation_sources':['human']}")
              .edit();

      content.field("note").clear().validatedBy(CONNECTOR);
      content.field("note").set("a");

      assertThat(operations(content)).isEmpty();
      assertThat(content.field("note").text()).isEqualTo("a");
      assertThat(content.field("note").validationSources()).containsExactly(HUMAN);
    }

    @Test
    void aNumberIsComparedWithWhatWasReceivedAndNotWithTheLastWrite() {
      ContentEditor content = initialize().field("count", "42").edit();

      content.number("count").set(43).set(new BigDecimal("42.0"));

      assertThat(operations(content)).isEmpty();
    }

    @Test
    void clearingAnEmptyFieldChangesNothing() {
      ContentEditor content =
          initialize()
              .field("a", "")
              .datapoint("b", "{'content':{'value':null,'normalized_value':'None'}}")
              .datapoint("c", "{'content':{}}")
              .edit();

      content.field("a").clear();
      content.field("b").set("");
      content.field("c").clear();

      assertThat(operations(content)).isEmpty();
    }

    @Test
    void clearingABlankChangesIt() {
      ContentEditor content = initialize().field("note", " ").edit();

      content.field("note").clear();

      assertThat(operations(content))
          .containsExactly("{'op':'replace','id':5483409760,'value':{'content':{'value':''}}}");
    }

    @Test
    void nullIsNoWayToClear() {
      ContentEditor content = initialize().field("note", "a").edit();
      Field note = content.field("note");

      assertThatNullPointerException()
          .isThrownBy(() -> note.set(missing()))
          .withMessageContaining("clear()");
    }

    @SuppressWarnings("NullAway") // what an unchecked caller does
    private static String missing() {
      return null;
    }
  }

  @Nested
  class Attributes {
    @Test
    void hiddenIsSentWhereRossumDidNotSayHowItIs() {
      ContentEditor content = initialize().field("a", "").field("b", "").edit();

      content.field("a").hidden(false);
      content.field("b").hidden(true);

      assertThat(operations(content))
          .containsExactly(
              "{'op':'replace','id':5483409760,'value':{'hidden':false}}",
              "{'op':'replace','id':5483409761,'value':{'hidden':true}}");
    }

    @Test
    void hiddenIsNotSentWhereRossumSaidThatItIsSo() {
      ContentEditor content =
          initialize()
              .datapoint("a", "{'content':{'value':''},'hidden':false}")
              .datapoint("b", "{'content':{'value':''},'hidden':true}")
              .edit();

      content.field("a").hidden(false);
      content.field("b").hidden(true);

      assertThat(operations(content)).isEmpty();
    }

    @Test
    void hiddenReadsAsWrittenAsReceivedOrAsShown() {
      ContentEditor content =
          initialize().field("a", "").datapoint("b", "{'content':{},'hidden':true}").edit();

      assertThat(content.field("a").isHidden()).isFalse();
      assertThat(content.field("a").hidden(true).isHidden()).isTrue();
      assertThat(content.field("b").isHidden()).isTrue();
      assertThat(content.field("b").hidden(false).isHidden()).isFalse();
    }

    @Test
    void aNewValueLeavesTheFieldUnvalidatedUnlessItIsMarked() {
      ContentEditor content =
          initialize()
              .datapoint("a", "{'content':{'value':'1'},'validation_sources':['score','human']}")
              .edit();

      assertThat(content.field("a").validationSources()).containsExactly(SCORE, HUMAN);
      assertThat(content.field("a").set("2").validationSources()).isEmpty();
      assertThat(operations(content))
          .containsExactly("{'op':'replace','id':5483409760,'value':{'content':{'value':'2'}}}");
      assertThat(content.field("a").validatedBy(CONNECTOR).validationSources())
          .containsExactly(CONNECTOR);
    }

    @Test
    void validationSourcesAreSentAgainWithANewValueEvenIfTheyAreTheReceivedOnes() {
      ContentEditor content =
          initialize()
              .datapoint("a", "{'content':{'value':'1'},'validation_sources':['connector']}")
              .edit();

      content.field("a").set("2").validatedBy(CONNECTOR);

      assertThat(operations(content))
          .containsExactly(
              "{'op':'replace','id':5483409760,'value':{'content':{'value':'2'},"
                  + "'validation_sources':['connector']}}");
    }

    @Test
    void theReceivedValidationSourcesAreNotSentForTheReceivedValue() {
      ContentEditor content =
          initialize()
              .datapoint("a", "{'content':{'value':'1'},'validation_sources':['connector']}")
              .edit();

      content.field("a").set("1").validatedBy(CONNECTOR);

      assertThat(operations(content)).isEmpty();
    }

    @Test
    void aFieldIsValidatedWithoutAChangeOfItsValue() {
      ContentEditor content = initialize().field("a", "1").edit();

      content.field("a").validatedBy(CONNECTOR);

      assertThat(operations(content))
          .containsExactly(
              "{'op':'replace','id':5483409760,'value':{'validation_sources':['connector']}}");
    }

    @Test
    void theMarkOfAFieldIsTakenAway() {
      ContentEditor content =
          initialize()
              .datapoint("a", "{'content':{'value':'1'},'validation_sources':['connector']}")
              .edit();

      content.field("a").validatedBy();

      assertThat(operations(content))
          .containsExactly("{'op':'replace','id':5483409760,'value':{'validation_sources':[]}}");
    }
  }

  @Nested
  class UnstorableTexts {
    private static final String PAIR = "\uD83D\uDE00";

    @Test
    void areRepairedAtTheWrite() {
      ContentEditor content = initialize().field("a", "").field("b", "").edit();

      content.field("a").set("paid\0 " + PAIR + "\uD83D").defaultTo("other");
      content.field("b").copyFrom(content.field("a"));

      assertThat(content.field("a").text()).isEqualTo("paid " + PAIR + "\uFFFD");
      assertThat(operations(content))
          .extracting(operation -> operation.replaceAll(".*'value':'|'.*", ""))
          .containsExactly("paid " + PAIR + "\uFFFD", "paid " + PAIR + "\uFFFD");
    }

    @Test
    void areNotWrittenAgainAtTheNextEvent() {
      ContentEditor content =
          initialize()
              .datapoint("ocr", "{'content':{'value':'paid\\ud83d\\u0000'}}")
              .field("note", "paid\uFFFD")
              .edit();

      content.field("note").copyFrom(content.field("ocr"));
      // What Rossum sent is what the field holds already.
      content.field("ocr").set(content.field("ocr").text());

      assertThat(operations(content)).isEmpty();
    }

    @Test
    void areCountedByCharactersOnceTheyAreRepaired() {
      ContentEditor content = initialize().field("a", "").edit();

      content.field("a").set("\0" + PAIR.repeat(1500));

      assertThat(content.field("a").text()).isEqualTo(PAIR.repeat(1500));
      assertThatThrownBy(() -> content.field("a").set(PAIR.repeat(1501)))
          .hasMessageContaining("takes values of up to 1500 characters, not 1501");
    }
  }

  @Nested
  class Messages {
    @Test
    void aMessageOnAFieldIsEscapedUnlessItIsHtml() {
      ContentEditor content = initialize().field("a", "").edit();

      content
          .field("a")
          .error("a < b")
          .warning("a > b")
          .info("a & b")
          .error(Html.format("<b>{}</b>", "<i>"))
          .warning(Html.unsafe("<br>"))
          .info(Html.unsafe("<LI class='x'>"));

      assertThat(messages(content))
          .containsExactly(
              "{'type':'error','content':'a &lt; b','id':5483409760}",
              "{'type':'warning','content':'a &gt; b','id':5483409760}",
              "{'type':'info','content':'a &amp; b','id':5483409760}",
              "{'type':'error','content':'<b>&lt;i&gt;</b>','id':5483409760}",
              "{'type':'warning','content':'<br>','id':5483409760}",
              "{'type':'info','content':'<LI class='x'>','id':5483409760}");
    }

    @Test
    void aMessageAloneChangesNoField() {
      ContentEditor content = initialize().field("a", "").edit();

      content.field("a").error("No.");

      assertThat(operations(content)).isEmpty();
    }
  }

  @Test
  void allSetAsksEachFieldByItsType() {
    ContentEditor content = initialize().field("a", "x").field("b", "1").edit();

    assertThat(Field.allSet(content.field("a"), content.number("b"))).isTrue();
    assertThat(Field.allSet(content.field("a"), content.number("a"))).isFalse();
    assertThat(Field.allSet()).isTrue();
  }

  @Test
  void aFieldKnowsItsIdsAndWhetherTheUserChangedIt() {
    ContentEditor content =
        ContentRequest.initialize().field("a", "").field("b", "").updated("b").edit();

    assertThat(content.field("b").id()).isEqualTo(5_483_409_761L);
    assertThat(content.field("b").schemaId()).isEqualTo("b");
    assertThat(content.field("b").isChanged()).isTrue();
    assertThat(content.field("a").set("x").isChanged()).isFalse();
  }

  @Test
  void aFieldPrintsItsIdsAndNoValue() {
    ContentEditor content = initialize().field("iban", "CZ6508000000192000145399").edit();

    assertThat(content.field("iban").set("CZ65")).hasToString("Field[iban, 5483409760]");
    assertThat(content.number("iban")).hasToString("NumberField[iban, 5483409760]");
    assertThat(content.toString()).doesNotContain("CZ65");
  }
}
