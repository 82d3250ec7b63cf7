package io.github.rossumext.examples.ordermatching;

import static io.github.rossumext.HookEvent.INVOCATION_SCHEDULED;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.DeliveryFault;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.testkit.simulator.VirtualClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;

/** The import at night. The ERP takes four minutes for each page. */
@DirtiesContext // the orders are others now
class OrderImportTest extends Slice {
  private static final Duration PAGE = Duration.ofMinutes(4);

  private static final String CHANGED =
      """
      [{"id": "450017", "changed": "2026-02-01", "lines": [
        {"position": 10, "item": "NL-4410", "description": "Copy paper A4, box", "quantity": 40,
         "price": 18.90, "vat_rate": 19}]}]
      """;
  private static final String NEW =
      """
      [{"id": "450020", "changed": "2026-02-02", "lines": [
        {"position": 10, "item": "NL-9000", "description": "Toner", "quantity": 5,
         "price": 61, "vat_rate": 19}]}]
      """;

  @Autowired VirtualClock clock;
  @Autowired PurchaseOrders orders;

  @TestConfiguration(proxyBeanMethods = false)
  static class Clock {
    @Bean
    VirtualClock clock() {
      return VirtualClock.create();
    }
  }

  @BeforeEach
  void slowPages() {
    ERP.pages(CHANGED, NEW, "[]");
    ERP.beforePage(() -> clock.sleep(PAGE));
  }

  private List<Exchange> scheduled(DeliveryFault... faults) {
    SimulatedHook hook =
        SimulatedHook.of(endpoint, SECRET).withMaxPollingTime(Duration.ofMinutes(30));
    return RossumSimulator.of(hook)
        .clock(clock)
        .deliveryFaults(INVOCATION_SCHEDULED, List.of(faults))
        .schedule(Fixtures.invocationScheduled());
  }

  private void assertImported() {
    assertThat(orders.findById("450017").orElseThrow().lines()).hasSize(1); // 20 and 30 are gone
    assertThat(orders.findById("450020").orElseThrow().lines())
        .singleElement()
        .satisfies(line -> assertThat(line.price()).isEqualByComparingTo(new BigDecimal("61")));
  }

  @Test
  void mayTakeTwelveMinutes() {
    Instant start = clock.instant();

    List<Exchange> exchanges = scheduled();

    assertThat(exchanges).singleElement().matches(Exchange::isSuccess);
    assertThat(Duration.between(start, clock.instant()))
        .isGreaterThanOrEqualTo(PAGE.multipliedBy(3));
    assertImported();
  }

  @Test
  void asksForWhatHasChangedSinceTheLastTime() {
    scheduled();
    ERP.clear();
    ERP.pages("[]");
    clock.advance(Duration.ofHours(25)); // the next night: the request has the same id here

    scheduled();

    assertThat(ERP.requests()).containsExactly("GET /orders?since=2026-02-02");
  }

  @Test
  void isNotStartedASecondTimeIfRossumDoesNotLearnThatItHasBegun() {
    List<Exchange> exchanges = scheduled(DeliveryFault.RESPONSE_LOST);

    assertThat(exchanges).last().matches(Exchange::isSuccess);
    assertThat(ERP.requests()).hasSize(3);
  }

  @Test
  void beginsAgainIfTheErpDoesNotRespond() {
    ERP.next(List.of(TestErp.Fault.DOWN));

    List<Exchange> exchanges = scheduled();

    assertThat(exchanges).last().matches(Exchange::isSuccess);
    assertImported();
  }
}
