package io.github.rossumext;

import static io.github.rossumext.Handlers.everywhere;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.Requests.Kind;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.exchange.FakeExchange;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An endpoint that is closed lets running requests finish and accepts no others. */
class CloseTest {
  /** The common pool may have one thread only, and what waits there holds up the rest. */
  private static final Executor OWN_THREADS = task -> new Thread(task).start();

  private final Gate gate = new Gate();

  @AfterEach
  void open() {
    gate.open();
  }

  @Test
  void aClosedEndpointResponds503WithAMessageAndWhenToTryAgain() {
    HookEndpoint endpoint = everywhere((payload, context) -> {}).build();
    assertThat(endpoint.isClosed()).isFalse();

    endpoint.close();
    EndpointResponse response = endpoint.handle(Kind.INITIALIZE.request());

    assertThat(endpoint.isClosed()).isTrue();
    assertThat(response.status()).isEqualTo(503);
    assertThat(response.headers())
        .containsEntry("Retry-After", "1")
        .containsEntry("Content-Type", "application/json");
    assertThat(Wire.json(response))
        .isEqualTo(
            "{'messages':[{'type':'error','content':"
                + "'The extension is being restarted. Please try again.'}]}");
  }

  @Test
  void closingTwiceIsFine() {
    HookEndpoint endpoint = everywhere((payload, context) -> {}).handlersOnOwnThreads().build();
    endpoint.close();
    endpoint.close();

    assertThat(endpoint.isClosed()).isTrue();
  }

  @Test
  void closingWaitsForTheRequestThatIsRunning() throws Exception {
    HookEndpoint endpoint = everywhere((payload, context) -> gate.pass()).build();
    CompletableFuture<EndpointResponse> response =
        CompletableFuture.supplyAsync(() -> endpoint.handle(Kind.UPDATED.request()), OWN_THREADS);
    gate.awaitHandler();

    CompletableFuture<Void> closing = CompletableFuture.runAsync(endpoint::close, OWN_THREADS);
    while (!endpoint.isClosed()) {
      Thread.onSpinWait();
    }
    assertThat(endpoint.handle(Kind.UPDATED.request()).status()).isEqualTo(503);
    assertThat(closing).isNotDone();
    gate.open();

    closing.get(60, TimeUnit.SECONDS);
    assertThat(response.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
  }

  @Test
  void closingWaitsUntilTheResponseIsWritten() throws Exception {
    HookEndpoint endpoint = everywhere((payload, context) -> {}).build();
    FakeExchange exchange = FakeExchange.of(Kind.UPDATED.request()).whileResponding(gate::pass);
    CompletableFuture<Void> served =
        CompletableFuture.runAsync(() -> endpoint.serve(exchange), OWN_THREADS);
    gate.awaitHandler();

    CompletableFuture<Void> closing = CompletableFuture.runAsync(endpoint::close, OWN_THREADS);
    while (!endpoint.isClosed()) {
      Thread.onSpinWait();
    }
    assertThat(closing).isNotDone();
    gate.open();

    closing.get(60, TimeUnit.SECONDS);
    served.get(60, TimeUnit.SECONDS);
    assertThat(exchange.response().status()).isEqualTo(200);
  }

  @Test
  void closingWaitsAsLongAsTheLongestTimeout() throws Exception {
    HookEndpoint endpoint =
        everywhere((payload, context) -> gate.pass())
            .timeout(Duration.ofMillis(20))
            .timeout(HookEvent.UPLOAD_CREATED, Duration.ofMinutes(5))
            .build();
    CompletableFuture<EndpointResponse> response =
        CompletableFuture.supplyAsync(() -> endpoint.handle(Kind.UPLOAD.request()), OWN_THREADS);
    gate.awaitHandler();

    CompletableFuture<Void> closing = CompletableFuture.runAsync(endpoint::close, OWN_THREADS);
    assertThat(closing).failsWithin(Duration.ofMillis(100)).withThrowableThat().isNotNull();
    gate.open();

    closing.get(60, TimeUnit.SECONDS);
    assertThat(response.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
  }

  @Test
  void closingWaitsNoLongerThanAResponseMayTake() throws Exception {
    HookEndpoint endpoint =
        everywhere((payload, context) -> gate.pass()).timeout(Duration.ofMillis(20)).build();
    CompletableFuture<EndpointResponse> response =
        CompletableFuture.supplyAsync(() -> endpoint.handle(Kind.UPDATED.request()), OWN_THREADS);
    gate.awaitHandler();

    endpoint.close();

    assertThat(response).isNotDone();
    gate.open();
    assertThat(response.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
  }

  @Test
  void closingEndsTheThreadsThatTheEndpointStarted() throws Exception {
    HookEndpoint endpoint =
        everywhere((payload, context) -> gate.pass())
            .handlersOnOwnThreads()
            .timeout(Duration.ofMillis(20))
            .build();
    endpoint.handle(Kind.UPDATED.request());
    gate.awaitInterrupt();
    gate.open();

    endpoint.close();

    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().startsWith("rossum-handler-"))
        .allMatch(CloseTest::ends);
  }

  private static boolean ends(Thread thread) {
    try {
      thread.join(60_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  @Test
  void aThreadThatIsInterruptedStopsWaitingAndStaysInterrupted() throws Exception {
    HookEndpoint endpoint = everywhere((payload, context) -> gate.pass()).build();
    CompletableFuture<EndpointResponse> response =
        CompletableFuture.supplyAsync(() -> endpoint.handle(Kind.UPDATED.request()), OWN_THREADS);
    gate.awaitHandler();

    Thread.currentThread().interrupt();
    endpoint.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(endpoint.isClosed()).isTrue();
    gate.open();
    assertThat(response.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
  }
}
