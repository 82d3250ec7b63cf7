package io.github.rossumext.jdbc;

import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.internal.help.LogText;
import java.sql.SQLException;
import java.util.Locale;

/**
 * A failure whose cause the store knows. The log shows its text, which has nothing of the driver's
 * except the SQLState: a driver may quote what it was given.
 */
final class StoreException extends SQLException {
  private static final long serialVersionUID = 1L;

  static {
    Access.open(
        StoreException.class, LogText.class, e -> new LogText(String.valueOf(e.getMessage())));
  }

  private final boolean isAboutTheTable;

  private StoreException(HelpTopic help, String problem, SQLException cause) {
    super(help.explain(problem), cause.getSQLState(), cause.getErrorCode(), cause);
    isAboutTheTable = help == HelpTopic.MISSING_TABLE;
  }

  /** Returns whether the table or the view is missing, or may not be used. */
  boolean isAboutTheTable() {
    return isAboutTheTable;
  }

  /** Returns the exception for a pool or driver that gives no connection. */
  static StoreException withoutConnection(SQLException cause) {
    return new StoreException(
        HelpTopic.STORE_UNREACHABLE,
        "The store gets no connection to its database (SQLState " + cause.getSQLState() + ").",
        cause);
  }

  /** Returns a clearer exception if the database does not know the table; otherwise this one. */
  static SQLException of(SQLException failure) {
    String state = String.valueOf(failure.getSQLState()).toUpperCase(Locale.ROOT);
    // 42: syntax or access, such as an unknown table; SQL Server calls it S0002.
    if (!state.startsWith("42") && !state.startsWith("S00")) {
      return failure;
    }
    return new StoreException(
        HelpTopic.MISSING_TABLE,
        "The table rossum_delivery or the view rossum_delivery_clock is missing, or the user of the"
            + " connection may not use it (SQLState "
            + state
            + "). Call JdbcDeliveryStore.createTable(), or run the SQL file for your database.",
        failure);
  }
}
