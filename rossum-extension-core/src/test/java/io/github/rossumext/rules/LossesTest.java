package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.FailurePolicy.FAIL_OPEN;
import static io.github.rossumext.LossyWrites.DROP_AND_LOG;
import static io.github.rossumext.LossyWrites.REFUSE;
import static io.github.rossumext.Wire.operations;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.CapturedLog;
import io.github.rossumext.ContentRequest;
import io.github.rossumext.HookContext;
import io.github.rossumext.LossyWriteException;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.value.Option;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes that Rossum would silently lose. */
class LossesTest {
  private static final String LONGEST = "x".repeat(1500);
  private static final String TOO_LONG = "x".repeat(1501);
  private static final String ENUM =
      "{'content':{'value':'1'},'options':[{'value':'1','label':'A'},{'value':'b','label':'B'}]}";

  @Nested
  class TooLong {
    private final ContentRequest request = initialize().field("a", "1").field("b", "2");

    @Test
    void fifteenHundredCharactersFit() {
      ContentEditor content = request.edit(REFUSE);

      content.field("a").set(LONGEST);

      assertThat(content.field("a").text()).isEqualTo(LONGEST);
      assertThat(operations(content)).hasSize(1);
    }

    @Test
    void oneMoreIsRefusedWithoutTheValue() {
      Field a = request.edit(REFUSE).field("a");

      assertThatThrownBy(() -> a.set(TOO_LONG))
          .isInstanceOf(LossyWriteException.class)
          .hasMessage(
              HelpTopic.LOSSY_WRITE.explain(
                  "The field 'a' takes values of up to 1500 characters, not 1501."));
    }

    @Test
    void oneMoreIsDroppedAndTheRestKept() {
      ContentEditor content = request.edit(DROP_AND_LOG);

      content.field("a").hidden(true).set(TOO_LONG);
      content.field("b").set("3");

      assertThat(content.field("a").text()).isEqualTo("1");
      assertThat(operations(content))
          .containsExactly(
              "{'op':'replace','id':5483409760,'value':{'hidden':true}}",
              "{'op':'replace','id':5483409761,'value':{'content':{'value':'3'}}}");
    }

    @Test
    void theMarkOfADroppedValueDoesNotValidateTheOldOne() {
      ContentEditor content = request.edit(DROP_AND_LOG);

      content.field("a").set(TOO_LONG).validatedBy(CONNECTOR);
      content.field("b").validatedBy(CONNECTOR).set(TOO_LONG);

      assertThat(operations(content)).isEmpty();
    }

    @Test
    void aValueThatFitsIsWrittenAndMarkedAfterOneThatWasDropped() {
      ContentEditor content = request.edit(DROP_AND_LOG);

      content.field("a").set(TOO_LONG).set("2").validatedBy(CONNECTOR);

      assertThat(operations(content))
          .containsExactly(
              "{'op':'replace','id':5483409760,'value':{'content':{'value':'2'},"
                  + "'validation_sources':['connector']}}");
    }

    @Test
    void aDroppedWriteIsOneLineThatNamesTheFieldAndTheRequestAndNotTheValue() {
      ContentEditor content = request.with("request_id", "'r-1'").edit(DROP_AND_LOG);

      try (CapturedLog log = CapturedLog.start()) {
        content.field("a").set(TOO_LONG);

        assertThat(log.lines())
            .containsExactly(
                "WARN Rossum would lose part of the response request=r-1 loss=\"The field 'a' takes"
                    + " values of up to 1500 characters, not 1501.\"");
      }
    }

    @Test
    void theNameOfAFieldCannotForgeALine() {
      ContentEditor content = initialize().field("a\u2028b\r\nERROR forged", "").edit(DROP_AND_LOG);

      try (CapturedLog log = CapturedLog.start()) {
        content.field("a\u2028b\r\nERROR forged").set(TOO_LONG);

        assertThat(log.lines()).singleElement().asString().contains("'a?b??ERROR forged'");
      }
    }

    static Stream<BigDecimal> giants() {
      return Stream.of(
          new BigDecimal("1E+1000000000"),
          new BigDecimal("1E-1000000000"),
          new BigDecimal("-1E+2147483647"),
          new BigDecimal("1E-2147483647"),
          new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE),
          new BigDecimal("1E+1500"));
    }

    @ParameterizedTest
    @MethodSource("giants")
    void aNumberOfTooManyDigitsIsRefusedAndNotWrittenOut(BigDecimal giant) {
      Field a = request.edit(REFUSE).field("a");

      assertThatThrownBy(() -> a.set(giant)).isInstanceOf(LossyWriteException.class);
    }

    @ParameterizedTest
    @MethodSource("giants")
    void aNumberOfTooManyDigitsIsDropped(BigDecimal giant) {
      ContentEditor content = request.edit(DROP_AND_LOG);

      content.number("a").set(giant);

      assertThat(content.number("a").value()).isOne();
      assertThat(operations(content)).isEmpty();
    }

