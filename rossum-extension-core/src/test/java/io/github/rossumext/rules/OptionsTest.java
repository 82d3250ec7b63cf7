package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.Wire.operations;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.value.Option;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private static final Option A = Option.of("1", "A");
  private static final Option B = Option.of("2", "B");
  private static final String TWO =
      "{'content':{'value':''},'options':[{'value':'1','label':'A'},{'value':'2','label':'B'}]}";

  @Test
  void theReceivedListIsRead() {
    ContentEditor content = initialize().datapoint("vendor", TWO).edit();

    assertThat(content.field("vendor").options()).containsExactly(A, B);
  }

  @Test
  void aFieldWithoutAnOverriddenListHasNone() {
    ContentEditor content =
        initialize().field("a", "").datapoint("b", "{'content':{},'options':null}").edit();

    assertThat(content.field("a").options()).isEmpty();
    assertThat(content.field("b").options()).isEmpty();
  }

  @Test
  void theReceivedListIsNotSentAgain() {
    ContentEditor content = initialize().datapoint("vendor", TWO).edit();

    content.field("vendor").options(A).options(A, B);

    assertThat(operations(content)).isEmpty();
  }

  @Test
  void aListThatIsTheReceivedOneOnceItCanBeStoredIsNotSentAgain() {
    ContentEditor content = initialize().datapoint("vendor", TWO).edit();

    content.field("vendor").options(Option.of("1\0", "A"), Option.of("2", "\0B"));

    assertThat(operations(content)).isEmpty();
  }

  @Test
  void anotherOrderIsAnotherList() {
    ContentEditor content = initialize().datapoint("vendor", TWO).edit();

    content.field("vendor").options(B, A);

    assertThat(operations(content))
        .containsExactly(
            "{'op':'replace','id':5483409760,'value':{"
                + "'options':[{'value':'2','label':'B'},{'value':'1','label':'A'}]}}");
  }

  @Test
  void aListIsSentWhereNoneWasOverriddenEvenIfItIsEmpty() {
    ContentEditor content = initialize().field("a", "").field("b", "").edit();

    content.field("a").options(List.of());
    content.field("b").options(Option.of("", ""));

    assertThat(operations(content))
        .containsExactly(
            "{'op':'replace','id':5483409760,'value':{'options':[]}}",
            "{'op':'replace','id':5483409761,'value':{'options':[{'value':'','label':''}]}}");
  }

  @Test
  void theAuthorsListIsCopied() {
    ContentEditor content = initialize().field("a", "").field("b", "").edit();
    List<Option> list = new ArrayList<>(List.of(A));

    content.field("a").options(list);
    list.add(B);
    content.field("b").options(list);

    assertThat(content.field("a").options()).containsExactly(A);
    assertThat(content.field("b").options()).containsExactly(A, B);
  }

  @Test
  void aListThatWasReadIsYoursAndChangingItDoesNotChangeTheField() {
    ContentEditor content = initialize().datapoint("a", TWO).field("b", "").edit();
    List<Option> received = content.field("a").options();
    List<Option> written = content.field("b").options(A).options();

    received.clear();
    written.add(B);

    assertThat(content.field("a").options()).containsExactly(A, B);
    assertThat(content.field("b").options()).containsExactly(A);
    assertThat(operations(content))
        .containsExactly(
            "{'op':'replace','id':5483409761,'value':{'options':[{'value':'1','label':'A'}]}}");
  }

  @Test
  void aListPassedOnToAnotherFieldLeavesTheFirstAsItIs() {
    ContentEditor content = initialize().datapoint("a", TWO).field("b", "").edit();

    content.field("b").options(content.field("a").options());
    content.field("b").options(B);

    assertThat(content.field("a").options()).containsExactly(A, B);
    assertThat(operations(content))
        .containsExactly(
            "{'op':'replace','id':5483409761,'value':{'options':[{'value':'2','label':'B'}]}}");
  }

  @Test
  void aChoiceIsWrittenByItsValue() {
    ContentEditor content = initialize().datapoint("vendor", TWO).edit();

    content.field("vendor").choose(B);

    assertThat(operations(content))
        .containsExactly("{'op':'replace','id':5483409760,'value':{'content':{'value':'2'}}}");
  }
}
