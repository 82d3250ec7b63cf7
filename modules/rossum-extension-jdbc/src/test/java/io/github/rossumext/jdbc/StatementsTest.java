package io.github.rossumext.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.FailurePolicy;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.delivery.DeliverySettings;
import io.github.rossumext.jdbc.TestDatabase.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many statements a request costs that does not wait: at most four. */
class StatementsTest {
  private final TestClock clock = new TestClock();
  private final AtomicInteger statements = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();

  private HookEndpoint endpoint(TestDatabase database) {
    JdbcDeliveryStore store =
        JdbcDeliveryStore.of(
            WatchedDataSource.of(
                database.dataSource(),
                (name, call) -> {
                  if (name.startsWith("execute")) {
                    statements.incrementAndGet();
                  }
                  return call.call();
                }));
    return Exports.node(
            store,
            clock,
            (payload, context) -> {
              if (failures.getAndDecrement() > 0) {
                throw new IOException("The ERP is down.");
              }
              return Exports.saying("booked");
            })
        .onFailure(Exports.EXPORT, FailurePolicy.RETRY)
        .build();
  }

  private void assertCost(
      HookEndpoint endpoint, String request, String invoice, int status, int expected) {
    statements.set(0);
    assertThat(endpoint.handle(Exports.of(request, invoice).toEndpointRequest()).status())
        .isEqualTo(status);
    assertThat(statements).as("statements").hasValue(expected);
  }

  @ParameterizedTest
  @EnumSource
  void ofEachKindOfRequest(Kind kind) throws Exception {
    TestDatabase database = TestDatabase.of(kind);
    database.stopClock();
    try (HookEndpoint endpoint = endpoint(database)) {
      // Look, begin, complete.
      assertCost(endpoint, "r1", "i1", 200, 3);
      // A repeat looks. If it has another id, it leaves it there.
      assertCost(endpoint, "r1", "i1", 200, 1);
      assertCost(endpoint, "r2", "i1", 200, 2);
      assertCost(endpoint, "r2", "i1", 200, 1);
      // The same once more, too late for a repeat: the old key is deleted before.
      database.pass(DeliverySettings.defaults().bodyTime());
      assertCost(endpoint, "r3", "i1", 200, 4);

      // Failed, and run again: look, leave the other id, run again, complete.
      failures.set(2);
      assertCost(endpoint, "r4", "i4", 503, 3);
      assertCost(endpoint, "r4", "i4", 503, 3);
      assertCost(endpoint, "r5", "i4", 200, 4);

      // Run again although the document has changed, and is one that was exported before.
      failures.set(1);
      assertCost(endpoint, "r6", "i6", 503, 3);
      assertCost(endpoint, "r7", "i7", 200, 3);
      database.pass(DeliverySettings.defaults().bodyTime());
      assertCost(endpoint, "r6", "i7", 200, 4);

      // Expired, and begun again: both old keys are deleted at once.
      database.pass(Duration.ofHours(25));
      assertCost(endpoint, "r6", "i1", 200, 4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofARequestWhoseNodeIsGone(Kind kind) throws Exception {
    TestDatabase database = TestDatabase.of(kind);
    HookEndpoint gone = endpoint(database);
    failures.set(0);
    try (HookEndpoint endpoint = endpoint(database)) {
      assertCost(gone, "r1", "i1", 200, 3);
      database.execute("UPDATE rossum_delivery SET state = 'RUNNING' WHERE run_number > 0");
      assertThat(endpoint.handle(Exports.of("r1", "i1").toEndpointRequest()).status())
          .isEqualTo(503);
      clock.pass(Duration.ofSeconds(20));

      // Look, take it over, store that its outcome is unknown.
      assertCost(endpoint, "r1", "i1", 422, 3);
    }
  }
}
