package io.github.rossumext.jdbc;

import io.github.rossumext.delivery.Delivery;
import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table, with the delivery that its key leads to. Immutable.
 *
 * @param key the key of the row
 * @param id the id of the delivery
 * @param stored the delivery; null if it was deleted
 * @param age how long ago the delivery changed, in milliseconds
 * @param bodyMillis how long after its end the key of a body recognises it
 * @param keepMillis how long it is kept
 */
record Row(
    String key, String id, @Nullable Delivery stored, long age, long bodyMillis, long keepMillis) {

  /** Reads the columns that {@link Sql#FIND_BY_KEYS} selects. */
  static Row read(ResultSet rows) throws SQLException {
    return new Row(
        rows.getString(1),
        rows.getString(2),
        delivery(rows),
        rows.getLong(8),
        rows.getLong(9),
        rows.getLong(10));
  }

  private static @Nullable Delivery delivery(ResultSet rows) throws SQLException {
    String state = rows.getString(5);
    if (state == null) {
      return null;
    }
    Delivery run = Delivery.of(rows.getString(2), rows.getInt(3), rows.getLong(4));
    return switch (Delivery.State.valueOf(state)) {
      case RUNNING -> run;
      case DONE -> run.withResponse(rows.getInt(6), body(rows));
      case RETRY -> run.withRetry();
    };
  }

  private static byte[] body(ResultSet rows) throws SQLException {
    try (InputStream in = rows.getBinaryStream(7)) { // which every kind of column understands
      return in == null ? new byte[0] : in.readAllBytes();
    } catch (IOException e) {
      throw new SQLException("The body of a response cannot be read.", e);
    }
  }

  /** Returns the delivery of a row that {@link #isKept()}. */
  Delivery delivery() {
    return Objects.requireNonNull(stored);
  }

  /** Returns whether the delivery is there, and its time is not over. */
  boolean isKept() {
    return stored != null && age <= keepMillis;
  }

  /** Returns whether a request whose body has this key says the same as this delivery. */
  boolean isSame() {
    return stored != null
        && isKept()
        && (stored.state() == Delivery.State.RUNNING || age < bodyMillis);
  }
}
