package io.github.rossumext;

import static io.github.rossumext.DeliveryBench.EXPORT;
import static io.github.rossumext.DeliveryBench.again;
import static io.github.rossumext.DeliveryBench.elsewhere;
import static io.github.rossumext.DeliveryBench.first;
import static io.github.rossumext.DeliveryBench.text;
import static io.github.rossumext.FailurePolicy.RETRY;
import static io.github.rossumext.Requests.REQUEST_ID;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.Requests.Kind;
import io.github.rossumext.delivery.DeliverySettings;
import io.github.rossumext.delivery.IfUnknown;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.exchange.FakeExchange;
import io.github.rossumext.response.UploadResponse;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An event whose response Rossum fetches later. Most nested classes are a row of the table. */
class LaterTest {
  private static final URI URL = URI.create("https://extension.example.com/rossum");
  private static final Duration SOON = Duration.ofMillis(150);
  private static final Duration LEASE = Duration.ofSeconds(20);
  private static final Duration POLLING = Duration.ofMinutes(5);
  private static final DeliverySettings QUICK =
      DeliverySettings.defaults()
          .withQuickTime(Duration.ofMillis(1))
          .withCloseTime(Duration.ofMillis(1));
  private static final String KEEP_POLLING =
      "503 {\"messages\":[{\"type\":\"error\",\"content\":\"The extension has not finished yet."
          + " Please try again.\"}]}";
  private static final String NOT_FOUND =
      "404 {\"messages\":[{\"type\":\"error\",\"content\":\"The extension has no response to fetch"
          + " here.\"}]}";
  private static final String DONE =
      "201 {\"messages\":[{\"type\":\"info\",\"content\":\"run 1\"}]}";

