package io.github.rossumext.servlet;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookListener;
import io.github.rossumext.HookRejection;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.servlet.RawConnection.Answer;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More than the endpoint takes is refused at once, and a closed one finishes what it has begun. */
class OverloadTest {
  /** The common pool may have one thread only, and what waits there holds up the rest. */
  private static final Executor OWN_THREADS = task -> new Thread(task).start();

  private static final String JSON = "Content-Type: application/json";

  private final SignedRequest request = SignedRequest.of(Fixtures.invoice(), Endpoints.SECRET);
  private final CountDownLatch inHandler = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private final List<HookRejection> rejections = new CopyOnWriteArrayList<>();

  private HookEndpoint.Builder waiting() {
    return HookEndpoint.builder()
        .secret(Endpoints.SECRET)
        .on(
            ANNOTATION_CONTENT,
            ContentRules.of(
                content -> {
                  inHandler.countDown();
                  assertThat(release.await(60, TimeUnit.SECONDS)).isTrue();
                }))
        .listener(
            new HookListener() {
              @Override
              public void rejected(HookRejection rejection) {
                rejections.add(rejection);
              }
            });
  }

  @AfterEach
  void release() {
    release.countDown();
  }

  private CompletableFuture<Integer> post(HookServer server) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return new Caller(server).post(request).statusCode();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        },
        OWN_THREADS);
  }

  @Test
  void oneRequestTooManyIsRefusedBeforeItsBodyIsRead() throws Exception {
    try (HookServer server = HookServer.start(waiting().maxConcurrentRequests(1).build())) {
      CompletableFuture<Integer> first = post(server);
      assertThat(inHandler.await(60, TimeUnit.SECONDS)).isTrue();

      try (RawConnection connection = new RawConnection(server)) {
        Answer refused =
            connection.head("POST", JSON, "Content-Length: " + request.body().length).answer();

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.headers()).containsEntry("Retry-After", "1");
        assertThat(refused.body())
            .isEqualTo(
                "{\"messages\":[{\"type\":\"error\",\"content\":\"The extension has too much to do"
                    + " at the moment. Please try again.\"}]}");
        assertThat(rejections)
            .singleElement()
            .satisfies(
                rejection -> {
                  assertThat(rejection.reason()).isEqualTo(HookRejection.Reason.OVERLOAD);
                  assertThat(rejection.status()).isEqualTo(503);
                  assertThat(rejection.duration()).isPositive().isLessThan(Duration.ofHours(1));
                });

        release.countDown();
        assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo(200);

        // The connection is still good, and there is room again.
        connection.bytes(request.body());
        connection.head(
            "POST", JSON, Endpoints.signature(request), "Content-Length: " + request.body().length);
        assertThat(connection.bytes(request.body()).answer().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void thePageIsServedWhileNothingElseIs() throws Exception {
    try (HookServer server = HookServer.start(waiting().maxConcurrentRequests(1).build())) {
      CompletableFuture<Integer> first = post(server);
      assertThat(inHandler.await(60, TimeUnit.SECONDS)).isTrue();

      assertThat(new Caller(server).send("GET").statusCode()).isEqualTo(200);

      release.countDown();
      assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo(200);
    }
  }

  @Test
  void bodiesThatTakeTooMuchMemoryAreRefusedWhateverTheyDeclare() throws Exception {
    int half = request.body().length * 3 / 2;
    try (HookServer server = HookServer.start(waiting().maxBytesInFlight(half).build())) {
      CompletableFuture<Integer> first = post(server);
      assertThat(inHandler.await(60, TimeUnit.SECONDS)).isTrue();

      assertThat(new Caller(server).post(request).statusCode()).isEqualTo(503);
      try (RawConnection connection = new RawConnection(server)) {
        connection.head("POST", JSON, "Transfer-Encoding: chunked").chunk(request.body());
        assertThat(connection.lastChunk().answer().status()).isEqualTo(503);
      }

      release.countDown();
      assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo(200);
      assertThat(new Caller(server).post(request).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void listenersHearHowMuchOfABodyWasRead() throws Exception {
    try (HookServer server = HookServer.start(waiting().maxBodyBytes(1000).build());
        RawConnection connection = new RawConnection(server)) {
      connection.head("POST", JSON, "Transfer-Encoding: chunked").chunk(new byte[1001]);
      assertThat(connection.answer().status()).isEqualTo(413);
    }
    assertThat(rejections)
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.reason()).isEqualTo(HookRejection.Reason.SIZE);
              assertThat(rejection.sizeInBytes()).isEqualTo(1001);
            });
  }

  @Test
  void whatADeclaredBodyDoesNotSendCostsNobodyElse() throws Exception {
    HookEndpoint endpoint = Endpoints.builder().maxBytesInFlight(1_000_000).build();
    try (HookServer server = HookServer.start(endpoint);
        RawConnection liar = new RawConnection(server)) {
      liar.head("POST", JSON, "Content-Length: 30000000").bytes(new byte[] {'{'});

      assertThat(new Caller(server).post(request).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aClosedEndpointFinishesWhatItHasBegunAndSaysSoToLoadBalancers() throws Exception {
    HookEndpoint endpoint = waiting().build();
    try (HookServer server = HookServer.start(endpoint)) {
      CompletableFuture<Integer> first = post(server);
      assertThat(inHandler.await(60, TimeUnit.SECONDS)).isTrue();

      CompletableFuture<Void> closing = CompletableFuture.runAsync(endpoint::close, OWN_THREADS);
      while (!endpoint.isClosed()) {
        Thread.onSpinWait();
      }
      assertThat(new Caller(server).send("GET").statusCode()).isEqualTo(503);
      assertThat(new Caller(server).send("GET").body()).contains("being restarted");
      assertThat(new Caller(server).post(request).statusCode()).isEqualTo(503);
      assertThat(closing).isNotDone();

      release.countDown();
      assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo(200);
      closing.get(60, TimeUnit.SECONDS);
      assertThat(rejections)
          .extracting(HookRejection::reason)
          .containsExactly(HookRejection.Reason.CLOSED);
    }
  }
}
