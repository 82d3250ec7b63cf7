package io.github.rossumext.examples.vendormatching;

import static io.github.rossumext.payload.HookAction.INITIALIZE;
import static io.github.rossumext.response.DatapointChange.none;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.payload.HookAction;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.Replace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceIdRuleTest {
  private final InvoiceIdRule rule = new InvoiceIdRule();

  @ParameterizedTest
  @CsvSource({"INV-77, 77", "2026/0117, 20260117", "' 77 ', 77", "٣4, 4", "none, ''"})
  void everythingButTheDigitsIsRemoved(String received, String digits) throws Exception {
    ContentResponse answer = Call.at(INITIALIZE).with("invoice_id", received).answeredBy(rule);

    assertThat(answer)
        .isEqualTo(
            ContentResponse.builder()
                .operation(
                    Replace.of(1, none().value(digits).validationSources(List.of(CONNECTOR))))
                .build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"77", "0", ""})
  void aNumberOfDigitsOnlyIsLeftAsItIs(String received) throws Exception {
    assertThat(Call.at(INITIALIZE).with("invoice_id", received).answeredBy(rule))
        .isEqualTo(ContentResponse.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"initialize", "started", "updated", "user_update"})
  void itAppliesWheneverItIsCalled(String action) throws Exception {
    assertThat(
            Call.at(new HookAction(action))
                .with("invoice_id", "INV-77")
                .answeredBy(rule)
                .operations())
        .hasSize(1);
  }

  @Test
  void aDocumentWithoutInvoiceNumberIsSkipped() throws Exception {
    assertThat(Call.at(INITIALIZE).with("order_id", "INV-77").answeredBy(rule))
        .isEqualTo(ContentResponse.empty());
  }
}
