package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.HookContext;
import io.github.rossumext.NotificationHandler;
import io.github.rossumext.payload.ScheduledPayload;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports the agreed prices every night. That may take minutes. A run that ends in the middle
 * leaves the pages that it has stored, and a second run stores the same prices again. So it may run
 * again whatever happened.
 */
final class PriceImport implements NotificationHandler<ScheduledPayload> {
  private static final Logger LOG = LoggerFactory.getLogger(PriceImport.class);

  private final PriceSource source;
  private final PriceList prices;

  PriceImport(PriceSource source, PriceList prices) {
    this.source = source;
    this.prices = prices;
  }

  @Override
  public void receive(ScheduledPayload call, HookContext context) throws Exception {
    int imported = 0;
    String last = "";
    for (List<PriceSource.Price> page = source.pageAfter(last);
        !page.isEmpty();
        page = source.pageAfter(last)) {
      prices.store(page);
      imported += page.size();
      last = page.get(page.size() - 1).item();
    }
    LOG.info("prices imported count={}", imported);
  }
}
