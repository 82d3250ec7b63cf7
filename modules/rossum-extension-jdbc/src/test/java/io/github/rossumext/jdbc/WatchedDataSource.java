package io.github.rossumext.jdbc;

import java.lang.reflect.InvocationHandler;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** The way to a database: a test sees each call of JDBC, and can replace it. */
final class WatchedDataSource {
  private static final List<Class<?>> WATCHED =
      List.of(
          Connection.class,
          DatabaseMetaData.class,
          PreparedStatement.class,
          Statement.class,
          ResultSet.class);

  private WatchedDataSource() {}

  /** Stands between the caller and JDBC. */
  interface Watcher {
    /**
     * Does a call.
     *
     * @param name the name of the method
     * @param call the call
     */
    Object on(String name, Callable<Object> call) throws Exception;
  }

  static DataSource of(DataSource dataSource, Watcher watcher) {
    return watched(DataSource.class, dataSource, watcher);
  }

  private static <T> T watched(Class<T> type, Object target, Watcher watcher) {
    InvocationHandler handler =
        (proxy, method, arguments) ->
            watcher.on(
                method.getName(),
                () -> {
                  Object result = Proxies.call(method, target, arguments);
                  Class<?> returned = method.getReturnType();
                  return WATCHED.contains(returned) && result != null
                      ? watched(returned, result, watcher)
                      : result;
                });
    return Proxies.of(type, handler);
  }
}
