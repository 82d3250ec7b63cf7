package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.Wire.operations;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.internal.help.HelpTopic;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateFieldTest {
  private static final LocalDate DAY = LocalDate.of(2022, 5, 13);

  @Test
  void anIsoDateIsRead() {
    DateField due = initialize().field("due", "2022-05-13").edit().date("due");

    assertThat(due.isSet()).isTrue();
    assertThat(due.value()).isEqualTo(DAY);
    assertThat(due.find()).contains(DAY);
    assertThat(due.orElse(LocalDate.MAX)).isEqualTo(DAY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "13.5.2022",
        "2022-02-30",
        "2022-5-13",
        "20220513",
        "+2022-05-1",
        "2022-05-13T"
      })
  void whatIsNoIsoDateReadsAsEmpty(String text) {
    DateField due = initialize().field("due", text).edit().date("due");

    assertThat(due.isSet()).isFalse();
    assertThat(due.find()).isEmpty();
    assertThat(due.orElse(DAY)).isEqualTo(DAY);
  }

  @Test
  void theValueOfAnEmptyFieldThrowsAndNamesTheField() {
    DateField due = initialize().field("due", "").edit().date("due");

    assertThatThrownBy(due::value)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage(
            HelpTopic.NO_NUMBER_OR_DATE.explain(
                "'due' is empty or not a date. Ask isSet() first, or call orElse(…)."));
  }

  @Test
  void aDateIsWrittenInIsoFormat() {
    ContentEditor content = initialize().field("due", "1.1.22", "2022-01-01").edit();

    content.date("due").set(content.date("due").value().plusDays(14));

    assertThat(operations(content))
        .containsExactly(
            "{'op':'replace','id':5483409760,'value':{'content':{'value':'2022-01-15'}}}");
  }

  @Test
  void anIsoTextIsComparedByDayAndTheEmptyOneClears() {
    ContentEditor content =
        initialize().field("due", "1.1.22", "2022-01-01").field("paid", "x").edit();

    content.date("due").set("2022-01-01");
    content.date("paid").set("");

    assertThat(operations(content))
        .containsExactly("{'op':'replace','id':5483409761,'value':{'content':{'value':''}}}");
  }

  @Test
  void aTextThatIsNoIsoDateThrowsAndNamesTheField() {
    DateField due = initialize().field("due", "").edit().date("due");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> due.set("13.5.2022"))
        .withMessageContaining("'due'")
        .withMessageNotContaining("13.5.2022");
  }

  @Test
  void aYearWithoutFourDigitsIsRefusedSinceItsTextWouldBeNoIsoDate() {
    DateField due = initialize().field("due", "").edit().date("due");

    assertThatIllegalArgumentException().isThrownBy(() -> due.set(LocalDate.of(0, 1, 1)));
    assertThatIllegalArgumentException().isThrownBy(() -> due.set(LocalDate.of(10_000, 1, 1)));
    assertThat(due.set(LocalDate.of(1, 1, 1)).text()).isEqualTo("0001-01-01");
    assertThat(due.set(LocalDate.of(9999, 12, 31)).text()).isEqualTo("9999-12-31");
  }

  @Test
  void onlyDatesAndTheirTextsCanBeWritten() {
    assertThat(DateField.class.getMethods())
        .filteredOn(method -> method.getName().equals("set") && !method.isBridge())
        .extracting(method -> method.getParameterTypes()[0].getSimpleName())
        .containsExactlyInAnyOrder("LocalDate", "String");
  }

  @Test
  void everySetterReturnsTheDateFieldItself() {
    DateField due = initialize().field("due", "").edit().date("due");
    LocalDate date = LocalDate.of(2026, 1, 31);

    assertThat(due.clear().defaultTo(date).set(date).validatedBy(CONNECTOR).value())
        .isEqualTo(date);
  }
}
