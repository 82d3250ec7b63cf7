package io.github.rossumext.examples.ordermatching;

import static io.github.rossumext.HookEvent.INVOCATION_SCHEDULED;

import io.github.rossumext.HookContext;
import io.github.rossumext.HookEvent;
import io.github.rossumext.payload.ScheduledPayload;
import io.github.rossumext.response.NoResponse;
import io.github.rossumext.spring.EventNotificationHandler;
import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec;

/**
 * Imports the orders that have changed since the last import. That may take minutes. A run that
 * ends in the middle may begin again: it stores the same orders.
 */
@Component
final class OrderImport implements EventNotificationHandler<ScheduledPayload> {
  private final PurchaseOrders orders;
  private final RestClient erp;

  OrderImport(PurchaseOrders orders, RestClient.Builder erp) {
    this.orders = orders;
    this.erp = erp.build();
  }

  @Override
  public HookEvent<ScheduledPayload, NoResponse> event() {
    return INVOCATION_SCHEDULED;
  }

  @Override
  public void receive(ScheduledPayload call, HookContext context) {
    LocalDate since = orders.lastChange().orElse(LocalDate.EPOCH);
    URI next = store(erp.get().uri("/orders?since={since}", since));
    while (next != null) {
      next = store(erp.get().uri(next));
    }
  }

  /** Stores a page, and returns where the next one is. */
  private @Nullable URI store(RequestHeadersSpec<?> request) {
    OrderPage page =
        Objects.requireNonNull(
            request.retrieve().body(OrderPage.class), "The ERP responds without a page.");
    page.results().forEach(orders::replace);
    return page.next();
  }
}
