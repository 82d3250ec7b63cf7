package io.github.rossumext;

import static io.github.rossumext.Handlers.everywhere;
import static io.github.rossumext.Handlers.withPolicy;
import static io.github.rossumext.Requests.REQUEST_ID;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.rossumext.Requests.Kind;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.listener.HookListener;
import io.github.rossumext.listener.HookRequest;
import io.github.rossumext.listener.HookResult;
import io.github.rossumext.payload.HookAction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rossum waits for 30 seconds; what a handler does with them. */
class DeadlineTest {
  private static final Set<Kind> INTERACTIVE =
      EnumSet.of(Kind.STARTED, Kind.USER_UPDATE, Kind.UPDATED, Kind.CONFIRM);
  private static final Duration SOON = Duration.ofMillis(30);

  private final Gate gate = new Gate();
  private final CapturedLog log = CapturedLog.start();

  @AfterEach
  void close() {
    gate.open();
    log.close();
  }

  private HookEndpoint.Builder stuck() {
    return everywhere((payload, context) -> gate.pass()).handlersOnOwnThreads().timeout(SOON);
  }

  @Nested
  class TheContext {
    private final Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final CompletableFuture<HookContext> seen = new CompletableFuture<>();
    private final HookEndpoint.Builder endpoint =
        everywhere((payload, context) -> seen.complete(context))
            .clock(Clock.fixed(now, ZoneOffset.UTC));

    @Test
    void gives29SecondsUnlessSomethingElseIsSet() {
      endpoint.build().handle(Kind.UPDATED.request());

      assertThat(seen.join().deadline()).isEqualTo(now.plusSeconds(29));
      assertThat(seen.join().remaining()).isEqualTo(Duration.ofSeconds(29));
    }

    @Test
    void givesTheTimeThatWasSet() {
      endpoint.timeout(Duration.ofSeconds(7)).build().handle(Kind.UPDATED.request());

      assertThat(seen.join().deadline()).isEqualTo(now.plusSeconds(7));
    }

    private Duration remaining(Kind kind) {
      CompletableFuture<Duration> left = new CompletableFuture<>();
      everywhere((payload, context) -> left.complete(context.remaining()))
          .clock(Clock.fixed(now, ZoneOffset.UTC))
          .timeout(Duration.ofSeconds(55))
          .timeout(HookEvent.ANNOTATION_CONTENT.only(HookAction.EXPORT), Duration.ofSeconds(40))
          .timeout(HookEvent.ANNOTATION_CONTENT.only(HookAction.CONFIRM), Duration.ofSeconds(12))
          .timeout(HookEvent.ANNOTATION_CONTENT.only(HookAction.STARTED), Duration.ofSeconds(55))
          .timeout(HookEvent.EMAIL_RECEIVED, Duration.ofSeconds(3))
          .timeout(HookEvent.UNKNOWN, Duration.ofSeconds(7))
          .build()
          .handle(kind.request());
      return left.join();
    }

