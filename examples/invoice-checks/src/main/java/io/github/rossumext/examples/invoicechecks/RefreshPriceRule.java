package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.value.ValidationSource.CONNECTOR;

import io.github.rossumext.UserMessageException;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.Field;
import io.github.rossumext.rules.Row;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Optional;

/** Fetches the agreed price of the item when the user clicks the button of a line. */
final class RefreshPriceRule implements ContentRule {
  private final PriceList prices;

  RefreshPriceRule(PriceList prices) {
    this.prices = prices;
  }

  @Override
  public void apply(ContentEditor content) {
    if (!content.clicked(Buttons.ITEM_REFRESH)) {
      return;
    }
    for (Row line : content.table(LineItem.TABLE)) {
      if (line.clicked(Buttons.ITEM_REFRESH)) {
        refresh(line);
      }
    }
  }

  private void refresh(Row line) {
    Field item = line.field(LineItem.ITEM_CODE);
    Optional<BigDecimal> price = priceOf(item.text());
    if (price.isPresent()) {
      line.field(LineItem.ITEM_AMOUNT_BASE).set(price.get()).validatedBy(CONNECTOR);
    } else {
      item.warning("The price list does not have this item.");
    }
  }

  private Optional<BigDecimal> priceOf(String item) {
    try {
      return prices.priceOf(item);
    } catch (SQLException e) {
      throw new UserMessageException("The price list does not respond. Try again.", e);
    }
  }
}
