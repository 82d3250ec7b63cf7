package io.github.rossumext.guide;

import static io.github.rossumext.FailurePolicy.NO_RETRY;
import static io.github.rossumext.FailurePolicy.RETRY;
import static io.github.rossumext.HookEvent.INVOCATION_SCHEDULED;
import static io.github.rossumext.delivery.IfUnknown.RUN_AGAIN;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.github.rossumext.FailureException;
import io.github.rossumext.HookContext;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.client.RossumApiException;
import io.github.rossumext.client.RossumClient;
import io.github.rossumext.delivery.DeliverySettings;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.testkit.simulator.VirtualClock;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The code of docs/long-work.md. */
class LongWorkGuideTest {
  private static final Secret SECRET = Secret.of("made-up");
  private static final URI PUBLIC_URL = URI.create("https://hooks.acme.example/rossum");

  private final List<String> runs = new CopyOnWriteArrayList<>();

  /** The prices of the ERP. */
  private interface Prices {
    void importAll(Duration most) throws Exception;
  }

  // docs: long-work
  static HookEndpoint.Builder nightly(HookEndpoint.Builder endpoint, Prices prices, URI publicUrl) {
    return endpoint
        .listen(INVOCATION_SCHEDULED, (call, context) -> prices.importAll(context.remaining()))
        .later(INVOCATION_SCHEDULED, publicUrl, Duration.ofMinutes(30)); // max_polling_time_s: 1800
  }

  // end

  // docs: test-long-work
  @Test
  void anImportOfEightMinutesIsFetched() {
    VirtualClock clock = VirtualClock.create();
    Prices slow = most -> clock.sleep(Duration.ofMinutes(8));
    HookEndpoint.Builder builder =
        nightly(HookEndpoint.builder().secret(SECRET).clock(clock), slow, PUBLIC_URL)
            .deliveries(DeliverySettings.defaults().withQuickTime(Duration.ofMillis(20)));
    try (HookEndpoint endpoint = builder.build()) {
      SimulatedHook hook =
          SimulatedHook.of(endpoint, SECRET).withMaxPollingTime(Duration.ofMinutes(30));

      RossumSimulator rossum = RossumSimulator.of(hook).clock(clock);
      rossum.schedule(Fixtures.invocationScheduled());

      assertThat(rossum).lastExchange().isSuccess(); // the response came in time
      assertThat(rossum).hasNoProblems(); // the import did not fail
    }
  }

  // end

  /** The test of the page would fail. */
  @Test
  void anImportThatFailsIsAProblem() {
    VirtualClock clock = VirtualClock.create();
    Prices failing =
        most -> {
          clock.sleep(Duration.ofMinutes(8));
          throw new IOException("The ERP is down.");
        };
    HookEndpoint.Builder builder =
        nightly(HookEndpoint.builder().secret(SECRET).clock(clock), failing, PUBLIC_URL)
            .deliveries(DeliverySettings.defaults().withQuickTime(Duration.ofMillis(20)));
    try (HookEndpoint endpoint = builder.build()) {
      SimulatedHook hook =
          SimulatedHook.of(endpoint, SECRET).withMaxPollingTime(Duration.ofMinutes(30));
      RossumSimulator rossum = RossumSimulator.of(hook).clock(clock);

      rossum.schedule(Fixtures.invocationScheduled());

      assertThat(rossum).lastExchange().isSuccess();
      assertThat(rossum).hasProblemContaining("The handler failed after the response 202");
      assertThat(rossum.describe()).contains("The ERP is down.");
    }
  }

  // docs: calls-in-long-work
  /** Imports, and then calls Rossum. A call may take 30 seconds, and not the rest of the job. */
  static void importAndTell(HookContext context, Prices prices) throws Exception {
    prices.importAll(context.remaining());
    RossumClient rossum = RossumClient.of(context).withTimeout(Duration.ofSeconds(30));
    try {
      rossum.labels().create(Map.of("name", "prices imported"));
    } catch (RossumApiException.Unauthorized e) {
      throw new FailureException(NO_RETRY, e); // another run would end in 401, too
    }
  }

  // end

