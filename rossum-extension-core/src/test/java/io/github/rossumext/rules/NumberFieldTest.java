package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.Wire.operations;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.value.Tolerance;
import java.math.BigDecimal;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFieldTest {
  @Test
  void theDigitsAreThoseThatItCameWith() {
    NumberField total = initialize().field("total", "123.40").edit().number("total");

    assertThat(total.value()).isEqualTo(new BigDecimal("123.40"));
    assertThat(total.find()).contains(new BigDecimal("123.40"));
    assertThat(total.orElse(BigDecimal.ONE)).isEqualTo("123.40");
    assertThat(total.orZero()).isEqualTo("123.40");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "abc", "1,132.87", "1 000", "12-", "0x10", "NaN", "1E9999"})
  void whatIsNoPlainDecimalReadsAsEmpty(String text) {
    NumberField total = initialize().field("total", text).edit().number("total");

    assertThat(total.isSet()).isFalse();
    assertThat(total.find()).isEmpty();
    assertThat(total.orZero()).isZero();
    assertThat(total.orElse(BigDecimal.TEN)).isEqualTo("10");
  }

  @Test
  void theValueOfAnEmptyFieldThrowsAndNamesTheField() {
    NumberField total = initialize().field("total", "abc").edit().number("total");

    assertThatThrownBy(total::value)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage(
            HelpTopic.NO_NUMBER_OR_DATE.explain(
                "'total' is empty or not a number. Ask isSet() first, or call orElse(…)."));
  }

  @Test
  void aTextIsWrittenAsTheNumberThatItIs() {
    ContentEditor content = initialize().field("a", "").field("b", "7.0").field("c", "7").edit();

    content.number("a").set("1132.870");
    content.number("b").set("7");
    content.number("c").set("");

    assertThat(operations(content))
        .containsExactly(
            "{'op':'replace','id':5483409760,'value':{'content':{'value':'1132.870'}}}",
            "{'op':'replace','id':5483409762,'value':{'content':{'value':''}}}");
  }

  @Test
  void aTextThatIsNoNumberThrowsAndNamesTheField() {
    NumberField total = initialize().field("total", "").edit().number("total");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> total.set("1,132.87"))
        .withMessageContaining("'total' must be a plain decimal")
        .withMessageNotContaining("1,132.87");
  }

  @Test
  void aDefaultFillsWhatCannotBeRead() {
    ContentEditor content = initialize().field("total", "abc").edit();

    content.number("total").defaultTo("0");

    assertThat(content.number("total").value()).isZero();
  }

  @Test
  void aNumberIsCloseToWhatTheToleranceAllows() {
    NumberField total = initialize().field("total", "99.99").edit().number("total");

    assertThat(total.isCloseTo(new BigDecimal("100"), Tolerance.absolute("0.01"))).isTrue();
    assertThat(total.isCloseTo(new BigDecimal("100.01"), Tolerance.absolute("0.01"))).isFalse();
    assertThat(total.isCloseTo(new BigDecimal("100"), Tolerance.percent("0.01"))).isTrue();
    assertThat(total.isCloseTo(new BigDecimal("101"), Tolerance.percent("0.01"))).isFalse();
  }

  @Test
  void anEmptyFieldIsCloseToNothing() {
    NumberField total = initialize().field("total", "").edit().number("total");

    assertThat(total.isCloseTo(BigDecimal.ZERO, Tolerance.absolute("1"))).isFalse();
  }

  @Test
  void onlyNumbersAndTheirTextsCanBeWritten() {
    assertThat(NumberField.class.getMethods())
        .filteredOn(method -> method.getName().equals("set") && !method.isBridge())
        .extracting(method -> method.getParameterTypes()[0].getSimpleName())
        .containsExactlyInAnyOrder("BigDecimal", "long", "String");
  }

  @Test
  void everySetterReturnsTheNumberFieldItself() {
    NumberField total = initialize().field("total", "").edit().number("total");

    assertThat(total.hide().set("2").set(3).validatedBy(CONNECTOR).value()).isEqualTo("3");
  }
}
