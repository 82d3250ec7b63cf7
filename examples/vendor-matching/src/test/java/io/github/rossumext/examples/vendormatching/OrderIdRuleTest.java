package io.github.rossumext.examples.vendormatching;

import static io.github.rossumext.examples.vendormatching.Documents.invoice;
import static io.github.rossumext.examples.vendormatching.Queue.changes;
import static io.github.rossumext.examples.vendormatching.Queue.initialized;
import static io.github.rossumext.examples.vendormatching.Queue.said;
import static io.github.rossumext.examples.vendormatching.Queue.worked;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.ShownMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderIdRuleTest {
  private static final String WARNING = "warning on order_id: Invalid order_id format.";

  @ParameterizedTest
  @ValueSource(strings = {"12", "1234567", "12345a", " 123456", "123456\n", "１２３４５６", " "})
  void anythingButSixDigitsIsWarnedOf(String received) {
    RossumSimulator rossum = initialized(invoice().withField("order_id", received));

    assertThat(said(rossum)).containsExactly(WARNING);
    assertThat(changes(rossum, "order_id")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456", "000000", ""})
  void sixDigitsOrNothingIsFine(String received) {
    assertThat(initialized(invoice().withField("order_id", received))).hasNoMessages();
  }

  @ParameterizedTest
  @ValueSource(strings = {"initialize", "started", "updated", "user_update"})
  void itAppliesToEachAction(String action) {
    RossumSimulator rossum = worked(invoice().withField("order_id", "12"), action);

    assertThat(rossum.exchanges())
        .isNotEmpty()
        .allSatisfy(
            exchange -> {
              assertThat(exchange.eventAndAction()).isEqualTo("annotation_content." + action);
              assertThat(saidIn(exchange)).containsExactly(WARNING);
            });
  }

  private static List<String> saidIn(Exchange exchange) {
    return exchange.messages().stream().map(ShownMessage::toString).toList();
  }

  @Test
  void aWarningDoesNotKeepTheUserFromConfirming() {
    assertThat(initialized(invoice().withField("order_id", "12")).confirm()).isAccepted();
  }

  @Test
  void aDocumentWithoutOrderNumberIsSkipped() {
    RossumSimulator rossum = initialized(invoice().without("order_id"));

    assertThat(rossum).hasNoMessages();
    assertThat(rossum).hasNoProblems();
  }
}