  private final DeliveryBench bench = new DeliveryBench();
  private final WatchedStore way = bench.way();
  private final Gate gate = new Gate();
  private final CapturedLog log = CapturedLog.start();
  private final List<HookEndpoint> endpoints = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    gate.open();
    endpoints.forEach(HookEndpoint::close);
    log.close();
  }

  private HookEndpoint built(HookEndpoint.Builder builder) {
    HookEndpoint endpoint = builder.build();
    endpoints.add(endpoint);
    return endpoint;
  }

  /** A node whose handlers are always too slow for their request. */
  private HookEndpoint.Builder slow(Handlers.Deed afterTheGate) {
    return bench
        .node(
            way,
            (payload, context) -> {
              gate.pass();
              afterTheGate.does(payload, context);
            })
        .deliveries(QUICK);
  }

  private HookEndpoint slowExport() {
    return built(slow((payload, context) -> {}).later(EXPORT, URL));
  }

  private static FakeExchange asked(HookEndpoint endpoint, String method, String query) {
    FakeExchange exchange = new FakeExchange(method, InputStream.nullInputStream()).asking(query);
    endpoint.serve(exchange);
    return exchange;
  }

  private static String poll(HookEndpoint endpoint, EndpointResponse accepted) {
    return text(asked(endpoint, "GET", query(accepted)).response());
  }

  private static String location(EndpointResponse accepted) {
    return String.valueOf(accepted.headers().get("Location"));
  }

  private static String query(EndpointResponse accepted) {
    return URI.create(location(accepted)).getRawQuery();
  }

  private static EndpointResponse acceptedOnly(HookEndpoint endpoint, Kind kind) {
    EndpointResponse response = endpoint.handle(first(kind));
    assertThat(text(response)).isEqualTo("202 {}");
    assertThat(response.headers()).containsEntry("Content-Type", "application/json");
    return response;
  }

  private EndpointResponse accepted(HookEndpoint endpoint, Kind kind) {
    EndpointResponse response = acceptedOnly(endpoint, kind);
    bench.awaitFirstRun();
    return response;
  }

  @Nested
  class Quick {
    @Test
    void aHandlerThatEndsInTimeHasItsResponseSentAsUsual() {
      HookEndpoint endpoint = built(bench.node(way, (payload, context) -> {}).later(EXPORT, URL));

      assertThat(text(endpoint.handle(first(Kind.EXPORT))))
          .isEqualTo("200 {\"messages\":[{\"type\":\"info\",\"content\":\"run 1\"}]}");
      assertThat(text(endpoint.handle(again(Kind.EXPORT)))).endsWith("\"run 1\"}]}");
      assertThat(bench.told).containsExactly("repeated");
      assertThat(way.steps()).containsExactly("claim", "complete", "claim");
    }

    @Test
    void itRunsOnAThreadOfItsOwnAndHasThePollingTime() throws Exception {
      CompletableFuture<Thread> thread = new CompletableFuture<>();
      CompletableFuture<Duration> remaining = new CompletableFuture<>();
      HookEndpoint endpoint =
          built(
              bench
                  .node(
                      (payload, context) -> {
                        thread.complete(Thread.currentThread());
                        remaining.complete(context.remaining());
                      })
                  .later(EXPORT, URL, Duration.ofMinutes(30)));
      endpoint.handle(first(Kind.EXPORT));

      assertThat(thread.get(60, TimeUnit.SECONDS)).isNotSameAs(Thread.currentThread());
      assertThat(remaining.get(60, TimeUnit.SECONDS)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aHandlerThatFailsInTimeHasTheUsualStatus() {
      HookEndpoint endpoint =
          built(
              bench
                  .node(
                      (payload, context) -> {
                        throw new IOException("no connection");
                      })
                  .later(EXPORT, URL));

      EndpointResponse response = endpoint.handle(first(Kind.EXPORT));

      assertThat(response.status()).isEqualTo(422);
      assertThat(text(endpoint.handle(again(Kind.EXPORT)))).isEqualTo(text(response));
    }

    @Test
    void itNeverWaitsUntilTheDeadlineOfItsRequest() {
      HookEndpoint endpoint =
          built(
              bench
                  .node((payload, context) -> gate.pass())
                  .later(EXPORT, URL)
                  .timeout(Duration.ofMillis(40)));

      accepted(endpoint, Kind.EXPORT);
    }
  }

  @Nested
  class Running {
    @Test
    void theResponseIs202WithWhereToFetchTheResponse() {
      EndpointResponse accepted = accepted(slowExport(), Kind.EXPORT);

      assertThat(location(accepted))
          .matches(
              "https://extension\\.example\\.com/rossum\\?delivery=[0-9a-f]{32}\\.[0-9a-f]{64}");
      assertThat(location(accepted)).contains("?delivery=" + bench.runs.get(0));
    }

    @Test
    void aPollGets503AndIsToldToComeBackIn30Seconds() {
      HookEndpoint endpoint = slowExport();
      EndpointResponse accepted = accepted(endpoint, Kind.EXPORT);

      FakeExchange poll = asked(endpoint, "GET", query(accepted));

      assertThat(text(poll.response())).isEqualTo(KEEP_POLLING);
      assertThat(poll.response().headers()).containsEntry("Retry-After", "30");
      assertThat(poll.steps()).containsExactly("respond");
    }

    @Test
    void aPollOfAnotherNodeGets503Too() {
      EndpointResponse accepted = accepted(slowExport(), Kind.EXPORT);
      HookEndpoint other = built(bench.node((payload, context) -> {}).later(EXPORT, URL));

      assertThat(poll(other, accepted)).isEqualTo(KEEP_POLLING);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRepeatGetsTheSameLocationAtOnce(boolean isSameNode) {
      HookEndpoint endpoint = slowExport();
      HookEndpoint other = built(bench.node((payload, context) -> {}).later(EXPORT, URL));
      EndpointResponse accepted = accepted(endpoint, Kind.EXPORT);

      EndpointResponse repeated = (isSameNode ? endpoint : other).handle(again(Kind.EXPORT));

      assertThat(text(repeated)).isEqualTo("202 {}");
      assertThat(repeated.headers()).isEqualTo(accepted.headers());
      assertThat(bench.runs).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?tenant=7", "?tenant=7&deliverys=a.b"})
    void theQueryOfTheUrlIsKept(String query) {
      HookEndpoint endpoint =
          built(slow((payload, context) -> {}).later(EXPORT, URI.create(URL + query)));

      EndpointResponse accepted = accepted(endpoint, Kind.EXPORT);

      assertThat(location(accepted)).startsWith(URL + query + "&delivery=");
      assertThat(poll(endpoint, accepted)).isEqualTo(KEEP_POLLING);
    }

    @Test
    void theLocationIsAscii() {
      HookEndpoint endpoint =
          built(slow((payload, context) -> {}).later(EXPORT, URI.create(URL + "/účty")));

      EndpointResponse accepted = accepted(endpoint, Kind.EXPORT);

      assertThat(location(accepted)).startsWith(URL + "/%C3%BA%C4%8Dty?delivery=");
    }

    @Test
    void theLogAndTheListenersAreTold() throws Exception {
      HookEndpoint endpoint =
          built(
              slow((payload, context) -> {})
                  .deliveries(QUICK.withCloseTime(Duration.ofMinutes(1)))
                  .later(EXPORT, URL));
      EndpointResponse accepted = accepted(endpoint, Kind.EXPORT);
      assertThat(endpoint.runningJobs()).isEqualTo(1);
      poll(endpoint, accepted);
      gate.open();
      bench.awaitJob();

      assertThat(endpoint.runningJobs()).isZero();
      assertThat(bench.told).containsExactly("jobStarted", "jobFinished 200");
      endpoint.close();
      String key = " delivery=" + bench.runs.get(0);
      assertThat(bench.lines(log)).hasSize(3);
      assertThat(bench.lines(log).get(0))
          .startsWith("INFO job started event=annotation_content.export ")
          .contains(" status=202 ")
          .endsWith(key);
      assertThat(bench.lines(log).get(1)).startsWith("INFO polled status=503 ms=").endsWith(key);
      assertThat(bench.lines(log).get(2))
          .startsWith("INFO job finished event=annotation_content.export ")
          .contains(" status=200 ")
          .contains(key + " messages=1");
    }

    @Test
    void aThreadThatIsInterruptedGets202AndStaysInterrupted() {
      HookEndpoint endpoint =
          built(bench.node((payload, context) -> gate.pass()).later(EXPORT, URL));

      Thread.currentThread().interrupt();
      EndpointResponse response = endpoint.handle(first(Kind.EXPORT));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(response.status()).isEqualTo(202);
    }

    @Test
    void jobsTakeNoMoreBytesThanAllRequests() {
      HookEndpoint endpoint =
          built(
              slow((payload, context) -> {})
                  .later(EXPORT, URL)
                  .later(HookEvent.UPLOAD_CREATED, URL)
                  .maxBytesInFlight(first(Kind.EXPORT).body().length));
      accepted(endpoint, Kind.EXPORT);

      EndpointResponse response = endpoint.handle(first(Kind.UPLOAD));

      assertThat(response.status()).isEqualTo(503);
      assertThat(response.headers()).containsEntry("Retry-After", "1");
      assertThat(bench.runs).hasSize(1);
    }
  }

  @Nested
  class Done {
    @Test
    void aPollGets201WithTheResponseAndSoDoesEachFurtherPoll() throws Exception {
      HookEndpoint endpoint = slowExport();
      HookEndpoint other = built(bench.node((payload, context) -> {}).later(EXPORT, URL));
      EndpointResponse accepted = accepted(endpoint, Kind.EXPORT);
      gate.open();
      bench.awaitJob();

      assertThat(poll(endpoint, accepted)).isEqualTo(DONE);
      assertThat(poll(endpoint, accepted)).isEqualTo(DONE);
      assertThat(poll(other, accepted)).isEqualTo(DONE);
    }

    @Test
    void aPollByHeadGetsTheHeadersOnly() throws Exception {
      HookEndpoint endpoint = slowExport();
      EndpointResponse accepted = accepted(endpoint, Kind.EXPORT);
      gate.open();
      bench.awaitJob();

      EndpointResponse head = asked(endpoint, "HEAD", query(accepted)).response();

      assertThat(text(head)).isEqualTo("201 ");
      assertThat(head.headers())
          .containsEntry("Content-Length", Integer.toString(DONE.length() - "201 ".length()));
    }

    @Test
    void aRepeatGetsTheStoredResponse() throws Exception {
      HookEndpoint endpoint = slowExport();
      accepted(endpoint, Kind.EXPORT);
      gate.open();
      bench.awaitJob();

      assertThat(text(endpoint.handle(again(Kind.EXPORT)))).isEqualTo(DONE.replace("201 ", "200 "));
    }

    @Test
    void aClosedEndpointStillGivesIt() throws Exception {
      HookEndpoint endpoint = slowExport();
      EndpointResponse accepted = accepted(endpoint, Kind.EXPORT);
      gate.open();
      bench.awaitJob();
      endpoint.close();

      assertThat(poll(endpoint, accepted)).isEqualTo(DONE);
    }
  }

  @Nested
  class FailedWithRetry {
    @Test
    void aPollGets404AndTheNextRequestIsANewRunWithTheSameKey() throws Exception {
      HookEndpoint endpoint =
          built(
              slow((payload, context) -> {
                    if (bench.runs.size() == 1) {
                      throw new IOException("no connection");
                    }
                  })
                  .later(EXPORT, URL)
                  .onFailure(EXPORT, RETRY));
      EndpointResponse accepted = accepted(endpoint, Kind.EXPORT);
      gate.open();
      bench.awaitJob();

      assertThat(poll(endpoint, accepted)).isEqualTo(NOT_FOUND);
      assertThat(bench.told).containsExactly("jobStarted", "jobFailed 503");

      EndpointResponse next = endpoint.handle(again(Kind.EXPORT));
      if (next.status() == 202) {
        bench.awaitJob(); // the handler was slow even without the gate
      }
      assertThat(poll(endpoint, accepted)).isEqualTo(DONE.replace("run 1", "run 2"));
      assertThat(bench.runs.get(1)).isEqualTo(bench.runs.get(0));
    }
  }

  @Nested
  class FailedOtherwise {
    private HookEvent<?, ?> event(Kind kind) {
      return switch (kind) {
        case EXPORT -> EXPORT;
        case UPLOAD -> HookEvent.UPLOAD_CREATED;
        case EMAIL -> HookEvent.EMAIL_RECEIVED;
        case STATUS -> HookEvent.ANNOTATION_STATUS;
        default -> HookEvent.INVOCATION_SCHEDULED;
      };
    }

    private String polled(Kind kind, FailurePolicy policy, Exception failure) throws Exception {
      HookEndpoint endpoint =
          built(
              slow((payload, context) -> {
                    throw failure;
                  })
                  .later(event(kind), URL)
                  .onFailure(event(kind), policy));
      EndpointResponse accepted = accepted(endpoint, kind);
      gate.open();
      bench.awaitJob();
      return poll(endpoint, accepted).replace('"', '\'');
    }

    private String body(Kind kind, String text) {
      String messages = "'messages':[{'type':'error','content':'" + text + "'}]";
      return switch (kind) {
        case EXPORT -> "{" + messages + "}";
        case UPLOAD ->
            "{'files':[{'document':'https://x/api/v1/documents/1','prevent_importing':false,"
                + "'failed_import':true,"
                + messages
                + "}]}";
        default -> kind.noOpinion();
      };
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPORT", "UPLOAD", "EMAIL", "STATUS", "SCHEDULED"})
    void aPollGets201WithTheBodyOfItsFailure(Kind kind) throws Exception {
      assertThat(polled(kind, FailurePolicy.TELL_USER, new IOException("no connection")))
          .isEqualTo("201 " + body(kind, "The extension failed (request " + REQUEST_ID + ")."));
      assertThat(bench.told).containsExactly("jobStarted", "jobFailed 422");
    }

    @ParameterizedTest
    @CsvSource({"NO_RETRY,UPLOAD", "NO_RETRY,EMAIL", "NO_RETRY,EXPORT"})
    void alsoUnderNoRetry(FailurePolicy policy, Kind kind) throws Exception {
      assertThat(polled(kind, policy, new IOException("no connection")))
          .isEqualTo("201 " + body(kind, "The extension failed (request " + REQUEST_ID + ")."));
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPORT", "UPLOAD", "EMAIL", "STATUS", "SCHEDULED"})
    void underFailOpenItHasNoOpinion(Kind kind) throws Exception {
      assertThat(polled(kind, FailurePolicy.FAIL_OPEN, new IOException("no connection")))
          .isEqualTo("201 " + kind.noOpinion());
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPORT", "UPLOAD", "EMAIL", "STATUS", "SCHEDULED"})
    void aMessageForTheUserIsThere(Kind kind) throws Exception {
      assertThat(polled(kind, FailurePolicy.TELL_USER, new UserMessageException("Order closed.")))
          .isEqualTo("201 " + body(kind, "Order closed."));
    }
  }

  @Nested
  class LeaseLostOrTokenUnknown {
    @Test
    void aPollGets404IfTheLeaseIsLost() {
      EndpointResponse accepted = accepted(slowExport(), Kind.EXPORT);
      way.failAt();
      HookEndpoint other = built(bench.node((payload, context) -> {}).later(EXPORT, URL));
      assertThat(poll(other, accepted)).isEqualTo(KEEP_POLLING);
      bench.pass(LEASE);

      assertThat(poll(other, accepted)).isEqualTo(NOT_FOUND);
      assertThat(poll(other, accepted)).isEqualTo(NOT_FOUND);

      assertThat(bench.told).containsExactly("jobStarted", "deliveryLost");
      assertThat(bench.lines(log))
          .containsOnlyOnce(
              "WARN delivery lost, its outcome is unknown delivery=" + bench.runs.get(0));
    }

    @Test
    void thenTheNextRequestRunsAgainWithTheSameKey() {
      accepted(slowExport(), Kind.EXPORT);
      way.failAt();
      HookEndpoint other = built(bench.node((payload, context) -> {}).later(EXPORT, URL));
      assertThat(other.handle(again(Kind.EXPORT)).status()).isEqualTo(202);
      bench.pass(LEASE);

      assertThat(text(other.handle(again(Kind.EXPORT)))).startsWith("200 ").contains("run 2");
      assertThat(bench.runs.get(1)).isEqualTo(bench.runs.get(0));
    }

    @Test
    void unlessTheEventIsDeclaredOnceWithRefuse() {
      accepted(slowExport(), Kind.EXPORT);
      way.failAt();
      HookEndpoint other =
          built(
              bench
                  .node((payload, context) -> {})
                  .later(EXPORT, URL)
                  .once(EXPORT, IfUnknown.REFUSE));
      EndpointResponse accepted = other.handle(again(Kind.EXPORT));
      bench.pass(LEASE);

      EndpointResponse refused = other.handle(again(Kind.EXPORT));

      assertThat(refused.status()).isEqualTo(422);
      assertThat(poll(other, accepted)).isEqualTo(text(refused).replace("422 ", "201 "));
      assertThat(bench.runs).hasSize(1);
    }

    @Test
    void aPollGets404IfTheTokenIsExpired() throws Exception {
      HookEndpoint endpoint = slowExport();
      EndpointResponse accepted = accepted(endpoint, Kind.EXPORT);
      gate.open();
      bench.awaitJob();
      bench.pass(Duration.ofHours(24));
      assertThat(poll(endpoint, accepted)).isEqualTo(DONE);
      bench.pass(Duration.ofMillis(1));

      assertThat(poll(endpoint, accepted)).isEqualTo(NOT_FOUND);
    }

    @Test
    void aPollGets404IfTheStoreHasLostIt() {
      EndpointResponse accepted = accepted(slowExport(), Kind.EXPORT);
      HookEndpoint restarted =
          built(new DeliveryBench().node((payload, context) -> {}).later(EXPORT, URL));

      assertThat(poll(restarted, accepted)).isEqualTo(NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "delivery=",
          "delivery=.",
          "delivery=0123456789abcdef0123456789abcdef",
          "delivery=0123456789abcdef0123456789abcdef.",
          "delivery=0123456789abcdef0123456789abcdef.0123",
          "x=1&delivery=é.%00"
        })
    void aTokenThatWasMadeUpGets404WithoutTheStore(String query) {
      assertThat(text(asked(slowExport(), "GET", query).response())).isEqualTo(NOT_FOUND);
      assertThat(way.steps()).isEmpty();
    }

    @Test
    void soDoesATokenOfAnotherSecretAndOneWithAnotherId() {
      HookEndpoint endpoint = slowExport();
      String id = "0123456789abcdef0123456789abcdef";
      String foreign =
          RequestSigner.of(Secret.of("another secret")).sign(id.getBytes(UTF_8)).substring(7);
      String location = location(accepted(endpoint, Kind.EXPORT));
      String mac = location.substring(location.indexOf('.', location.indexOf("delivery=")) + 1);

      for (String token : List.of(id + "." + foreign, id + "." + mac)) {
        assertThat(text(asked(endpoint, "GET", "delivery=" + token).response()))
            .isEqualTo(NOT_FOUND);
      }
      assertThat(way.steps()).doesNotContain("find");
    }

    @Test
    void aTokenOfASecretThatIsStillAcceptedIsKnown() {
      EndpointResponse accepted = accepted(slowExport(), Kind.EXPORT);
      HookEndpoint rotated =
          built(
              HookEndpoint.builder()
                  .secret(Secret.of("the next secret of the hook"))
                  .secret(Requests.SECRET)
                  .on(HookEvent.UPLOAD_CREATED, (upload, context) -> UploadResponse.empty())
                  .clock(bench.clock)
                  .store(bench.way()));

      assertThat(poll(rotated, accepted)).isEqualTo(KEEP_POLLING);
    }

    @Test
    void aStoreThatFailsAtAPollIsA503() {
      HookEndpoint endpoint = slowExport();
      EndpointResponse accepted = accepted(endpoint, Kind.EXPORT);
      way.failAt("find");

      assertThat(poll(endpoint, accepted)).isEqualTo(KEEP_POLLING);
    }

    @Test
    void aGetWithoutTokenIsTheStatusPageWhichDoesNotTellOfJobs() {
      HookEndpoint endpoint = slowExport();
      accepted(endpoint, Kind.EXPORT);

      String page = asked(endpoint, "GET", "tenant=7&xdelivery=1").text();
      assertThat(page).startsWith("<!DOCTYPE html>").doesNotContain("job", bench.runs.get(0));
    }
  }

  @Nested
  class BeyondThePollingTime {
    @Test
    void theHandlerIsInterruptedAndRunsUntilItEnds() throws Exception {
      HookEndpoint endpoint = built(slow((payload, context) -> {}).later(EXPORT, URL, SOON));
      EndpointResponse accepted = accepted(endpoint, Kind.EXPORT);

      gate.awaitInterrupt();

      assertThat(poll(endpoint, accepted)).isEqualTo(KEEP_POLLING);
      assertThat(endpoint.runningJobs()).isEqualTo(1);
      gate.open();
      bench.awaitJob();
      assertThat(poll(endpoint, accepted)).isEqualTo(DONE);
    }

    @Test
    void anInterruptedHandlerThatThrowsHasFailed() throws Exception {
      HookEndpoint endpoint =
          built(
              bench
                  .node((payload, context) -> new CompletableFuture<Void>().get())
                  .deliveries(QUICK)
                  .later(EXPORT, URL, SOON));
      EndpointResponse accepted = accepted(endpoint, Kind.EXPORT);
      bench.awaitJob();

      assertThat(poll(endpoint, accepted)).startsWith("201 ").contains("The extension failed");
      assertThat(bench.told).containsExactly("jobStarted", "jobFailed 422");
    }

    @Test
    void aHandlerThatHasNoThreadUntilThenNeverBegins() throws Exception {
      ExecutorService one = Executors.newSingleThreadExecutor();
      one.execute(gate::pass);
      gate.awaitHandler();
      HookEndpoint endpoint =
          built(
              bench
                  .node(way, (payload, context) -> {})
                  .deliveries(QUICK)
                  .handlersOn(one)
                  .later(EXPORT, URL, SOON));
      EndpointResponse accepted = acceptedOnly(endpoint, Kind.EXPORT);
      bench.awaitJob();

      assertThat(poll(endpoint, accepted)).isEqualTo(NOT_FOUND);
      assertThat(endpoint.runningJobs()).isZero();
      gate.open();
      one.shutdown();
      assertThat(one.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
      assertThat(bench.runs).isEmpty();
      assertThat(bench.told).containsExactly("jobStarted", "jobFailed 503");
    }
  }

  @Nested
  class Closing {
    @Test
    void aJobThatEndsInTimeIsStored() throws Exception {
      HookEndpoint endpoint =
          built(
              slow((payload, context) -> {})
                  .deliveries(QUICK.withCloseTime(Duration.ofMinutes(1)))
                  .later(EXPORT, URL));
      EndpointResponse accepted = accepted(endpoint, Kind.EXPORT);
      CompletableFuture<Void> closing =
          CompletableFuture.runAsync(endpoint::close, task -> new Thread(task).start());
      while (!endpoint.isClosed()) {
        Thread.onSpinWait();
      }
      assertThat(endpoint.handle(again(Kind.EXPORT)).status()).isEqualTo(503);
      gate.open();
      closing.get(60, TimeUnit.SECONDS);

      assertThat(poll(endpoint, accepted)).isEqualTo(DONE);
    }

    @Test
    void aJobThatDoesNotEndIsInterruptedAndItsOutcomeIsUnknown() throws Exception {
      HookEndpoint endpoint = slowExport();
      EndpointResponse accepted = accepted(endpoint, Kind.EXPORT);

      endpoint.close();

      gate.awaitInterrupt();
      assertThat(bench.told).containsExactly("jobStarted", "deliveryLost");
      HookEndpoint other = built(bench.node((payload, context) -> {}).later(EXPORT, URL));
      assertThat(poll(other, accepted)).isEqualTo(KEEP_POLLING);
      bench.pass(LEASE);
      assertThat(poll(other, accepted)).isEqualTo(NOT_FOUND);
      assertThat(text(other.handle(again(Kind.EXPORT)))).contains("run 2");
    }

    private EndpointResponse acceptedThatEndsByAnInterrupt(HookEndpoint.Builder builder) {
      HookEndpoint endpoint = built(builder.deliveries(QUICK).later(EXPORT, URL));
      EndpointResponse accepted = accepted(endpoint, Kind.EXPORT);
      endpoint.close();
      return accepted;
    }

    @Test
    void theOutcomeOfAJobThatEndsByTheInterruptIsUnknownToo() throws Exception {
      EndpointResponse accepted =
          acceptedThatEndsByAnInterrupt(
              bench.node(way, (payload, context) -> new CompletableFuture<Void>().get()));
      bench.awaitJob();

      HookEndpoint other = built(bench.node((payload, context) -> {}).later(EXPORT, URL));
      assertThat(poll(other, accepted)).isEqualTo(KEEP_POLLING);
      bench.pass(LEASE);
      assertThat(poll(other, accepted)).isEqualTo(NOT_FOUND);
      assertThat(text(other.handle(again(Kind.EXPORT)))).contains("run 2");
      assertThat(way.steps()).containsExactly("claim");
    }

    @Test
    void underRetryAJobThatEndsByTheInterruptMayRunAgainAtOnce() throws Exception {
      EndpointResponse accepted =
          acceptedThatEndsByAnInterrupt(
              bench
                  .node(way, (payload, context) -> new CompletableFuture<Void>().get())
                  .onFailure(EXPORT, RETRY));
      bench.awaitJob();

      HookEndpoint other = built(bench.node((payload, context) -> {}).later(EXPORT, URL));
      assertThat(poll(other, accepted)).isEqualTo(NOT_FOUND);
      assertThat(text(other.handle(again(Kind.EXPORT)))).contains("run 2");
    }

    @Test
    void aJobThatWasGivenUpAndEndsNeverthelessIsStoredIfNobodyHasTakenItOver() throws Exception {
      HookEndpoint endpoint = slowExport();
      EndpointResponse accepted = accepted(endpoint, Kind.EXPORT);
      endpoint.close();
      gate.open();
      bench.awaitJob();

      assertThat(poll(endpoint, accepted)).isEqualTo(DONE);
    }
  }

  @Test
  void theDeadlineOfARequestDoesNotEndItsJob() throws Exception {
    HookEndpoint endpoint =
        built(slow((payload, context) -> {}).later(EXPORT, URL, POLLING).timeout(SOON));
    CompletableFuture<EndpointResponse> response = elsewhere(endpoint, first(Kind.EXPORT));
    gate.awaitHandler();
    EndpointResponse accepted = response.get(60, TimeUnit.SECONDS);
    gate.open();
    bench.awaitJob();

    assertThat(poll(endpoint, accepted)).isEqualTo(DONE);
  }
}
