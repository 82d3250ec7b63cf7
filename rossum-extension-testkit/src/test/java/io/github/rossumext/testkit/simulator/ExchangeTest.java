package io.github.rossumext.testkit.simulator;

import static io.github.rossumext.testkit.simulator.StubTransport.ok;
import static io.github.rossumext.testkit.simulator.StubTransport.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.internal.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTest {
  private static RossumSimulator rossum(SimulatedHook hook) {
    return RossumSimulator.of(hook).open(Order.request());
  }

  private static SimulatedHook hook(Transport extension) {
    return SimulatedHook.of(extension, Order.SECRET);
  }

  @Nested
  class ANonInteractiveRequest {
    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void isRetriedUpToFourTimes(int status) {
      StubTransport extension = StubTransport.responding(status(status, "{}"));
      RossumSimulator rossum = Order.simulator(extension);
      rossum.initialize();

      assertThat(extension.requests()).hasSize(5);
      assertThat(rossum.exchanges()).extracting(Exchange::attempt).containsExactly(1, 2, 3, 4, 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 413, 422})
    void isNotRetriedAfterOtherStatuses(int status) {
      StubTransport extension = StubTransport.responding(status(status, "{}"));
      Order.simulator(extension).initialize();

      assertThat(extension.requests()).hasSize(1);
    }

    @Test
    void isRetriedAfterAnyOtherStatusIfTheHookSaysSo() {
      StubTransport extension = StubTransport.responding(status(422, "{}"));
      rossum(hook(extension).withRetryOnAnyNon2xx().withRetryCount(2)).initialize();

      assertThat(extension.requests()).hasSize(3);
    }

    @Test
    void takesTheResponseOfTheLastAttemptOnly() {
      StubTransport extension =
          StubTransport.responding(
              status(503, Order.quoted("{'messages':[{'type':'error','content':'Try again'}]}")),
              ok(Order.operations("{'op':'replace','id':101,'value':{'hidden':true}}")));
      RossumSimulator rossum = Order.simulator(extension);
      rossum.initialize();

      assertThat(rossum.messages()).isEmpty();
      assertThat(rossum.field("order_id").isHidden()).isTrue();
      assertThat(rossum.problems()).hasSize(1);
    }

    @Test
    void hasARequestIdForEachAttempt() {
      StubTransport extension = StubTransport.responding(status(500, "{}"), ok("{}"));
      Order.simulator(extension).initialize();

      assertThat(id(extension.requests().get(0))).isNotEqualTo(id(extension.requests().get(1)));
    }

    private String id(String request) {
      return Json.read(request).path("request_id").asText();
    }

    @Test
    void isNotRetriedAfterTheTimeIsUp() {
      VirtualClock clock = VirtualClock.create();
      StubTransport extension =
          new StubTransport(
              number -> {
                clock.advance(Duration.ofSeconds(20));
                return status(500, "{}");
              },
              poll -> ok("{}"));
      RossumSimulator rossum = rossum(hook(extension)).clock(clock);
      rossum.initialize();

      assertThat(extension.requests()).hasSize(2);
      assertThat(rossum.exchanges().get(1).status()).isEmpty();
    }
  }

  /** Each response takes 10 of the 30 seconds, so that no time is left for a fourth request. */
  @ParameterizedTest
  @CsvSource({"30, 3", "31, 4", "29, 3", "10, 1", "60, 5"})
  void retriesEndWithTheTimeOfTheRequest(int timeout, int requests) {
    VirtualClock clock = VirtualClock.create();
    StubTransport extension =
        new StubTransport(
            number -> {
              clock.advance(Duration.ofSeconds(10));
              return status(503, "{}");
            },
            poll -> ok("{}"));
    rossum(hook(extension).withTimeout(Duration.ofSeconds(timeout))).clock(clock).initialize();

    assertThat(extension.requests()).hasSize(requests);
  }

  @Test
  void aTimeoutOfZeroSecondsLeavesOneRequest() {
    StubTransport extension = StubTransport.responding(status(503, "{}"));
    rossum(hook(extension).withTimeout(Duration.ZERO)).initialize();

    assertThat(extension.requests()).hasSize(1);
  }

  @Test
  void anInteractiveRequestHasOneAttempt() {
    StubTransport extension = StubTransport.responding(status(503, "{}"));
    Order.simulator(extension).start();

    assertThat(extension.requests()).hasSize(1);
  }

  @Test
  void aSlowExtensionIsGivenUpAndItsResponseLost() {
    VirtualClock clock = VirtualClock.create();
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(Order.SECRET)
            .clock(clock)
            .on(
                HookEvent.ANNOTATION_CONTENT,
                ContentRules.of(
                    content -> {
                      content.field("order_id").set("B1");
                      clock.advance(Duration.ofSeconds(31));
                    }))
            .build();
    RossumSimulator rossum =
        RossumSimulator.of(endpoint, Order.SECRET).clock(clock).open(Order.request());

    rossum.start();

    assertThat(rossum.field("order_id").displayedText()).isEqualTo("A12");
    assertThat(rossum.exchanges().get(0).isSuccess()).isFalse();
    assertThat(rossum.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.REQUEST));
  }

  @Nested
  class AResponse202 {
    private final WireResponse accepted = WireResponse.of(202, "", "/jobs/1", new byte[0]);

    @Test
    void isPolledUntilTheResult() {
      StubTransport extension =
          new StubTransport(
              number -> accepted,
              poll ->
                  poll < 2
                      ? status(503, "")
                      : status(
                          201,
                          Order.operations("{'op':'replace','id':101,'value':{'hidden':true}}")));
      RossumSimulator rossum = Order.simulator(extension);
      rossum.initialize();

      assertThat(extension.polled()).isEqualTo(3);
      assertThat(rossum.field("order_id").isHidden()).isTrue();
      assertThat(Duration.between(VirtualClock.create().instant(), rossum.clock().instant()))
          .isEqualTo(Duration.ofSeconds(90));
      assertThat(rossum.exchanges().get(0).polls())
          .extracting(Poll::toString)
          .containsExactly("poll after 30 s: 503", "poll after 60 s: 503", "poll after 90 s: 201");
    }

    @Test
    void thatBringsNothingGetsAnotherRequest() {
      StubTransport extension = new StubTransport(number -> accepted, poll -> status(404, ""));
      RossumSimulator rossum = rossum(hook(extension).withRetryCount(1));
      rossum.initialize();

      assertThat(extension.requests()).hasSize(2);
      assertThat(rossum.problems()).hasSize(2);
    }

    @Test
    void thatBringsNothingLeavesTheNextRequestItsOwnTime() {
      VirtualClock clock = VirtualClock.create();
      int[] sent = {0};
      StubTransport extension =
          new StubTransport(
              number -> {
                if (sent[0]++ == 0) {
                  return accepted;
                }
                clock.advance(Duration.ofSeconds(20));
                return status(503, "");
              },
              poll -> status(poll == 0 ? 503 : 404, ""));
      rossum(hook(extension)).clock(clock).initialize();

      // 60 s of polling, then 20 s, then another one that is late.
      assertThat(extension.requests()).hasSize(3);
      assertThat(Duration.between(VirtualClock.create().instant(), clock.instant()))
          .isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void isPolledForSomeTimeOnly() {
      StubTransport extension = new StubTransport(number -> accepted, poll -> status(503, ""));
      rossum(hook(extension).withoutRetryAfterPolling().withMaxPollingTime(Duration.ofMinutes(2)))
          .upload(Fixtures.uploadCreated());

      assertThat(extension.polled()).isEqualTo(4);
      assertThat(extension.requests()).hasSize(1);
    }

    @Test
    void toAnExportIsPolledAsTheHookSays() {
      // initialize, the status and the export; only the last one is to be polled.
      StubTransport extension = new StubTransport(number -> accepted, poll -> status(503, ""));
      RossumSimulator rossum =
          rossum(
              hook(extension)
                  .withEvents("annotation_content.export")
                  .withoutRetryAfterPolling()
                  .withMaxPollingTime(Duration.ofMinutes(2)));
      rossum.confirm();
      rossum.export();

      assertThat(extension.polled()).isEqualTo(4);
      assertThat(extension.requests()).hasSize(1);
      assertThat(rossum.status()).isEqualTo(AnnotationStatus.FAILED_EXPORT);
    }

    @Test
    void toADocumentIsPolledForFiveMinutesWhateverTheHookSays() {
      StubTransport extension = new StubTransport(number -> accepted, poll -> status(503, ""));
      rossum(hook(extension).withRetryCount(0).withMaxPollingTime(Duration.ofMinutes(2)))
          .initialize();

      assertThat(extension.polled()).isEqualTo(10);
    }

    @Test
    void isNoneWhereAUserWaits() {
      StubTransport extension = new StubTransport(number -> accepted, poll -> status(201, "{}"));
      RossumSimulator rossum = Order.simulator(extension);
      rossum.start();

      assertThat(extension.polled()).isZero();
      assertThat(rossum.problems()).hasSize(1);
    }
  }

  @Nested
  class AResponse {
    private static final String HIDE = "{'op':'replace','id':101,'value':{'hidden':true}}";

    private RossumSimulator respondedWith(WireResponse response) {
      RossumSimulator rossum = Order.simulator(StubTransport.responding(response));
      rossum.start();
      return rossum;
    }

    @Test
    void thatIsNot2xxShowsItsMessagesOnly() {
      RossumSimulator rossum =
          respondedWith(
              status(
                  500,
                  Order.quoted(
                      "{'messages':[{'type':'error','content':'Down'}],'operations':["
                          + HIDE
                          + "]}")));

      assertThat(rossum.messages()).extracting(ShownMessage::text).containsExactly("Down");
      assertThat(rossum.field("order_id").isHidden()).isFalse();
      assertThat(rossum.problems())
          .extracting(Problem::text)
          .anyMatch(text -> text.contains("operations of a response that is not 2xx"));
    }

    @Test
    void ofAnotherTypeIsIgnored() {
      RossumSimulator rossum =
          respondedWith(
              WireResponse.of(
                  200, "text/html", "", Order.operations(HIDE).getBytes(StandardCharsets.UTF_8)));

      assertThat(rossum.field("order_id").isHidden()).isFalse();
      assertThat(rossum.problems().get(0).text()).contains("text/html");
    }

    @Test
    void mayNameItsCharset() {
      RossumSimulator rossum =
          respondedWith(
              WireResponse.of(
                  200,
                  "application/json; charset=utf-8",
                  "",
                  Order.operations(HIDE).getBytes(StandardCharsets.UTF_8)));

      assertThat(rossum.field("order_id").isHidden()).isTrue();
      assertThat(rossum.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "oops", "[]", "null", "{\"messages\":[}", "{} {}"})
    void thatIsNoJsonObjectIsIgnored(String body) {
      assertThat(respondedWith(ok(body)).problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.RESPONSE));
    }

    @Test
    void withAnUnknownKeyIsReported() {
      assertThat(respondedWith(ok("{\"message\":[]}")).problems().get(0).text())
          .contains("'message'");
    }
  }

  @Test
  void aFailedRequestAtConfirmRefusesIt() {
    StubTransport extension = StubTransport.responding(ok("{}"), status(500, "{}"));
    RossumSimulator rossum =
        rossum(
            hook(extension).withEvents("annotation_content.started", "annotation_content.confirm"));

    assertThat(rossum.confirm().refusals()).containsExactly("The request to an extension failed.");
    assertThat(rossum.status()).isEqualTo(AnnotationStatus.REVIEWING);
  }

  @Test
  void aFailedRequestAtExportFailsIt() {
    StubTransport extension = StubTransport.responding(status(400, "{}"));
    RossumSimulator rossum = rossum(hook(extension).withEvents("annotation_content.export"));
    rossum.confirm();

    assertThat(rossum.export().status()).isEqualTo(AnnotationStatus.FAILED_EXPORT);
  }

  @Nested
  class TheStory {
    private String told(int causes) {
      RuntimeException thrown = new IllegalStateException("cause " + causes);
      for (int i = causes - 1; i >= 0; i--) {
        thrown = new IllegalStateException("cause " + i, thrown);
      }
      RuntimeException failure = thrown;
      RossumSimulator rossum =
          RossumSimulator.of(
                  content -> {
                    throw failure;
                  })
              .open(Order.request());
      return rossum.start().exchanges().get(0).describe();
    }

    @Test
    void hasTheExceptionAndFiveCausesAtMost() {
      assertThat(told(2).lines().filter(line -> line.contains("cause ")))
          .containsExactly(
              "  exception: java.lang.IllegalStateException: cause 0",
              "  caused by: java.lang.IllegalStateException: cause 1",
              "  caused by: java.lang.IllegalStateException: cause 2");
      assertThat(told(9)).contains("cause 5").doesNotContain("cause 6");
    }

    @Test
    void saysHowMuchOfALongLineIsNotShown() {
      String end = "\"}";
      String start = "  response: 200 {\"answer\":\"";
      int most = 2000 - start.length() - end.length();

      assertThat(line(most)).hasSize(2000).endsWith("x\"}");
      assertThat(line(most + 7)).endsWith("x… (7 characters more)").hasSize(2000 + 21);
    }

    private String line(int length) {
      return Order.simulator("{\"answer\":\"" + "x".repeat(length) + "\"}")
          .start()
          .exchanges()
          .get(0)
          .describe()
          .lines()
          .filter(line -> line.startsWith("  response:"))
          .findFirst()
          .orElseThrow();
    }
  }

  @ParameterizedTest
  @CsvSource({"199, false", "200, true", "204, true", "299, true", "300, false", "404, false"})
  void aResponseIsASuccessByItsStatus(int status, boolean isSuccess) {
    assertThat(status(status, "").isSuccess()).isEqualTo(isSuccess);
  }

  @Test
  void aPollAsksForTheJobWithoutHeadersAndBody() throws IOException {
    PollExchange poll = new PollExchange(URI.create("https://x.example/jobs/a%20b?t=1"));

    assertThat(poll.method() + " " + poll.path() + "?" + poll.query())
        .isEqualTo("GET /jobs/a%20b?t=1");
    assertThat(poll.headers().names()).isEmpty();
    assertThat(poll.body().readAllBytes()).isEmpty();
    assertThat(poll.response().outcome()).isEqualTo("no response");
  }
}
