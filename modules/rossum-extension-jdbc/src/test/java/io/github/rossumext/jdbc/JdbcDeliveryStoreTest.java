package io.github.rossumext.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.delivery.Delivery;
import io.github.rossumext.jdbc.TestDatabase.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What concerns the store in a database only. */
class JdbcDeliveryStoreTest {
  private final TestDatabase database;

  JdbcDeliveryStoreTest() throws Exception {
    database = TestDatabase.of(Kind.H2);
  }

  @Test
  void needsADataSourceAndDoesNotConnectYet() throws Exception {
    assertThat(JdbcDeliveryStore.of(DriverDataSource.of("jdbc:unknown:")))
        .hasToString("JdbcDeliveryStore");
    assertThatNullPointerException()
        .isThrownBy(() -> JdbcDeliveryStore.of(nothing()))
        .withMessage("dataSource");
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // what an unchecked caller does
  private static <T> T nothing() {
    return null;
  }

  @Test
  void withoutTheTableARequestGets503() throws Exception {
    JdbcDeliveryStore store = TestDatabase.empty(Kind.H2).store();
    List<String> runs = new ArrayList<>();
    try (HookEndpoint endpoint =
        Exports.node(
                store,
                new TestClock(),
                (payload, context) -> {
                  runs.add(context.deliveryKey());
                  return Exports.saying("booked");
                })
            .build()) {
      assertThat(endpoint.handle(Exports.of("r1", "i1").toEndpointRequest()).status())
          .isEqualTo(503);
    }
    assertThat(runs).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01"})
  void aStatementThatGaveWayToAnotherOneIsTriedAgain(String state) throws Exception {
    AtomicInteger failures = new AtomicInteger(4);
    JdbcDeliveryStore store = failing(failures, state);

    Delivery run = store.claim(DeliveryStoreContract.claim("1", "1", "1"));
    assertThat(failures).hasValue(0);
    failures.set(4);
    assertThat(store.complete(run.withRetry())).isTrue();
    failures.set(5);
    assertThatExceptionOfType(SQLException.class).isThrownBy(() -> store.find(run.id()));
  }

  @Test
  void aStatementThatFailedOtherwiseIsNot() throws Exception {
    JdbcDeliveryStore store = failing(new AtomicInteger(1), "40003"); // its outcome is unknown

    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> store.claim(DeliveryStoreContract.claim("1", "1", "1")));
  }

  private JdbcDeliveryStore failing(AtomicInteger failures, String state) {
    return JdbcDeliveryStore.of(
        WatchedDataSource.of(
            database.dataSource(),
            (name, call) -> {
              if (name.startsWith("execute")
                  && failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                throw new SQLException("It gave way.", state);
              }
              return call.call();
            }));
  }

  @Test
  void aClaimThatAlwaysComesTooLateFails() throws Exception {
    JdbcDeliveryStore store =
        JdbcDeliveryStore.of(
            WatchedDataSource.of(
                database.dataSource(),
                (name, call) -> {
                  if (name.equals("executeUpdate")) {
                    throw new SQLException("The key is there.", "23000");
                  }
                  return call.call();
                }));

    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> store.claim(DeliveryStoreContract.claim("1", "1", "1")))
        .withMessageContaining("again and again");
  }

  @Test
  void theModuleNeedsTheCoreAndJdbcOnly() throws IOException {
    try (InputStream file = Files.newInputStream(Path.of("target/classes/module-info.class"))) {
      assertThat(ModuleDescriptor.read(file).requires())
          .extracting(ModuleDescriptor.Requires::name)
          .containsExactlyInAnyOrder(
              "java.base", "java.sql", "io.github.rossumext", "org.jspecify");
    }
  }
}
