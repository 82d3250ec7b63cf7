package io.github.rossumext;

import static io.github.rossumext.DeliveryBench.EXPORT;
import static io.github.rossumext.DeliveryBench.again;
import static io.github.rossumext.DeliveryBench.elsewhere;
import static io.github.rossumext.DeliveryBench.first;
import static io.github.rossumext.DeliveryBench.text;
import static io.github.rossumext.FailurePolicy.RETRY;
import static io.github.rossumext.Requests.REQUEST_ID;
import static io.github.rossumext.Requests.signed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.rossumext.Requests.Kind;
import io.github.rossumext.delivery.DeliverySettings;
import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.delivery.IfUnknown;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.internal.help.OncePerHook;
import io.github.rossumext.internal.http.ExceptionTexts;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.payload.HookPayload;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An event that is handled once: what a repeat gets. Each nested class is a row of the table. */
class OnceTest {
  private static final Duration SOON = Duration.ofMillis(100);
  private static final Duration LEASE = Duration.ofSeconds(20);
  private static final String STILL_RUNNING =
      "503 {\"messages\":[{\"type\":\"error\",\"content\":\"The extension has not finished yet."
          + " Please try again.\"}]}";

  private static final HookEvent<?, ?> INITIALIZE =
      HookEvent.ANNOTATION_CONTENT.only(HookAction.INITIALIZE);

  private final DeliveryBench bench = new DeliveryBench();
  private final WatchedStore way = bench.way();
  private final Gate gate = new Gate();
  private final CapturedLog log = CapturedLog.start();

  @AfterEach
  void close() {
    gate.open();
    log.close();
  }

  private HookEndpoint.Builder node(Handlers.Deed deed) {
    return bench.node(way, deed);
  }

  private static String message(String run) {
    return "200 {\"messages\":[{\"type\":\"info\",\"content\":\"" + run + "\"}]}";
  }

  @Nested
  class Done {
    private final HookEndpoint endpoint = node((payload, context) -> {}).once(EXPORT).build();

    @Test
    void aRepeatGetsTheStoredStatusAndBodyByteForByte() {
      EndpointResponse response = endpoint.handle(first(Kind.EXPORT));
      EndpointResponse repeated = endpoint.handle(first(Kind.EXPORT));

      assertThat(text(response)).isEqualTo(message("run 1"));
      assertThat(text(repeated)).isEqualTo(text(response));
      assertThat(repeated.headers()).isEqualTo(response.headers());
      assertThat(bench.runs).hasSize(1);
    }

    @Test
    void theLogHasOneLineAboutARepeat() {
      endpoint.handle(first(Kind.EXPORT));
      endpoint.handle(first(Kind.EXPORT));

      String key = bench.runs.get(0);
      assertThat(bench.lines(log)).hasSize(2);
      assertThat(bench.lines(log).get(0))
          .startsWith("INFO handled event=annotation_content.export ")
          .endsWith(" delivery=" + key + " messages=1 operations=0 blockers=0");
      assertThat(bench.lines(log).get(1))
          .startsWith("INFO repeated event=annotation_content.export ")
          .contains(" request=" + REQUEST_ID + " ", " status=200 ")
          .endsWith(" delivery=" + key);
      assertThat(bench.told).containsExactly("repeated");
    }

    @Test
    void aRequestWithAnotherIdThatSaysTheSameIsARepeat() {
      endpoint.handle(first(Kind.EXPORT));

      assertThat(text(endpoint.handle(again(Kind.EXPORT)))).isEqualTo(message("run 1"));
    }

