package io.github.rossumext.examples.invoicechecks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The booked invoices. Only letters and digits of an invoice number count: {@code RE-2026/17}
 * equals {@code re 2026 17}. Thread-safe: each call takes a connection of its own.
 */
final class Ledger {
  private static final Pattern IGNORED = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final String FIND =
      "SELECT annotation FROM ledger WHERE vendor = ? AND number = ? AND annotation <> ?";

  // Rossum repeats an export if the response is late. MERGE books it once.
  private static final String BOOK =
      "MERGE INTO ledger (annotation, vendor, number) KEY (annotation) VALUES (?, ?, ?)";

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
   * Books an invoice. If this annotation was booked before, the new booking replaces the old one.
   *
   * @throws SQLException if the database fails, or if another annotation was booked as the same
   *     invoice
   */
  void book(long annotation, String vendor, String invoiceId) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement book = connection.prepareStatement(BOOK)) {
      book.setLong(1, annotation);
      book.setString(2, vendor);
      book.setString(3, number(invoiceId));
      book.executeUpdate();
    }
  }

  private static String number(String invoiceId) {
    return IGNORED.matcher(invoiceId.toUpperCase(Locale.ROOT)).replaceAll("");
  }
}
