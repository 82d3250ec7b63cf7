package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.HookEvent.INVOCATION_SCHEDULED;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.delivery.DeliverySettings;
import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.DeliveryFault;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.testkit.simulator.SimulatedNodes;
import io.github.rossumext.testkit.simulator.VirtualClock;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The import at night. The ERP takes four minutes for each of its three pages of prices. */
class PriceImportTest {
  private static final URI PUBLIC_URL = URI.create("https://hooks.acme.example/invoice_checks");
  private static final Duration PAGE = Duration.ofMinutes(4);

  private final DataSource database = Queue.database();
  private final PriceList prices = new PriceList(database);
  private final VirtualClock clock = VirtualClock.create();
  private final AtomicInteger pages = new AtomicInteger();
  private volatile boolean isDown;

  private List<PriceSource.Price> page(PriceSource erp, String afterItem) throws Exception {
    if (isDown) {
      isDown = false;
      throw new SQLException("The ERP is down.");
    }
    List<PriceSource.Price> page = erp.pageAfter(afterItem).stream().limit(1).toList();
    if (!page.isEmpty()) {
      clock.sleep(PAGE);
      pages.incrementAndGet();
    }
    return page;
  }

  private HookEndpoint node(DeliveryStore store, @Nullable URI publicUrl) {
    PriceSource erp = new ErpPrices(database);
    PriceImport slow = new PriceImport(afterItem -> page(erp, afterItem), prices);
    return InvoiceChecks.nightly(
            InvoiceChecks.checks(Queue.SECRET, database).store(store).clock(clock), slow, publicUrl)
        .deliveries(DeliverySettings.defaults().withQuickTime(Duration.ofMillis(20)))
        .build();
  }

  private List<Exchange> scheduled(DeliveryFault... faults) {
    try (SimulatedNodes nodes = SimulatedNodes.of(clock, store -> node(store, PUBLIC_URL))) {
      return RossumSimulator.of(
              SimulatedHook.of(nodes, Queue.SECRET).withMaxPollingTime(InvoiceChecks.IMPORT_TIME))
          .clock(clock)
          .deliveryFaults(INVOCATION_SCHEDULED, List.of(faults))
          .schedule(Fixtures.invocationScheduled());
    }
  }

  private void assertImported() throws SQLException {
    assertThat(prices.priceOf("NL-2200")).hasValue(new BigDecimal("4.4000"));
    assertThat(prices.priceOf("NL-3300")).hasValue(new BigDecimal("7.1500"));
    assertThat(prices.priceOf("NL-4410")).hasValue(new BigDecimal("18.9000"));
  }

  @Test
  void mayTakeTwelveMinutes() throws SQLException {
    List<Exchange> exchanges = scheduled();

    assertThat(exchanges).singleElement().matches(Exchange::isSuccess);
    assertThat(Duration.between(VirtualClock.create().instant(), clock.instant()))
        .isGreaterThanOrEqualTo(PAGE.multipliedBy(3));
    assertThat(pages).hasValue(3);
    assertImported();
  }

  @Test
  void isNotStartedASecondTimeIfRossumDoesNotLearnThatItHasBegun() throws SQLException {
    List<Exchange> exchanges = scheduled(DeliveryFault.RESPONSE_LOST);

    assertThat(exchanges).hasSize(2).last().matches(Exchange::isSuccess);
    assertThat(pages).hasValue(3);
    assertImported();
  }

  @Test
  void beginsAgainIfItsNodeIsKilled() throws SQLException {
    List<Exchange> exchanges = scheduled(DeliveryFault.NODE_KILLED_LATER);

    assertThat(exchanges).last().matches(Exchange::isSuccess);
    assertImported();
  }

  @Test
  void beginsAgainIfTheErpDoesNotRespond() throws SQLException {
    isDown = true;

    List<Exchange> exchanges = scheduled();

    assertThat(exchanges).hasSize(2).last().matches(Exchange::isSuccess);
    assertImported();
  }

  @Test
  void withoutAPublicUrlItEndsWithinTheRequest() throws SQLException {
    HookEndpoint.Builder endpoint = InvoiceChecks.endpoint(Queue.SECRET, database, null);
    try (HookEndpoint quick = endpoint.build()) {
      assertThat(RossumSimulator.of(quick, Queue.SECRET).schedule(Fixtures.invocationScheduled()))
          .singleElement()
          .satisfies(exchange -> assertThat(exchange).hasStatus(200));
    }
    assertImported();
  }
}