  private static HookEndpoint.Builder telling(VirtualClock clock, List<String> runs) {
    Prices slow =
        most -> {
          runs.add("run");
          clock.sleep(Duration.ofMinutes(12));
        };
    return HookEndpoint.builder()
        .secret(SECRET)
        .clock(clock)
        .listen(INVOCATION_SCHEDULED, (call, context) -> importAndTell(context, slow))
        .later(INVOCATION_SCHEDULED, PUBLIC_URL, Duration.ofMinutes(30))
        .onFailure(INVOCATION_SCHEDULED, RETRY)
        .deliveries(DeliverySettings.defaults().withQuickTime(Duration.ofMillis(20)));
  }

  // docs: test-calls-in-long-work
  @Test
  void aLongImportCallsRossum() {
    VirtualClock clock = VirtualClock.create();
    try (HookEndpoint endpoint = telling(clock, runs).build();
        RossumApiStub api = RossumApiStub.create()) {
      SimulatedHook hook =
          SimulatedHook.of(endpoint, SECRET)
              .withMaxPollingTime(Duration.ofMinutes(30))
              .withTokenLifetime(Duration.ofHours(1)); // token_lifetime_s: 3600
      RossumSimulator rossum = RossumSimulator.of(hook).clock(clock);
      api.join(rossum);

      rossum.schedule(Fixtures.invocationScheduled());

      assertThat(api).hasRequests("POST /v1/labels");
      assertThat(rossum).hasNoProblems();
    }
  }

  // end

  /** Without token_lifetime_s: one run, and not five. */
  @Test
  void aTokenThatIsOverIsNotTriedAgain() {
    VirtualClock clock = VirtualClock.create();
    try (HookEndpoint endpoint = telling(clock, runs).build();
        RossumApiStub api = RossumApiStub.create()) {
      SimulatedHook hook =
          SimulatedHook.of(endpoint, SECRET).withMaxPollingTime(Duration.ofMinutes(30));
      RossumSimulator rossum = RossumSimulator.of(hook).clock(clock);
      api.join(rossum);

      rossum.schedule(Fixtures.invocationScheduled());

      assertThat(runs).hasSize(1);
      assertThat(rossum).hasProblemContaining("The handler failed after the response 202");
      assertThat(rossum.describe()).contains("token_lifetime_s");
    }
  }

  @Test
  void theHookPollsAsLongAsTheHandlerMayTake() {
    RawJson hook = RawJson.of(Guide.json("long-work-hook"));
    RawJson config = hook.find("config").orElseThrow();
    CopyOnWriteArrayList<Duration> times = new CopyOnWriteArrayList<>();
    HookEndpoint.Builder builder =
        nightly(
            Responses.endpoint(),
            times::add,
            URI.create(config.find("url").orElseThrow().as(String.class)));

    Responses.of(Fixtures.invocationScheduled(), builder);

    assertThat(times).hasSize(1);
    assertThat(times.get(0).plusSeconds(1).toMinutes() * 60)
        .isEqualTo(config.find("max_polling_time_s").orElseThrow().as(Long.class));
    assertThat(hook.find("token_lifetime_s").orElseThrow().as(Long.class)).isGreaterThan(1800);
  }

  // docs: frequent-schedule
  static HookEndpoint.Builder everyTenMinutes(HookEndpoint.Builder endpoint) {
    return endpoint.deliveries(
        DeliverySettings.defaults().withBodyTime(Duration.ofMinutes(3))); // 6 by default
  }

  // end

  /** Rossum calls every ten minutes, and the import takes six. */
  @Test
  void aFrequentScheduleNeedsAShorterTime() {
    assertThat(importsOfThreeCalls(HookEndpoint.builder())).isEqualTo(2);
    assertThat(importsOfThreeCalls(everyTenMinutes(HookEndpoint.builder()))).isEqualTo(3);
  }

