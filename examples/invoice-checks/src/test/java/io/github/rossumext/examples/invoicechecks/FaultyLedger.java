package io.github.rossumext.examples.invoicechecks;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database in which booking an invoice goes wrong as a test says. It counts the attempts. */
final class FaultyLedger {
  /** What goes wrong with one booking. */
  enum Fault {
    NONE,
    /** Nothing is booked. */
    DOWN,
    /** The invoice is booked, and nobody learns it. */
    RESPONSE_LOST
  }

  private final DataSource database;
  private final Deque<Fault> faults = new ArrayDeque<>();
  private int attempts;

  FaultyLedger(DataSource database, List<Fault> faults) {
    this.database = database;
    this.faults.addAll(faults);
  }

  /** Returns the database as the extension sees it. */
  DataSource dataSource() {
    return watched(DataSource.class, database);
  }

  /** Returns how often the extension tried to book. */
  synchronized int attempts() {
    return attempts;
  }

  /** Lets everything go well from now on. */
  synchronized void repair() {
    faults.clear();
  }

  private synchronized Fault next() {
    attempts++;
    return faults.isEmpty() ? Fault.NONE : faults.remove();
  }

  private <T> T watched(Class<T> type, Object target) {
    InvocationHandler handler = (proxy, method, arguments) -> call(target, method, arguments);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    boolean isBooking =
        method.getName().equals("executeUpdate") && target.toString().contains("INTO ledger");
    Fault fault = isBooking ? next() : Fault.NONE;
    if (fault == Fault.DOWN) {
      throw new SQLException("The ledger is down.");
    }
    Object result;
    try {
      result = method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    if (fault == Fault.RESPONSE_LOST) {
      throw new SQLException("The ledger did not respond.");
    }
    if (result instanceof Connection) {
      return watched(Connection.class, result);
    }
    return result instanceof PreparedStatement ? watched(PreparedStatement.class, result) : result;
  }
}
