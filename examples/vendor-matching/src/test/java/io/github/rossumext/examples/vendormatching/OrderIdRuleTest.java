package io.github.rossumext.examples.vendormatching;

import static io.github.rossumext.payload.HookAction.INITIALIZE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.payload.HookAction;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderIdRuleTest {
  private final OrderIdRule rule = new OrderIdRule();

  @ParameterizedTest
  @ValueSource(strings = {"12", "1234567", "12345a", " 123456", "123456\n", "１２３４５６", " "})
  void anythingButSixDigitsIsWarnedOf(String received) throws Exception {
    ContentResponse answer = Call.at(INITIALIZE).with("order_id", received).answeredBy(rule);

    assertThat(answer)
        .isEqualTo(
            ContentResponse.builder()
                .message(Message.of(MessageType.WARNING, "Invalid order_id format.").on(1))
                .build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456", "000000", ""})
  void sixDigitsOrNothingIsFine(String received) throws Exception {
    assertThat(Call.at(INITIALIZE).with("order_id", received).answeredBy(rule))
        .isEqualTo(ContentResponse.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"initialize", "started", "updated", "user_update"})
  void itAppliesWheneverItIsCalled(String action) throws Exception {
    assertThat(Call.at(new HookAction(action)).with("order_id", "12").answeredBy(rule).messages())
        .hasSize(1);
  }

  @Test
  void aDocumentWithoutOrderNumberIsSkipped() throws Exception {
    assertThat(Call.at(INITIALIZE).with("invoice_id", "12").answeredBy(rule))
        .isEqualTo(ContentResponse.empty());
  }
}