    @ParameterizedTest
    @CsvSource({
      "INITIALIZE,55", "EXPORT,40", "STARTED,29", "USER_UPDATE,29", "UPDATED,29", "CONFIRM,12",
      "STATUS,55", "EMAIL,3", "UPLOAD,55", "SCHEDULED,55", "MANUAL,29", "OTHER,7"
    })
    void givesTheTimeOfTheEventAndNeverMoreThanRossumWaitsFor(Kind kind, int seconds) {
      assertThat(remaining(kind)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void canBeReadFromTheEndpoint() {
      HookEndpoint built =
          endpoint
              .timeout(Duration.ofSeconds(55))
              .timeout(HookEvent.ANNOTATION_CONTENT.only(HookAction.EXPORT), Duration.ofSeconds(40))
              .timeout(HookEvent.UNKNOWN, Duration.ofSeconds(7))
              .build();

      assertThat(built.timeout()).hasSeconds(55);
      assertThat(built.timeout(HookEvent.UPLOAD_CREATED)).hasSeconds(55);
      assertThat(built.timeout(HookEvent.INVOCATION_MANUAL)).hasSeconds(29);
      assertThat(built.timeout(HookEvent.ANNOTATION_CONTENT.only(HookAction.EXPORT)))
          .hasSeconds(40);
      assertThat(built.timeout(HookEvent.ANNOTATION_CONTENT.only(HookAction.UPDATED)))
          .hasSeconds(29);
      assertThat(
              built.timeout(
                  HookEvent.ANNOTATION_CONTENT.only(HookAction.UPDATED, HookAction.EXPORT)))
          .hasSeconds(40);
      assertThat(built.timeout(HookEvent.ANNOTATION_CONTENT)).hasSeconds(55);
      assertThat(built.timeout(HookEvent.UNKNOWN)).hasSeconds(7);
      assertThat(built.timeout(HookEvent.other("invocation", "interface"))).hasSeconds(7);
      assertThat(everywhere((payload, context) -> {}).build().timeout(HookEvent.UNKNOWN))
          .hasSeconds(29);
    }

    @Test
    void isCutWithAWarningWhereItCanHaveNoEffect() {
      endpoint
          .timeout(HookEvent.ANNOTATION_CONTENT.only(HookAction.UPDATED), Duration.ofSeconds(55))
          .timeout(HookEvent.ANNOTATION_CONTENT, Duration.ofSeconds(55))
          .timeout(HookEvent.INVOCATION_MANUAL, Duration.ofSeconds(29))
          .build();

      assertThat(log.lines())
          .containsExactly(
              "WARN timeout is cut, because Rossum waits 30 s for the response"
                  + " event=\"annotation_content.updated\" timeout=PT55S used=PT29S");
    }

    @Test
    void isAllowedWithAWarningIfRossumWaitsForNoEventAsLong() {
      endpoint
          .timeout(HookEvent.ANNOTATION_CONTENT.only(HookAction.EXPORT), Duration.ofSeconds(90))
          .timeout(HookEvent.UPLOAD_CREATED, Duration.ofSeconds(60))
          .build();

      assertThat(log.lines())
          .containsExactly(
              "WARN timeout is longer than Rossum waits event=\"annotation_content.export\""
                  + " timeout=PT1M30S longest=PT1M");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT2562047H47M16.854775808S", "PT2562047788015215H"})
    void needsATimeThatCanBeWaitedFor(Duration time) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> endpoint.timeout(time))
          .withMessageContaining("timeout must be")
          .withMessageContaining("but was " + time);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> endpoint.timeout(HookEvent.UPLOAD_CREATED, time));
    }

    @Test
    void mayBeTheLongestTime() {
      Duration longest = Duration.ofNanos(Long.MAX_VALUE);
      try (HookEndpoint built =
          everywhere((payload, context) -> {})
              .timeout(longest)
              .clock(backwards())
              .handlersOnOwnThreads()
              .build()) {
        assertThat(built.handle(Kind.INITIALIZE.request()).status()).isEqualTo(200);
      }
    }

    /** A clock that is set back by 300 years when a request has arrived. */
    private Clock backwards() {
      return new TickingClock(Duration.ofDays(-300 * 365));
    }

    @Test
    void mustBeTheOnlyOneOfItsEvent() {
      endpoint
          .timeout(HookEvent.UPLOAD_CREATED, Duration.ofSeconds(1))
          .timeout(HookEvent.UPLOAD_CREATED, Duration.ofSeconds(2));

      assertThatIllegalStateException().isThrownBy(endpoint::build);
    }
  }

  @Nested
  class OnTheThreadOfTheRequest {
    @Test
    void handlersRunUnlessSomethingElseIsSet() {
      CompletableFuture<Thread> thread = new CompletableFuture<>();
      everywhere((payload, context) -> thread.complete(Thread.currentThread()))
          .build()
          .handle(Kind.UPDATED.request());

      assertThat(thread.join()).isSameAs(Thread.currentThread());
    }

