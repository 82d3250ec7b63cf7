package io.github.rossumext.examples.invoicechecks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The booked invoices. Two unique keys let it book once: that of the delivery recognises what
 * Rossum repeats, and supplier and number recognise what a user exports again. Only letters and
 * digits of a number count: {@code RE-2026/17} equals {@code re 2026 17}. Thread-safe: each call
 * takes a connection of its own.
 */
final class Ledger {
  private static final Pattern IGNORED = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final String FIND =
      "SELECT annotation FROM ledger WHERE vendor = ? AND number = ? AND annotation <> ?";

  private static final String BOOK =
      "INSERT INTO ledger (delivery, annotation, vendor, number) VALUES (?, ?, ?, ?)";

  private final DataSource database;

  Ledger(DataSource database) {
    this.database = database;
  }

  /**
   * Returns another annotation that was booked as the same invoice; empty if the invoice was not
   * booked.
   */
  OptionalLong otherThan(long annotation, String vendor, String invoiceId) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setString(1, vendor);
      find.setString(2, number(invoiceId));
      find.setLong(3, annotation);
      try (ResultSet rows = find.executeQuery()) {
        return rows.next() ? OptionalLong.of(rows.getLong("annotation")) : OptionalLong.empty();
      }
    }
  }

  /**
   * Books an invoice, once for each delivery: if this delivery is booked already, nothing changes.
   * Nothing changes either if another delivery has booked the same document under the same number.
   * If a user has corrected the number meanwhile, it is another invoice.
   *
   * @param delivery the {@code context.deliveryKey()}, the same for everything that Rossum repeats
   * @return another annotation that was booked as the same invoice; empty if this one is booked
   */
  OptionalLong book(String delivery, long annotation, String vendor, String invoiceId)
      throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement book = connection.prepareStatement(BOOK)) {
      book.setString(1, delivery);
      book.setLong(2, annotation);
      book.setString(3, vendor);
      book.setString(4, number(invoiceId));
      book.executeUpdate();
      return OptionalLong.empty();
    } catch (SQLIntegrityConstraintViolationException e) { // one of the two keys is there
      return otherThan(annotation, vendor, invoiceId);
    }
  }

  private static String number(String invoiceId) {
    return IGNORED.matcher(invoiceId.toUpperCase(Locale.ROOT)).replaceAll("");
  }
}
