package io.github.rossumext.examples.ordermatching;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.Row;
import io.github.rossumext.rules.SharedKey;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

/** The purchase orders in the database. */
interface PurchaseOrders extends CrudRepository<PurchaseOrder, String> {
  SharedKey<Optional<PurchaseOrder>> OF_DOCUMENT = SharedKey.of("order");

  /** Returns the order of a document. It is loaded once for all rules of a request. */
  default Optional<PurchaseOrder> of(ContentEditor content) {
    return content.shared(OF_DOCUMENT, () -> findById(content.field(Fields.ORDER_ID).text()));
  }

  /** Returns the order line that is chosen in a line of the document. */
  default Optional<OrderLine> chosenIn(Row line, ContentEditor content) {
    return of(content).flatMap(order -> order.line(line.field(LineItem.ITEM_ORDER_LINE).text()));
  }

  @Query("SELECT MAX(changed) FROM purchase_order")
  Optional<LocalDate> lastChange();

  /** Stores an order. If its number is known, it replaces that order. */
  default void replace(PurchaseOrder order) {
    int version = findById(order.id()).map(PurchaseOrder::version).orElse(0);
    save(order.withVersion(version));
  }
}
