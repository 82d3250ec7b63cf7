package io.github.rossumext.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.FailurePolicy;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.jdbc.TestDatabase.Kind;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** The database fails at any call of JDBC, before or after the call is done. */
class StoreFaultsProperties {
  private static final Duration LEASE = Duration.ofSeconds(20);

  /** The SQLStates of an outage, a full disk, a deadlock, a key that is there, and a timeout. */
  private static final List<String> STATES = List.of("08006", "53100", "40001", "23505", "57014");

  private static final EndpointRequest REQUEST = Exports.of("r1", "i1").toEndpointRequest();
  private static final EndpointRequest OTHER_ID = Exports.of("r2", "i1").toEndpointRequest();

  private static @Nullable TestDatabase database;

  @BeforeContainer
  static void create() throws Exception {
    database = TestDatabase.of(Kind.H2);
  }

  /** What happens between Rossum, two nodes and the time. */
  enum Step {
    REQUEST,
    REQUEST_TO_THE_OTHER_NODE,
    REQUEST_WITH_ANOTHER_ID,
    TIME
  }

  /**
   * Calls that fail.
   *
   * @param after how many calls succeed since the last fault
   * @param length how many calls fail
   * @param isDone whether the database does what is asked, although the call fails
   * @param state the SQLState
   */
  record Fault(int after, int length, boolean isDone, String state) {}

  /** The way to the database. */
  private static final class Faults implements WatchedDataSource.Watcher {
    private final List<Fault> faults;
    private int passed;
    private int failed;

    Faults(List<Fault> faults) {
      this.faults = new ArrayList<>(faults);
    }

    @Override
    public synchronized Object on(String name, Callable<Object> call) throws Exception {
      Fault fault = faults.isEmpty() ? null : faults.get(0);
      if (fault == null || passed < fault.after()) {
        passed++;
        return call.call();
      }
      failed++;
      if (failed == fault.length()) {
        faults.remove(0);
        passed = 0;
        failed = 0;
      }
      if (fault.isDone()) {
        call.call();
      }
      throw new SQLException("The database fails at " + name + ".", fault.state());
    }

    synchronized void end() {
      faults.clear();
    }
  }

  @Provide
  Arbitrary<List<Fault>> faults() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 80),
            Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(1)),
                Tuple.of(1, Arbitraries.integers().between(2, 60))),
            Arbitraries.of(true, false),
            Arbitraries.of(STATES))
        .as(Fault::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Arbitraries.of(Step.class).list().ofMinSize(2).ofMaxSize(6);
  }

  /**
   * @param retries how often the handler fails in a way after which it may run again
   */
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
  void underRefuseNoDeliveryRunsTwiceAndEveryRequestGetsAResponse(
      @ForAll("faults") List<Fault> planned,
      @ForAll("steps") List<Step> steps,
      @ForAll @IntRange(max = 1) int retries)
      throws Exception {
    TestDatabase shared = Objects.requireNonNull(database);
    shared.clear();
    TestClock clock = new TestClock();
    Faults faults = new Faults(planned);
    List<String> runs = new ArrayList<>();
    List<Integer> late = new ArrayList<>();
    try (HookEndpoint one = node(shared, faults, clock, runs, retries);
        HookEndpoint other = node(shared, faults, clock, runs, retries)) {
      for (Step step : steps) {
        switch (step) {
          case REQUEST -> assertThat(send(one, REQUEST)).isIn(200, 422, 503);
          case REQUEST_TO_THE_OTHER_NODE -> assertThat(send(other, REQUEST)).isIn(200, 422, 503);
          case REQUEST_WITH_ANOTHER_ID -> assertThat(send(one, OTHER_ID)).isIn(200, 422, 503);
          case TIME -> clock.pass(LEASE);
        }
      }
      faults.end();
      for (int i = 0; i < retries + 3; i++) {
        late.add(send(one, REQUEST));
        clock.pass(LEASE);
      }
    }
    int last = late.get(late.size() - 1);

    assertThat(runs).hasSizeLessThanOrEqualTo(retries + 1);
    assertThat(Set.copyOf(runs)).as("keys of one delivery").hasSizeLessThanOrEqualTo(1);
    assertThat(last).as("when the store is well again: %s", late).isIn(200, 422);
    if (last == 200) {
      assertThat(runs).hasSize(retries + 1);
    }
    Statistics.label("the last response")
        .collect(last)
        .coverage(
            coverage -> {
              coverage.check(200).percentage(percentage -> percentage > 5);
              coverage.check(422).percentage(percentage -> percentage > 5);
            });
  }

  private static HookEndpoint node(
      TestDatabase database, Faults faults, TestClock clock, List<String> runs, int retries) {
    JdbcDeliveryStore store =
        JdbcDeliveryStore.of(WatchedDataSource.of(database.dataSource(), faults));
    return Exports.node(
            store,
            clock,
            (payload, context) -> {
              runs.add(context.deliveryKey());
              if (runs.size() <= retries) {
                throw new IOException("The ERP is down.");
              }
              return Exports.saying("booked");
            })
        .onFailure(Exports.EXPORT, FailurePolicy.RETRY)
        .timeout(Duration.ofMillis(5))
        .build();
  }

  private static int send(HookEndpoint endpoint, EndpointRequest request) {
    return endpoint.handle(request).status();
  }
}
