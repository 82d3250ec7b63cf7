package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.payload.AnnotationStatus.EXPORTED;

import io.github.rossumext.HookContext;
import io.github.rossumext.NotificationHandler;
import io.github.rossumext.client.RossumClient;
import io.github.rossumext.payload.StatusPayload;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;

/**
 * Archives a document when it is exported. The event does not have the content, so the archive
 * fetches it from Rossum. If Rossum or the database fails, Rossum sends the event again.
 */
final class Archive implements NotificationHandler<StatusPayload> {
  // An event may come twice, and a document may be exported twice. MERGE keeps one row.
  private static final String STORE =
      "MERGE INTO archive (annotation, document_type, invoice_id, vendor, date_issue, amount_total)"
          + " KEY (annotation) VALUES (?, ?, ?, ?, ?, ?)";

  /** What is archived: fields that the schema requires. */
  record Invoice(
      String documentType,
      String invoiceId,
      String vendor,
      LocalDate dateIssue,
      BigDecimal amountTotal) {}

  private final DataSource database;

  Archive(DataSource database) {
    this.database = database;
  }

  @Override
  public void receive(StatusPayload change, HookContext context) throws SQLException {
    if (change.annotation().status().filter(EXPORTED::equals).isPresent()) {
      long annotation = change.annotation().id().orElseThrow();
      RossumClient rossum = RossumClient.of(context);
      store(annotation, rossum.annotations().content(annotation).as(Invoice.class));
    }
  }

  private void store(long annotation, Invoice invoice) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement store = connection.prepareStatement(STORE)) {
      store.setLong(1, annotation);
      store.setString(2, invoice.documentType());
      store.setString(3, invoice.invoiceId());
      store.setString(4, invoice.vendor());
      store.setObject(5, invoice.dateIssue());
      store.setBigDecimal(6, invoice.amountTotal());
      store.executeUpdate();
    }
  }
}