    @Test
    void aNumberOfFifteenHundredDigitsFits() {
      ContentEditor content = request.edit(REFUSE);

      content.number("a").set(new BigDecimal("1E+1499"));

      assertThat(content.field("a").text()).hasSize(1500);
    }
  }

  @Nested
  class Caught {
    @Test
    void aLossThatARuleCatchesIsRefusedInTheResponse() {
      ContentEditor content = initialize().field("a", "1").edit(REFUSE);
      Field a = content.field("a");

      assertThatThrownBy(() -> a.set(TOO_LONG)).isInstanceOf(LossyWriteException.class);

      assertThatThrownBy(content::response).isInstanceOf(LossyWriteException.class);
    }

    @Test
    void aRuleThatFailsOpenDoesNotHideItFromATestOfTheHandler() {
      ContentPayload payload = initialize().field("a", "1").payload();
      ContentRules rules =
          ContentRules.of().and(content -> content.field("a").set(TOO_LONG), FAIL_OPEN);

      assertThatThrownBy(() -> rules.handle(payload, HookContext.of(payload)))
          .isInstanceOf(LossyWriteException.class);
    }
  }

  @Nested
  class Buttons {
    private final ContentRequest request = initialize().button("refresh");

    @Test
    void aButtonHasNoValue() {
      Field refresh = request.edit(REFUSE).field("refresh");

      assertThatThrownBy(() -> refresh.set("x"))
          .isInstanceOf(LossyWriteException.class)
          .hasMessage(
              HelpTopic.LOSSY_WRITE.explain(
                  "The field 'refresh' is a button, which has no value."));
    }

    @Test
    void itsValueIsDroppedAndTheRestKept() {
      ContentEditor content = request.edit(DROP_AND_LOG);

      content.field("refresh").set("x").hidden(true);

      assertThat(operations(content))
          .containsExactly("{'op':'replace','id':5483409760,'value':{'hidden':true}}");
    }
  }

  @Nested
  class OutsideTheOptions {
    private final ContentRequest request = initialize().datapoint("vendor", ENUM).field("note", "");

    @Test
    void aValueOutsideIsRefusedWithoutTheValue() {
      ContentEditor content = request.edit(REFUSE);

      content.field("vendor").set("secret");

      assertThatThrownBy(content::response)
          .isInstanceOf(LossyWriteException.class)
          .hasMessage(
              HelpTopic.LOSSY_WRITE.explain(
                  "The field 'vendor' got a value that is not among its options."));
    }

    @Test
    void aValueOutsideIsDroppedWithItsMarkAndTheRestKept() {
      ContentEditor content = request.edit(DROP_AND_LOG);

      content.field("vendor").set("secret").validatedBy(CONNECTOR).hidden(true);
      content.field("note").set("x");

      assertThat(operations(content))
          .containsExactly(
              "{'op':'replace','id':5483409760,'value':{'hidden':true}}",
              "{'op':'replace','id':5483409761,'value':{'content':{'value':'x'}}}");
    }

    @Test
    void aDroppedValueIsOneLineWithoutTheValue() {
      ContentEditor content = request.with("request_id", "'r-1'").edit(DROP_AND_LOG);
      content.field("vendor").set("secret");

      try (CapturedLog log = CapturedLog.start()) {
        assertThat(operations(content)).isEmpty();

        assertThat(log.lines())
            .containsExactly(
                "WARN Rossum would lose part of the response request=r-1 loss=\"The field 'vendor'"
                    + " got a value that is not among its options.\"");
      }
    }

    @Test
    void theWrittenOptionsCountAndNotTheReceivedOnes() {
      ContentEditor content = request.edit(REFUSE);

      content.field("vendor").set("3").options(Option.of("3", "C"));

      assertThat(operations(content))
          .containsExactly(
              "{'op':'replace','id':5483409760,'value':{'content':{'value':'3'},"
                  + "'options':[{'value':'3','label':'C'}]}}");
    }

    @Test
    void aCaseThatDiffersIsInside() {
      ContentEditor content = request.edit(REFUSE);

      content.field("vendor").set("B");

      assertThat(operations(content)).hasSize(1);
    }

    @Test
    void nothingIsInside() {
      ContentEditor content = request.edit(REFUSE);

      content.field("vendor").clear();

      assertThat(operations(content))
          .containsExactly("{'op':'replace','id':5483409760,'value':{'content':{'value':''}}}");
    }

    @Test
    void withoutKnownOptionsEveryValueIsInside() {
      ContentEditor content = request.edit(REFUSE);

      content.field("note").set("anything");

      assertThat(operations(content)).hasSize(1);
    }

    @Test
    void aValueThatRossumSentItselfIsNotComplainedAbout() {
      ContentEditor content =
          initialize()
              .datapoint(
                  "vendor", "{'content':{'value':'old'},'options':[{'value':'1','label':'A'}]}")
              .edit(REFUSE);

      content.field("vendor").set("old").hidden(true).validatedBy(CONNECTOR);

      assertThat(operations(content)).hasSize(1);
    }

    @Test
    void optionsThatLeaveThePresentValueOutAreRefused() {
      ContentEditor content = request.edit(REFUSE);

      content.field("vendor").options(Option.of("3", "C"));

      assertThatThrownBy(content::response)
          .isInstanceOf(LossyWriteException.class)
          .hasMessage(
              HelpTopic.LOSSY_WRITE.explain(
                  "The field 'vendor' got options that do not include its current value."));
    }

    @Test
    void optionsThatLeaveThePresentValueOutAreOtherwiseSentAndLogged() {
      ContentEditor content = request.with("request_id", "'r-1'").edit(DROP_AND_LOG);
      content.field("vendor").options(Option.of("3", "C"));

      try (CapturedLog log = CapturedLog.start()) {
        assertThat(operations(content))
            .containsExactly(
                "{'op':'replace','id':5483409760,'value':{'options':[{'value':'3','label':'C'}]}}");

        assertThat(log.lines())
            .containsExactly(
                "WARN Rossum would lose part of the response request=r-1 loss=\"The field 'vendor'"
                    + " got options that do not include its current value.\"");
      }
    }
  }
}
