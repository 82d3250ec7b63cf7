package io.github.rossumext.jdbc;

import static io.github.rossumext.jdbc.DeliveryStoreContract.claim;
import static io.github.rossumext.jdbc.DeliveryStoreContract.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.delivery.Delivery;
import io.github.rossumext.delivery.DeliveryClaim;
import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.internal.help.LogText;
import io.github.rossumext.jdbc.TestDatabase.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
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

  @Test
  void withoutTheTableTheLogSaysWhatToDo() throws Exception {
    JdbcDeliveryStore store = TestDatabase.empty(Kind.H2).store();

    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> store.claim(claim("1", "1", "1")))
        .withMessage(
            "The table rossum_delivery or the view rossum_delivery_clock is missing, or the user of"
                + " the connection may not use it (SQLState 42S04). Call"
                + " JdbcDeliveryStore.createTable(), or run the SQL file for your database. See "
                + HelpTopic.MISSING_TABLE.link())
        .satisfies(
            failure ->
                assertThat(Access.find(failure, LogText.class).orElseThrow().text())
                    .isEqualTo(failure.getMessage()));
  }

  @Test
  void withoutADatabaseTheLogSaysSoAndNothingOfTheDriver() throws Exception {
    JdbcDeliveryStore store =
        JdbcDeliveryStore.of(DriverDataSource.of("jdbc:h2:tcp://127.0.0.1:1/secret-name"));

    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> store.claim(claim("1", "1", "1")))
        .withMessage(
            "The store gets no connection to its database (SQLState 90067). See "
                + HelpTopic.STORE_UNREACHABLE.link());
  }

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01"})
  void aStatementThatGaveWayToAnotherOneIsTriedAgain(String state) throws Exception {
    AtomicInteger failures = new AtomicInteger(4);
    JdbcDeliveryStore store = failing(failures, state);

    Delivery run = store.claim(claim("1", "1", "1"));
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
        .isThrownBy(() -> store.claim(claim("1", "1", "1")));
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
        .isThrownBy(() -> store.claim(claim("1", "1", "1")))
        .withMessageContaining("again and again");
  }

  @Test
  void atMost10000DeliveriesAreDeletedAtATime() throws Exception {
    database.stopClock();
    database.execute(
        "INSERT INTO rossum_delivery SELECT X, X, 1, 0, 'DONE', 200, NULL, 0, 1, 1"
            + " FROM SYSTEM_RANGE(1, 10001)");

    database.store().deleteExpired(Duration.ofHours(24));
    assertThat(database.rows()).isEqualTo(1);
    database.store().deleteExpired(Duration.ofHours(24));
    assertThat(database.rows()).isZero();
  }

  /** Another node is faster: its claim comes between the look of a claim and its first change. */
  @Nested
  class AnotherNodeIsFaster {
    private final JdbcDeliveryStore store = database.store();

    AnotherNodeIsFaster() throws Exception {
      database.stopClock();
    }

    private String claimed(String id, String body, String request) throws Exception {
      return store.claim(claim(id, body, request)).id();
    }

    private String claimed(String id, String body, String request, DeliveryClaim faster)
        throws Exception {
      AtomicBoolean isFaster = new AtomicBoolean();
      JdbcDeliveryStore slow =
          JdbcDeliveryStore.of(
              WatchedDataSource.of(
                  database.dataSource(),
                  (name, call) -> {
                    if (name.equals("executeUpdate") && isFaster.compareAndSet(false, true)) {
                      assertThat(store.claim(faster).id()).isEqualTo(faster.id());
                    }
                    return call.call();
                  }));
      String result = slow.claim(claim(id, body, request)).id();
      assertThat(isFaster).isTrue();
      return result;
    }

    /** Lets a delivery end so long ago that its body counts no more. */
    private void end(String id, String body, String request) throws Exception {
      store.complete(store.claim(claim(id, body, request)).withRetry());
      database.pass(DeliveryStoreContract.BODY_TIME);
    }

    @Test
    void withTheSameBody() throws Exception {
      assertThat(claimed("1", "1", "1", claim("2", "1", "2"))).isEqualTo(id("2"));
      assertThat(claimed("3", "3", "1")).isEqualTo(id("2"));
    }

    @Test
    void withTheSameRequest() throws Exception {
      assertThat(claimed("1", "1", "1", claim("2", "2", "1"))).isEqualTo(id("2"));
      assertThat(claimed("3", "1", "3")).isEqualTo(id("2"));
    }

    @Test
    void withABodyThatCountsNoMore() throws Exception {
      end("0", "1", "0");
      assertThat(claimed("1", "1", "1", claim("2", "1", "2"))).isEqualTo(id("2"));
      assertThat(claimed("3", "3", "1")).isEqualTo(id("2"));
    }

    @Test
    void withTheRequestThatWouldLeadToAnotherDelivery() throws Exception {
      claimed("0", "1", "0");
      assertThat(claimed("1", "1", "1", claim("2", "2", "1"))).isEqualTo(id("2"));
      assertThat(claimed("3", "3", "1")).isEqualTo(id("2"));
    }

    @Test
    void withTheBodyThatWouldLeadToAnotherDelivery() throws Exception {
      end("0", "1", "0");
      claimed("1", "2", "2");
      assertThat(claimed("3", "1", "2", claim("4", "1", "4"))).isEqualTo(id("1"));
      assertThat(claimed("5", "1", "5")).isEqualTo(id("4"));
    }

    @Test
    void withTheNewBodyThatWouldLeadToAnotherDelivery() throws Exception {
      claimed("1", "2", "2");
      assertThat(claimed("3", "1", "2", claim("4", "1", "4"))).isEqualTo(id("1"));
      assertThat(claimed("5", "1", "5")).isEqualTo(id("4"));
    }
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