  private static int importsOfThreeCalls(HookEndpoint.Builder builder) {
    VirtualClock clock = VirtualClock.create();
    CopyOnWriteArrayList<Duration> imports = new CopyOnWriteArrayList<>();
    builder
        .secret(SECRET)
        .clock(clock)
        .listen(
            INVOCATION_SCHEDULED,
            (call, context) -> {
              clock.advance(Duration.ofMinutes(6));
              imports.add(context.remaining());
            })
        .once(INVOCATION_SCHEDULED, RUN_AGAIN);
    try (HookEndpoint endpoint = builder.build()) {
      for (int call = 0; call < 3; call++) {
        Instant next = clock.instant().plus(Duration.ofMinutes(10));
        Fixture request =
            Fixtures.invocationScheduled().withKey("request_id", "00000000-0000-0000-0000-" + call);
        endpoint.handle(SignedRequest.of(request, SECRET).toEndpointRequest());
        clock.advance(Duration.between(clock.instant(), next));
      }
    }
    return imports.size();
  }

  /** What the task does. */
  private interface Import {
    void run(String idempotencyKey);
  }

  // docs: hand-over
  static final TaskDescriptor<Void> IMPORT = TaskDescriptor.of("import-prices");

  static HookEndpoint.Builder handingOver(HookEndpoint.Builder endpoint, SchedulerClient tasks) {
    return endpoint
        .listen(
            INVOCATION_SCHEDULED,
            (call, context) ->
                tasks.scheduleIfNotExists(
                    IMPORT.instance(context.deliveryKey()).scheduledTo(Instant.now())))
        .once(INVOCATION_SCHEDULED, RUN_AGAIN); // the name of the task recognises a second run
  }

  /** Runs the tasks. Start it with the program, and stop it before the program ends. */
  static Scheduler scheduler(DataSource database, Import prices) {
    OneTimeTask<Void> task =
        Tasks.oneTime(IMPORT)
            .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(1)))
            .execute((instance, execution) -> prices.run(instance.getId()));
    return Scheduler.create(database, task).pollingInterval(Duration.ofSeconds(1)).build();
  }

  // end

  @Nested
  class HandedOver {
    private static final String TABLE =
        """
        CREATE TABLE scheduled_tasks (
          task_name VARCHAR(100) NOT NULL,
          task_instance VARCHAR(100) NOT NULL,
          task_data BLOB,
          execution_time TIMESTAMP WITH TIME ZONE NOT NULL,
          picked BOOLEAN NOT NULL,
          picked_by VARCHAR(50),
          last_success TIMESTAMP WITH TIME ZONE,
          last_failure TIMESTAMP WITH TIME ZONE,
          consecutive_failures INT,
          last_heartbeat TIMESTAMP WITH TIME ZONE,
          version BIGINT NOT NULL,
          priority SMALLINT,
          PRIMARY KEY (task_name, task_instance)
        )""";

    private final JdbcConnectionPool database =
        JdbcConnectionPool.create("jdbc:h2:mem:handed-over", "", "");
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final CountDownLatch done = new CountDownLatch(1);

    private int tasks() throws SQLException {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM scheduled_tasks")) {
        rows.next();
        return rows.getInt(1);
      }
    }

    @Test
    void aRequestAndItsRepeatAreOneTaskWhichIsTriedAgain() throws Exception {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(TABLE);
      }
      Scheduler scheduler =
          scheduler(
              database,
              key -> {
                keys.add(key);
                if (keys.size() == 1) {
                  throw new IllegalStateException("The ERP is down.");
                }
                done.countDown();
              });
      try (HookEndpoint endpoint =
          handingOver(HookEndpoint.builder().secret(SECRET), scheduler).build()) {
        RossumSimulator rossum = RossumSimulator.of(endpoint, SECRET);

        List<Exchange> exchanges = rossum.schedule(Fixtures.invocationScheduled());
        assertThat(exchanges).singleElement().matches(Exchange::isSuccess);
        rossum.schedule(Fixtures.invocationScheduled()); // within 6 minutes: a repeat
        assertThat(tasks()).isEqualTo(1);
        assertThat(keys).isEmpty(); // no scheduler has started yet

        scheduler.start();
        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
      } finally {
        scheduler.stop();
      }
      assertThat(tasks()).isZero();
      assertThat(keys).hasSize(2);
      assertThat(keys.stream().distinct()).hasSize(1);
      database.dispose();
    }
  }
}