    @Test
    void sayingTheSameCountsFor6Minutes() {
      endpoint.handle(first(Kind.EXPORT));
      bench.pass(Duration.ofSeconds(359));
      assertThat(text(endpoint.handle(again(Kind.EXPORT)))).isEqualTo(message("run 1"));
      bench.pass(Duration.ofSeconds(1));

      EndpointRequest third =
          signed(
              new String(first(Kind.EXPORT).body(), UTF_8)
                  .replace(REQUEST_ID, "third")
                  .getBytes(UTF_8));
      assertThat(text(endpoint.handle(third))).isEqualTo(message("run 2"));
      assertThat(bench.runs.get(1)).isNotEqualTo(bench.runs.get(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 60}) // timeout_s of the hook
    void eachOfFiveAttemptsThatTimedOutIsARepeatAlthoughItsIdIsNew(int seconds) {
      for (int attempt = 0; attempt < 5; attempt++) {
        String body = new String(first(Kind.EXPORT).body(), UTF_8);
        String id = "attempt-" + attempt;
        assertThat(text(endpoint.handle(signed(body.replace(REQUEST_ID, id).getBytes(UTF_8)))))
            .isEqualTo(message("run 1"));
        bench.pass(Duration.ofSeconds(seconds));
      }

      assertThat(bench.runs).hasSize(1);
    }

    @Test
    void theIdOfTheRequestCountsFor24Hours() {
      endpoint.handle(first(Kind.EXPORT));
      bench.pass(Duration.ofHours(24));
      assertThat(text(endpoint.handle(first(Kind.EXPORT)))).isEqualTo(message("run 1"));
      bench.pass(Duration.ofMillis(1));

      assertThat(text(endpoint.handle(first(Kind.EXPORT)))).isEqualTo(message("run 2"));
    }

    @Test
    void bothTimesAreSettings() {
      HookEndpoint other =
          node((payload, context) -> {})
              .once(EXPORT)
              .deliveries(
                  DeliverySettings.defaults()
                      .withBodyTime(Duration.ofSeconds(1))
                      .withKeepTime(Duration.ofMinutes(1)))
              .build();
      other.handle(first(Kind.EXPORT));
      bench.pass(Duration.ofSeconds(1));
      assertThat(text(other.handle(again(Kind.EXPORT)))).isEqualTo(message("run 2"));
      bench.pass(Duration.ofMinutes(1));

      assertThat(text(other.handle(first(Kind.EXPORT)))).isEqualTo(message("run 3"));
    }

    @ParameterizedTest
    @CsvSource({
      "export,initialize",
      "https://x/api/v1/hooks/1,https://x/api/v1/hooks/2",
      "b6fca1b0,c6fca1b0"
    })
    void aRequestOfAnotherActionHookOrIdWithAnotherBodyIsNew(String from, String to) {
      HookEndpoint both = node((payload, context) -> {}).once(EXPORT).once(INITIALIZE).build();
      String body =
          new String(Kind.EXPORT.body("'hook':'https://x/api/v1/hooks/1','n':'b6fca1b0'"), UTF_8);
      both.handle(signed(body.getBytes(UTF_8)));

      both.handle(signed(body.replace(from, to).getBytes(UTF_8)));

      assertThat(bench.runs).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aRequestWithoutIdIsRecognisedByWhatItSays() {
      String body = new String(first(Kind.EXPORT).body(), UTF_8);
      EndpointRequest request =
          signed(body.replace("\"request_id\":\"" + REQUEST_ID + "\",", "").getBytes(UTF_8));
      assertThat(HookPayload.of(request.body()).requestId()).isEmpty();

      endpoint.handle(request);

      assertThat(text(endpoint.handle(request))).isEqualTo(message("run 1"));
    }

    @Test
    void anotherNodeGivesTheSameResponse() {
      endpoint.handle(first(Kind.EXPORT));

      HookEndpoint other = bench.node((payload, context) -> {}).once(EXPORT).build();
      assertThat(text(other.handle(again(Kind.EXPORT)))).isEqualTo(message("run 1"));
    }

    @Test
    void anEventThatIsNotDeclaredRunsEachTimeWithoutTheStore() {
      HookEndpoint plain =
          Handlers.everywhere((payload, context) -> bench.runs.add("")).store(way).build();
      plain.handle(first(Kind.EXPORT));
      plain.handle(first(Kind.EXPORT));

      assertThat(bench.runs).hasSize(2);
      assertThat(way.steps()).isEmpty();
    }
  }

  @Nested
  class Running {
    @Test
    void aRepeatWaitsUntilItEnds() throws Exception {
      HookEndpoint endpoint = node((payload, context) -> gate.pass()).once(EXPORT).build();
      CompletableFuture<EndpointResponse> response = elsewhere(endpoint, first(Kind.EXPORT));
      gate.awaitHandler();
      CompletableFuture<EndpointResponse> repeated = elsewhere(endpoint, again(Kind.EXPORT));
      way.awaitClaims(2);
      gate.open();

      assertThat(text(response)).isEqualTo(message("run 1"));
      assertThat(text(repeated)).isEqualTo(message("run 1"));
      assertThat(bench.runs).hasSize(1);
    }

    @Test
    void aRepeatWaitsOnAnotherNodeToo() throws Exception {
      HookEndpoint endpoint = node((payload, context) -> gate.pass()).once(EXPORT).build();
      WatchedStore otherWay = bench.way();
      HookEndpoint other = bench.node(otherWay, (payload, context) -> {}).once(EXPORT).build();
      CompletableFuture<EndpointResponse> response = elsewhere(endpoint, first(Kind.EXPORT));
      gate.awaitHandler();
      CompletableFuture<EndpointResponse> repeated = elsewhere(other, again(Kind.EXPORT));
      otherWay.awaitClaims(1);
      gate.open();

      assertThat(text(response)).isEqualTo(message("run 1"));
      assertThat(text(repeated)).isEqualTo(message("run 1"));
      assertThat(bench.runs).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void atMostUntilItsOwnDeadlineThen503(boolean isSameNode) throws Exception {
      HookEndpoint endpoint =
          node((payload, context) -> gate.pass()).once(EXPORT).timeout(SOON).build();
      HookEndpoint other = bench.node((payload, context) -> {}).once(EXPORT).timeout(SOON).build();
      CompletableFuture<EndpointResponse> response = elsewhere(endpoint, first(Kind.EXPORT));
      gate.awaitHandler();

      EndpointResponse repeated = (isSameNode ? endpoint : other).handle(again(Kind.EXPORT));

      assertThat(text(repeated)).isEqualTo(STILL_RUNNING);
      assertThat(bench.lines(log)).hasSize(1);
      assertThat(bench.lines(log).get(0))
          .startsWith(
              "WARN repeat waited too long, the handler still runs event=annotation_content.");
      gate.open();
      assertThat(text(response)).isEqualTo(message("run 1"));
    }

    @ParameterizedTest
    @EnumSource
    void aHandlerThatOutlivesItsDeadlineGets503AndItsLateResponseIsStored(FailurePolicy policy)
        throws Exception {
      HookEndpoint endpoint =
          node((payload, context) -> gate.pass())
              .once(EXPORT)
              .onFailure(EXPORT, policy)
              .handlersOnOwnThreads()
              .timeout(SOON)
              .build();

      assertThat(text(endpoint.handle(first(Kind.EXPORT)))).isEqualTo(STILL_RUNNING);
      gate.awaitInterrupt();
      assertThat(endpoint.runningJobs()).isEqualTo(1);
      gate.open();
      bench.awaitJob();

      assertThat(endpoint.runningJobs()).isZero();
      assertThat(text(endpoint.handle(again(Kind.EXPORT)))).isEqualTo(message("run 1"));
      assertThat(bench.told).containsExactly("jobStarted", "jobFinished 200", "repeated");
      endpoint.close();
    }

    @Test
    void aThreadThatIsInterruptedWhileItWaitsGets503AndStaysInterrupted() throws Exception {
      HookEndpoint endpoint = node((payload, context) -> gate.pass()).once(EXPORT).build();
      CompletableFuture<EndpointResponse> response = elsewhere(endpoint, first(Kind.EXPORT));
      gate.awaitHandler();

      Thread.currentThread().interrupt();
      EndpointResponse repeated = endpoint.handle(again(Kind.EXPORT));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(text(repeated)).isEqualTo(STILL_RUNNING);
      gate.open();
      assertThat(text(response)).isEqualTo(message("run 1"));
    }
  }

  @Nested
  class FailedWithRetryOrRefusedBeforeTheHandlerBegan {
    private final Exception bug = new IOException("connect to db.internal failed");

    private void assertThatARepeatRunsAgainWithTheSameKey(HookEndpoint endpoint) {
      assertThat(endpoint.handle(first(Kind.EXPORT)).status()).isEqualTo(503);

      assertThat(text(endpoint.handle(again(Kind.EXPORT)))).isEqualTo(message("run 2"));
      assertThat(bench.runs).hasSize(2);
      assertThat(bench.runs.get(1)).isEqualTo(bench.runs.get(0));
    }

    private void failAtFirst(Exception failure) throws Exception {
      if (bench.runs.size() == 1) {
        throw failure;
      }
    }

    @Test
    void byThePolicyOfTheEventARepeatRunsAgainWithTheSameKey() {
      assertThatARepeatRunsAgainWithTheSameKey(
          node((payload, context) -> failAtFirst(bug))
              .once(EXPORT)
              .onFailure(EXPORT, RETRY)
              .build());
    }

    @Test
    void byTheExceptionARepeatRunsAgainWithTheSameKey() {
      assertThatARepeatRunsAgainWithTheSameKey(
          node((payload, context) -> failAtFirst(new FailureException(RETRY, bug)))
              .once(EXPORT)
              .build());
    }

    @Test
    void aRepeatThatWaitsForSuchARunRunsAgain() throws Exception {
      HookEndpoint endpoint =
          node((payload, context) -> {
                gate.pass();
                failAtFirst(bug);
              })
              .once(EXPORT)
              .onFailure(EXPORT, RETRY)
              .build();
      CompletableFuture<EndpointResponse> response = elsewhere(endpoint, first(Kind.EXPORT));
      gate.awaitHandler();
      CompletableFuture<EndpointResponse> repeated = elsewhere(endpoint, again(Kind.EXPORT));
      way.awaitClaims(2);
      gate.open();

      assertThat(text(response)).startsWith("503 ");
      assertThat(text(repeated)).isEqualTo(message("run 2"));
      assertThat(bench.runs.get(1)).isEqualTo(bench.runs.get(0));
    }

    @Test
    void overload() {
      ExecutorService full = Executors.newSingleThreadExecutor();
      full.shutdown();
      HookEndpoint busy = node((payload, context) -> {}).once(EXPORT).handlersOn(full).build();
      HookEndpoint endpoint = bench.node((payload, context) -> {}).once(EXPORT).build();

      EndpointResponse response = busy.handle(first(Kind.EXPORT));

      assertThat(response.status()).isEqualTo(503);
      assertThat(response.headers()).containsEntry("Retry-After", "1");
      assertThat(text(endpoint.handle(again(Kind.EXPORT)))).isEqualTo(message("run 1"));
      assertThat(bench.told).containsExactly("repeated");
    }

    @Test
    void aHandlerThatHadNoThreadInTime() throws Exception {
      ExecutorService one = Executors.newSingleThreadExecutor();
      one.execute(gate::pass);
      gate.awaitHandler();
      HookEndpoint busy =
          node((payload, context) -> {}).once(EXPORT).handlersOn(one).timeout(SOON).build();

      EndpointResponse response = busy.handle(first(Kind.EXPORT));
      assertThat(response.status()).isEqualTo(503);
      assertThat(response.headers()).containsEntry("Retry-After", "1");
      gate.open();

      HookEndpoint endpoint = bench.node((payload, context) -> {}).once(EXPORT).build();
      assertThat(text(endpoint.handle(again(Kind.EXPORT)))).isEqualTo(message("run 1"));
      one.shutdown();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStoreThatFailedAtTheClaim(boolean isLate) {
      HookEndpoint endpoint = node((payload, context) -> {}).once(EXPORT).build();
      if (isLate) {
        way.failAfter("claim");
      } else {
        way.failAt("claim");
      }

      EndpointResponse response = endpoint.handle(first(Kind.EXPORT));
      way.repair();

      assertThat(text(response))
          .isEqualTo(
              "503 {\"messages\":[{\"type\":\"error\",\"content\":\"The extension cannot use its"
                  + " store at the moment. Please try again.\"}]}");
      assertThat(bench.runs).isEmpty();
      assertThat(text(endpoint.handle(first(Kind.EXPORT)))).isEqualTo(message("run 1"));
    }

    @Test
    void aStoreThatReturnsNullHasFailed() {
      DeliveryStore broken =
          (DeliveryStore)
              Proxy.newProxyInstance(
                  DeliveryStore.class.getClassLoader(),
                  new Class<?>[] {DeliveryStore.class},
                  (proxy, method, arguments) ->
                      method.getReturnType() == boolean.class ? (Object) false : null);
      HookEndpoint endpoint = node((payload, context) -> {}).store(broken).once(EXPORT).build();

      assertThat(endpoint.handle(first(Kind.EXPORT)).status()).isEqualTo(503);
      assertThat(bench.runs).isEmpty();
      assertThat(log.text()).contains("The store returned null for claim(…).");
    }
  }

  @Nested
  class FailedInAnyOtherWay {
    private void assertThatARepeatGetsTheStoredResponse(HookEndpoint endpoint, int status) {
      EndpointResponse response = endpoint.handle(first(Kind.EXPORT));

      assertThat(response.status()).isEqualTo(status);
      assertThat(text(endpoint.handle(again(Kind.EXPORT)))).isEqualTo(text(response));
      assertThat(bench.runs).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"TELL_USER,422", "NO_RETRY,422", "FAIL_OPEN,200"})
    void byAPolicyARepeatGetsTheStoredResponse(FailurePolicy policy, int status) {
      assertThatARepeatGetsTheStoredResponse(
          node((payload, context) -> {
                throw new IOException("connect to db.internal failed");
              })
              .once(EXPORT)
              .onFailure(EXPORT, policy)
              .build(),
          status);
    }

    @ParameterizedTest
    @CsvSource({"TELL_USER,422", "NO_RETRY,422", "FAIL_OPEN,200"})
    void anExceptionThatTheLibraryMeetsItselfIsNoneOfItsOwnSignals(
        FailurePolicy policy, int status) {
      for (Exception thrown :
          List.of(
              new RejectedExecutionException("the author's pool"),
              new TimeoutException(),
              new InterruptedException())) {
        DeliveryBench other = new DeliveryBench();
        try (HookEndpoint endpoint =
            other
                .node(
                    (payload, context) -> {
                      throw thrown;
                    })
                .once(EXPORT)
                .onFailure(EXPORT, policy)
                .handlersOnOwnThreads()
                .build()) {
          EndpointResponse response = endpoint.handle(first(Kind.EXPORT));

          assertThat(response.status()).as("%s", thrown).isEqualTo(status);
          assertThat(text(endpoint.handle(again(Kind.EXPORT)))).isEqualTo(text(response));
          assertThat(other.runs).hasSize(1);
        }
      }
    }

    @Test
    void byAMessageForTheUserARepeatGetsTheStoredResponse() {
      assertThatARepeatGetsTheStoredResponse(
          node((payload, context) -> {
                throw new UserMessageException("Order 77 is closed.");
              })
              .once(EXPORT)
              .build(),
          200);
    }

    record Limits(int max) {}

    @Test
    void byTheSettingsARepeatGetsTheStoredResponse() {
      assertThatARepeatGetsTheStoredResponse(
          node((payload, context) -> context.settings(Limits.class)).once(EXPORT).build(), 422);
    }

    @Test
    void byAnErrorARepeatGetsTheStoredResponse() {
      assertThatARepeatGetsTheStoredResponse(
          node((payload, context) -> {
                throw new StackOverflowError();
              })
              .once(EXPORT)
              .build(),
          422);
    }
  }

  @Nested
  class Unknown {
    private final String unknown =
        "422 {\"messages\":[{\"type\":\"error\",\"content\":\"The extension stopped during an"
            + " earlier attempt, so its outcome is unknown, and it does not try again (request "
            + REQUEST_ID
            + ").\"}]}";

    private CompletableFuture<EndpointResponse> responseOfTheKilled = new CompletableFuture<>();

    /** A node that is killed while its handler runs. */
    private void kill(IfUnknown ifUnknown) throws Exception {
      HookEndpoint endpoint =
          node((payload, context) -> gate.pass()).once(EXPORT, ifUnknown).build();
      responseOfTheKilled = elsewhere(endpoint, first(Kind.EXPORT));
      gate.awaitHandler();
      way.failAt();
    }

    private HookEndpoint other(IfUnknown ifUnknown) {
      return bench.node((payload, context) -> {}).once(EXPORT, ifUnknown).timeout(SOON).build();
    }

    private HookEndpoint otherThatHasSeenTheLeaseEnd(IfUnknown ifUnknown) {
      HookEndpoint other = other(ifUnknown);
      assertThat(text(other.handle(first(Kind.EXPORT)))).isEqualTo(STILL_RUNNING);
      bench.pass(LEASE);
      return other;
    }

    @Test
    void underRefuseARepeatGets422WhichIsStored() throws Exception {
      kill(IfUnknown.REFUSE);
      HookEndpoint other = otherThatHasSeenTheLeaseEnd(IfUnknown.REFUSE);

      assertThat(text(other.handle(first(Kind.EXPORT)))).isEqualTo(unknown);
      assertThat(text(other.handle(again(Kind.EXPORT)))).isEqualTo(unknown);
      assertThat(bench.runs).hasSize(1);
      assertThat(bench.told).containsExactly("repeated", "repeated", "deliveryLost", "repeated");
      assertThat(bench.lines(log))
          .anyMatch(
              line ->
                  line.equals(
                      "WARN delivery lost, its outcome is unknown delivery=" + bench.runs.get(0)))
          .anyMatch(
              line -> line.startsWith("WARN outcome unknown event=annotation_content.export "));
    }

    @Test
    void underRunAgainARepeatRunsAgainWithTheSameKey() throws Exception {
      kill(IfUnknown.RUN_AGAIN);
      HookEndpoint other = otherThatHasSeenTheLeaseEnd(IfUnknown.RUN_AGAIN);

      assertThat(text(other.handle(first(Kind.EXPORT)))).isEqualTo(message("run 2"));
      assertThat(bench.runs.get(1)).isEqualTo(bench.runs.get(0));
    }

    @Test
    void theLeaseIsNotLostBefore20SecondsOfTheOtherNodesClock() throws Exception {
      kill(IfUnknown.RUN_AGAIN);
      HookEndpoint other = otherThatHasSeenTheLeaseEnd(IfUnknown.RUN_AGAIN);
      bench.pass(Duration.ofMillis(-1));

      assertThat(text(other.handle(first(Kind.EXPORT)))).isEqualTo(STILL_RUNNING);
    }

    @Test
    void aNodeThatSeesTheDeliveryForTheFirstTimeWaits() throws Exception {
      kill(IfUnknown.RUN_AGAIN);
      bench.pass(Duration.ofHours(1));

      assertThat(text(other(IfUnknown.RUN_AGAIN).handle(first(Kind.EXPORT))))
          .isEqualTo(STILL_RUNNING);
    }

    @ParameterizedTest
    @EnumSource
    void aRequestThatSaysTheSameLongAfterALostRunIsItsRepeat(IfUnknown ifUnknown) throws Exception {
      kill(ifUnknown);
      bench.pass(Duration.ofHours(1));
      HookEndpoint other = other(ifUnknown);
      assertThat(text(other.handle(again(Kind.EXPORT)))).isEqualTo(STILL_RUNNING);
      bench.pass(LEASE);

      assertThat(other.handle(again(Kind.EXPORT)).status())
          .isEqualTo(ifUnknown == IfUnknown.REFUSE ? 422 : 200);
      assertThat(bench.runs).containsOnly(bench.runs.get(0));
    }

    @Test
    void aStoreThatFailedAtTheEndIsA503AndThenAnUnknownOutcome() {
      way.failAt("complete");
      HookEndpoint endpoint = node((payload, context) -> {}).once(EXPORT).timeout(SOON).build();

      assertThat(text(endpoint.handle(first(Kind.EXPORT))))
          .isEqualTo(
              "503 {\"messages\":[{\"type\":\"error\",\"content\":\"The extension could not store"
                  + " its response. Please try again.\"}]}");
      way.repair();

      assertThat(text(endpoint.handle(first(Kind.EXPORT)))).isEqualTo(STILL_RUNNING);
      bench.pass(LEASE);
      assertThat(text(endpoint.handle(first(Kind.EXPORT)))).isEqualTo(unknown);
      assertThat(bench.runs).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"runAgain", "complete"})
    void aStoreThatFailsAtTheRepeatIsA503(String step) throws Exception {
      kill(IfUnknown.REFUSE);
      WatchedStore otherWay = bench.way();
      HookEndpoint other =
          bench.node(otherWay, (payload, context) -> {}).once(EXPORT).timeout(SOON).build();
      other.handle(first(Kind.EXPORT));
      bench.pass(LEASE);
      otherWay.failAt(step);

      assertThat(other.handle(first(Kind.EXPORT)).status()).isEqualTo(503);
      assertThat(bench.runs).hasSize(1);
    }

    @Test
    void theResponseOfANodeThatWasTakenOverIsTheStoredOne() throws Exception {
      kill(IfUnknown.RUN_AGAIN);
      HookEndpoint other = otherThatHasSeenTheLeaseEnd(IfUnknown.RUN_AGAIN);
      other.handle(first(Kind.EXPORT));
      way.repair();
      gate.open();

      assertThat(text(responseOfTheKilled)).isEqualTo(message("run 2"));
      assertThat(text(other.handle(first(Kind.EXPORT)))).isEqualTo(message("run 2"));
      assertThat(log.text()).contains("delivery was taken over by another endpoint");
    }

    /** As after the failover to a database that lacks the last transactions. */
    @Test
    void theResponseOfADeliveryThatTheStoreHasLostIsSent() {
      HookEndpoint endpoint =
          node((payload, context) -> bench.store.deleteExpired(Duration.ofMillis(-1)))
              .once(EXPORT)
              .build();

      assertThat(text(endpoint.handle(first(Kind.EXPORT)))).isEqualTo(message("run 1"));
      assertThat(log.text())
          .contains("delivery is missing in the store delivery=" + bench.runs.get(0));
    }
  }

  @Nested
  class TheKey {
    @Test
    void isRandomHexDigitsThatTheLogShows() {
      HookEndpoint endpoint = node((payload, context) -> {}).once(EXPORT).build();
      endpoint.handle(first(Kind.EXPORT));

      assertThat(bench.runs.get(0)).matches("[0-9a-f]{32}");
      assertThat(log.text()).contains("delivery=" + bench.runs.get(0));
    }

    @Test
    void isMissingIfTheEventIsNotDeclared() {
      HookContext context =
          new HookContext(
              HookPayload.of(Kind.EXPORT.body("")),
              bench.clock,
              bench.clock.instant(),
              LossyWrites.REFUSE,
              ExceptionTexts.SHOWN,
              new OncePerHook());

      assertThatIllegalStateException()
          .isThrownBy(context::deliveryKey)
          .withMessage(
              "The event annotation_content.export has no delivery key, because the endpoint may"
                  + " handle it more than once. Declare it with once(…) or later(…) when you build"
                  + " the endpoint. See "
                  + HelpTopic.NO_DELIVERY_KEY.link());
    }

    @Test
    void isThereInAContextForTests() {
      HookContext context = HookContext.of(HookPayload.of(Kind.EXPORT.body("")));

      assertThat(context.deliveryKey()).matches("[0-9a-f]{32}").isEqualTo(context.deliveryKey());
    }
  }

  @Nested
  class Closing {
    private HookEndpoint stuck(Duration patience) {
      return stuck(patience, (payload, context) -> gate.pass());
    }

    private HookEndpoint stuck(Duration patience, Handlers.Deed deed) {
      return node(deed)
          .once(EXPORT)
          .handlersOnOwnThreads()
          .timeout(SOON)
          .deliveries(DeliverySettings.defaults().withCloseTime(patience))
          .build();
    }

    @Test
    void waitsForAJob() throws Exception {
      HookEndpoint endpoint = stuck(Duration.ofMinutes(1));
      endpoint.handle(first(Kind.EXPORT));
      CompletableFuture<Void> closing =
          CompletableFuture.runAsync(endpoint::close, task -> new Thread(task).start());
      while (!endpoint.isClosed()) {
        Thread.onSpinWait();
      }
      assertThat(closing).isNotDone();
      gate.open();

      closing.get(60, TimeUnit.SECONDS);
      bench.awaitJob();
      assertThat(bench.told).containsExactly("jobStarted", "jobFinished 200");
    }

    @Test
    void refusesARepeatOfAJobThatEndedByTheInterrupt() throws Exception {
      CompletableFuture<Void> timeIsOver = new CompletableFuture<>();
      HookEndpoint endpoint =
          stuck(
              Duration.ofMillis(1),
              (payload, context) -> {
                try {
                  new CompletableFuture<Void>().get();
                } catch (InterruptedException e) {
                  timeIsOver.complete(null);
                  new CompletableFuture<Void>().get();
                }
              });
      endpoint.handle(first(Kind.EXPORT));
      timeIsOver.get(60, TimeUnit.SECONDS);

      endpoint.close();

      bench.awaitJob();
      HookEndpoint other = bench.node((payload, context) -> {}).once(EXPORT).timeout(SOON).build();
      assertThat(text(other.handle(first(Kind.EXPORT)))).isEqualTo(STILL_RUNNING);
      bench.pass(LEASE);
      assertThat(text(other.handle(first(Kind.EXPORT))))
          .startsWith("422 ")
          .contains("its outcome is unknown");
    }

    @Test
    void givesUpTheLeaseOfAJobThatDoesNotEnd() throws Exception {
      HookEndpoint endpoint = stuck(Duration.ofMillis(1));
      endpoint.handle(first(Kind.EXPORT));

      endpoint.close();

      gate.awaitInterrupt();
      assertThat(bench.told).containsExactly("jobStarted", "deliveryLost");
      assertThat(endpoint.runningJobs()).isEqualTo(1);
      HookEndpoint other = bench.node((payload, context) -> {}).once(EXPORT).timeout(SOON).build();
      assertThat(text(other.handle(first(Kind.EXPORT)))).isEqualTo(STILL_RUNNING);
      bench.pass(LEASE);
      assertThat(other.handle(first(Kind.EXPORT)).status()).isEqualTo(422);
    }
  }
}