    @Test
    void aHandlerMayTakeItsTimeAndTheLogSaysThatItIsTooLate() {
      HookEndpoint endpoint =
          everywhere((payload, context) -> assertThat(context.remaining()).isZero())
              .clock(new TickingClock(Duration.ofSeconds(20)))
              .build();

      assertThat(endpoint.handle(Kind.UPDATED.request()).status()).isEqualTo(200);
      assertThat(log.lines())
          .singleElement()
          .asString()
          .startsWith("WARN handled too late event=annotation_content.updated ");
    }

    @Test
    void aHandlerThatReturnsAtTheLastMomentIsInTime() {
      everywhere((payload, context) -> {})
          .clock(new TickingClock(Duration.ofMillis(14_500)))
          .build()
          .handle(Kind.UPDATED.request());

      assertThat(log.lines()).singleElement().asString().startsWith("INFO handled event=");
    }
  }

  @Nested
  class AHandlerThatDoesNotComeBack {
    @ParameterizedTest
    @EnumSource
    void isRespondedToWithAMessageIfAUserWaitsAndToBeRetriedOtherwise(Kind kind) {
      try (HookEndpoint endpoint = stuck().build()) {
        EndpointResponse response = endpoint.handle(kind.request());

        boolean isRetriedByRossum = !INTERACTIVE.contains(kind);
        if (kind != Kind.MANUAL && kind != Kind.OTHER) {
          assertThat(response.status()).isEqualTo(isRetriedByRossum ? 503 : 500);
        }
        assertThat(Wire.json(response))
            .isEqualTo(
                "{'messages':[{'type':'error','content':'The extension did not respond in time"
                    + " (request "
                    + REQUEST_ID
                    + ").'}]}");
        gate.open();
      }
    }

    @ParameterizedTest
    @EnumSource
    void hasNoOpinionWhereItFailsOpen(Kind kind) {
      try (HookEndpoint endpoint = withPolicy(stuck(), FailurePolicy.FAIL_OPEN).build()) {
        EndpointResponse response = endpoint.handle(kind.request());

        assertThat(response.status()).isEqualTo(200);
        assertThat(Wire.json(response)).isEqualTo(kind.noOpinion());
        gate.open();
      }
    }

    @ParameterizedTest
    @EnumSource
    void isA422WhereItMustNotBeRepeated(Kind kind) {
      try (HookEndpoint endpoint = withPolicy(stuck(), FailurePolicy.NO_RETRY).build()) {
        EndpointResponse response = endpoint.handle(kind.request());

        assertThat(response.status()).isEqualTo(422);
        assertThat(Wire.json(response)).contains("did not respond in time (request " + REQUEST_ID);
        gate.open();
      }
    }

    @Test
    void isShownToListenersWithThePlaceWhereItIs() {
      List<Throwable> failures = new ArrayList<>();
      HookListener listener =
          new HookListener() {
            @Override
            public void failed(HookRequest request, HookResult result, Throwable failure) {
              failures.add(failure);
            }
          };
      // Long enough for a busy machine to begin with the handler.
      try (HookEndpoint endpoint =
          stuck().timeout(Duration.ofMillis(300)).listener(listener).build()) {
        endpoint.handle(Kind.UPDATED.request());
        gate.open();
      }

      assertThat(failures)
          .singleElement()
          .satisfies(
              failure ->
                  assertThat(failure.getStackTrace())
                      .extracting(StackTraceElement::getMethodName)
                      .contains("pass"));
    }

    @Test
    void isInterrupted() throws Exception {
      // Long enough for a busy machine to begin with the handler.
      try (HookEndpoint endpoint = stuck().timeout(Duration.ofMillis(300)).build()) {
        endpoint.handle(Kind.UPDATED.request());

        gate.awaitInterrupt();
        gate.open();
      }
    }

    @Test
    void isLoggedAsFailedAndAgainWhenItComesBackAfterAll() throws Exception {
      CountDownLatch back = new CountDownLatch(1);
      ExecutorService threads =
          Executors.newSingleThreadExecutor(
              task ->
                  new Thread(
                      () -> {
                        task.run();
                        back.countDown();
                      }));
      HookEndpoint endpoint = stuck().handlersOn(threads).build();

      // An id of its own: the handlers of other tests may come back now, too.
      String body = new String(Kind.UPDATED.body(""), UTF_8).replace(REQUEST_ID, "of-this-test");
      endpoint.handle(Requests.signed(body.getBytes(UTF_8)));
      assertThat(linesOfThisTest())
          .singleElement()
          .asString()
          .startsWith("ERROR failed event=annotation_content");
      gate.open();
      threads.shutdown();
      assertThat(back.await(60, TimeUnit.SECONDS)).isTrue();

      assertThat(linesOfThisTest())
          .last()
          .isEqualTo("WARN handler returned too late, its result is dropped request=of-this-test");
    }

    private List<String> linesOfThisTest() {
      return log.lines().stream().filter(line -> line.contains("of-this-test")).toList();
    }

    @Test
    void doesNotPileUp() throws Exception {
      AtomicInteger calls = new AtomicInteger();
      try (HookEndpoint endpoint =
          everywhere(
                  (payload, context) -> {
                    calls.incrementAndGet();
                    gate.pass();
                  })
              .handlersOnOwnThreads()
              .timeout(SOON)
              .maxConcurrentRequests(1)
              .build()) {
        endpoint.handle(Kind.INITIALIZE.request());
        gate.awaitHandler();

        EndpointResponse response = endpoint.handle(Kind.INITIALIZE.request());

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.headers()).containsEntry("Retry-After", "1");
        assertThat(calls).hasValue(1);
        assertThat(log.lines()).last().asString().startsWith("WARN failed event=");
        gate.open();
      }
    }
  }

  @Nested
  class OnThreadsOfTheirOwn {
    private final CompletableFuture<Thread> thread = new CompletableFuture<>();

    @Test
    void handlersRespondAsUsual() {
      for (Kind kind : Kind.values()) {
        EndpointResponse here = everywhere((payload, context) -> {}).build().handle(kind.request());
        try (HookEndpoint endpoint =
            everywhere((payload, context) -> {}).handlersOnOwnThreads().build()) {
          EndpointResponse there = endpoint.handle(kind.request());

          assertThat(there.status()).isEqualTo(here.status());
          assertThat(Wire.json(there)).isEqualTo(Wire.json(here));
        }
      }
    }

    @Test
    void failuresAreRespondedToAsUsual() {
      for (Throwable failure :
          new Throwable[] {
            new UserMessageException("Not today."),
            new IllegalStateException("x"),
            new FailureException(FailurePolicy.RETRY, new Exception("x")),
            new StackOverflowError(),
            new AssertionError("x"),
          }) {
        EndpointResponse here = Handlers.failing(failure).build().handle(Kind.EXPORT.request());
        try (HookEndpoint endpoint = Handlers.failing(failure).handlersOnOwnThreads().build()) {
          EndpointResponse there = endpoint.handle(Kind.EXPORT.request());

          assertThat(there.status()).isEqualTo(here.status());
          assertThat(Wire.json(there)).isEqualTo(Wire.json(here));
        }
      }
    }

    @Test
    void theThreadsAreVirtualWhereTheJvmHasThem() throws Exception {
      try (HookEndpoint endpoint =
          everywhere((payload, context) -> thread.complete(Thread.currentThread()))
              .handlersOnOwnThreads()
              .build()) {
        endpoint.handle(Kind.UPDATED.request());
      }

      if (Runtime.version().feature() >= 21) {
        assertThat(Thread.class.getMethod("isVirtual").invoke(thread.join())).isEqualTo(true);
      } else {
        assertThat(thread.join().getName()).startsWith("rossum-handler-");
        assertThat(thread.join().isDaemon()).isTrue();
      }
    }

    @Test
    void classesAreFoundAsOnTheThreadOfTheRequest() {
      CompletableFuture<ClassLoader> loader = new CompletableFuture<>();
      ClassLoader before = Thread.currentThread().getContextClassLoader();
      ClassLoader own = new ClassLoader(before) {};
      Thread.currentThread().setContextClassLoader(own);
      try (HookEndpoint endpoint =
          everywhere(
                  (payload, context) ->
                      loader.complete(Thread.currentThread().getContextClassLoader()))
              .handlersOnOwnThreads()
              .build()) {
        endpoint.handle(Kind.UPDATED.request());
      } finally {
        Thread.currentThread().setContextClassLoader(before);
      }

      assertThat(loader.join()).isSameAs(own);
    }

    @Test
    void aThreadOfTheAuthorsFindsThemTooAndHasItsOwnLoaderBackAfterwards() throws Exception {
      ExecutorService threads = Executors.newSingleThreadExecutor();
      ClassLoader its = threads.submit(() -> Thread.currentThread().getContextClassLoader()).get();
      CompletableFuture<ClassLoader> loader = new CompletableFuture<>();
      ClassLoader before = Thread.currentThread().getContextClassLoader();
      ClassLoader own = new ClassLoader(before) {};
      Thread.currentThread().setContextClassLoader(own);
      try {
        everywhere(
                (payload, context) ->
                    loader.complete(Thread.currentThread().getContextClassLoader()))
            .handlersOn(threads)
            .build()
            .handle(Kind.UPDATED.request());
      } finally {
        Thread.currentThread().setContextClassLoader(before);
      }

      assertThat(loader.join()).isSameAs(own);
      assertThat(threads.submit(() -> Thread.currentThread().getContextClassLoader()).get())
          .isSameAs(its)
          .isNotSameAs(own);
      threads.shutdown();
    }

    @Test
    void anExecutorOfTheAuthorsRunsThemAndStaysOpen() {
      ExecutorService threads = Executors.newSingleThreadExecutor(task -> new Thread(task, "mine"));
      HookEndpoint endpoint =
          everywhere((payload, context) -> thread.complete(Thread.currentThread()))
              .handlersOn(threads)
              .build();

      endpoint.handle(Kind.UPDATED.request());
      endpoint.close();

      assertThat(thread.join().getName()).isEqualTo("mine");
      assertThat(threads.isShutdown()).isFalse();
      threads.shutdown();
    }

    @Test
    void anExecutorThatTakesNoMoreIsAnOverload() {
      ExecutorService threads = Executors.newSingleThreadExecutor();
      threads.shutdown();
      HookEndpoint endpoint = everywhere((payload, context) -> {}).handlersOn(threads).build();

      EndpointResponse response = endpoint.handle(Kind.INITIALIZE.request());

      assertThat(response.status()).isEqualTo(503);
      assertThat(response.headers()).containsEntry("Retry-After", "1");
    }

    private static EndpointResponse interrupted(HookEndpoint endpoint) {
      Thread.currentThread().interrupt();
      return endpoint.handle(Kind.INITIALIZE.request());
    }

    @Test
    void anInterruptedRequestGetsAResponseAndStaysInterrupted() {
      try (HookEndpoint endpoint = stuck().timeout(Duration.ofMinutes(1)).build()) {
        interrupted(endpoint);
        Thread.interrupted(); // an agent that changes classes as they are loaded may clear it

        EndpointResponse response = interrupted(endpoint);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(response.status()).isEqualTo(500);
        gate.open();
      }
    }
  }
}
