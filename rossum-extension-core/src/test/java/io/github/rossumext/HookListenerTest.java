package io.github.rossumext;

import static io.github.rossumext.Handlers.everywhere;
import static io.github.rossumext.Handlers.failing;
import static io.github.rossumext.Requests.REQUEST_ID;
import static io.github.rossumext.Requests.signed;
import static io.github.rossumext.Requests.unsigned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.rossumext.Requests.Kind;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.listener.HookListener;
import io.github.rossumext.listener.HookRejection;
import io.github.rossumext.listener.HookRequest;
import io.github.rossumext.listener.HookResult;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.rules.ContentRules;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A listener is told of every request how it ended, and cannot disturb it. */
class HookListenerTest {
  private final Heard heard = new Heard();

  /** Remembers what it is told. */
  private static final class Heard implements HookListener {
    final List<String> events = new ArrayList<>();
    final List<HookRequest> requests = new ArrayList<>();
    final List<HookResult> results = new ArrayList<>();
    final List<HookRejection> rejections = new ArrayList<>();
    final List<Throwable> failures = new ArrayList<>();

    @Override
    public void received(HookRequest request) {
      events.add("received");
      requests.add(request);
    }

    @Override
    public void responded(HookRequest request, HookResult result) {
      events.add("responded");
      requests.add(request);
      results.add(result);
    }

    @Override
    public void failed(HookRequest request, HookResult result, Throwable failure) {
      events.add("failed");
      results.add(result);
      failures.add(failure);
    }

    @Override
    public void rejected(HookRejection rejection) {
      events.add("rejected");
      rejections.add(rejection);
    }
  }

  @ParameterizedTest
  @EnumSource
  void hearsThatARequestWasReceivedAndRespondedTo(Kind kind) {
    EndpointRequest request = kind.request();
    EndpointResponse response =
        everywhere((payload, context) -> {}).listener(heard).build().handle(request);

    assertThat(heard.events).containsExactly("received", "responded");
    HookRequest told = heard.requests.get(0);
    assertThat(heard.requests.get(1)).isSameAs(told);
    assertThat(told.requestId()).isEqualTo(REQUEST_ID);
    assertThat(told.body()).isEqualTo(request.body());
    assertThat(told.sizeInBytes()).isEqualTo(request.body().length);
    assertThat(told.payload().requestId()).hasValue(REQUEST_ID);
    assertThat(told)
        .hasToString("HookRequest[" + told.payload().eventAndAction() + ", " + REQUEST_ID + "]");
    HookResult ended = heard.results.get(0);
    assertThat(ended.status()).isEqualTo(200);
    assertThat(ended.sizeInBytes()).isEqualTo(response.contentLength());
    assertThat(ended.duration()).isPositive().isLessThan(Duration.ofHours(1));
    assertThat(ended.response()).isPresent();
    assertThat(ended)
        .asString()
        .startsWith("HookResult[200, " + response.contentLength() + " bytes");
  }

  @Nested
  class LostWrites {
    private static final String TOO_LONG =
        "The field 'note' takes values of up to 1500 characters, not 1501.";

    private HookEndpoint.Builder writing() {
      return HookEndpoint.builder()
          .secret(Requests.SECRET)
          .on(
              HookEvent.ANNOTATION_CONTENT,
              ContentRules.of(content -> content.field("note").set("x".repeat(1501))))
          .listener(heard);
    }

    @Test
    void areToldWhenTheyWereLeftOut() {
      writing().build().handle(Kind.UPDATED.request());

      assertThat(heard.events).containsExactly("received", "responded");
      assertThat(heard.results.get(0).losses()).containsExactly(TOO_LONG);
    }

    @Test
    void areToldWhenTheyWereRefused() {
      writing().lossyWrites(LossyWrites.REFUSE).build().handle(Kind.UPDATED.request());

      assertThat(heard.events).containsExactly("received", "failed");
      assertThat(heard.results.get(0).losses()).containsExactly(TOO_LONG);
    }

    @Test
    void areNoneIfRossumTakesTheResponse() {
      everywhere((payload, context) -> {}).listener(heard).build().handle(Kind.UPDATED.request());

      assertThat(heard.results.get(0).losses()).isEmpty();
    }
  }

  @Nested
  class ObserverOfOneRequest {
    private final Heard observer = new Heard();

    @Test
    void isToldAfterTheListenersOfTheEndpoint() {
      List<String> order = new ArrayList<>();
      HookEndpoint endpoint =
          everywhere((payload, context) -> {}).listener(telling(order, "endpoint")).build();

      endpoint.handle(Kind.UPDATED.request(), telling(order, "observer"));

      assertThat(order).containsExactly("endpoint", "observer");
    }

    private HookListener telling(List<String> order, String name) {
      return new HookListener() {
        @Override
        public void responded(HookRequest request, HookResult result) {
          order.add(name);
        }
      };
    }

    @Test
    void isToldOfThatRequestOnly() {
      HookEndpoint endpoint = everywhere((payload, context) -> {}).build();

      endpoint.handle(Kind.UPDATED.request(), observer);
      endpoint.handle(Kind.UPDATED.request());

      assertThat(observer.events).containsExactly("received", "responded");
    }

    @Test
    void isToldOfARejection() {
      everywhere((payload, context) -> {}).build().handle(unsigned(new byte[2]), observer);

      assertThat(observer.events).containsExactly("rejected");
    }

    @Test
    void disturbsNoResponse() {
      EndpointResponse response =
          everywhere((payload, context) -> {})
              .build()
              .handle(
                  Kind.UPDATED.request(),
                  new HookListener() {
                    @Override
                    public void responded(HookRequest request, HookResult result) {
                      throw new IllegalStateException();
                    }
                  });

      assertThat(response.status()).isEqualTo(200);
    }
  }

  @Test
  void theBodyIsACopy() {
    EndpointRequest request = Kind.UPDATED.request();
    byte[] before = request.body().clone();
    everywhere((payload, context) -> {}).listener(heard).build().handle(request);

    heard.requests.get(0).body()[0] = 0;

    assertThat(request.body()).isEqualTo(before);
  }

  @Test
  void countsTheResponses() {
    HookEndpoint.builder()
        .secret(Requests.SECRET)
        .on(
            HookEvent.ANNOTATION_CONTENT,
            ContentRules.of(content -> content.field("note").set("finer").info("Set.")))
        .listener(heard)
        .build()
        .handle(Kind.UPDATED.request());

    ContentResponse response = (ContentResponse) heard.results.get(0).response().orElseThrow();
    assertThat(response.operations()).hasSize(1);
    assertThat(response.messages()).hasSize(1);
  }

  @Test
  void hearsOfAnEventWithoutAHandler() {
    HookEndpoint.builder()
        .secret(Requests.SECRET)
        .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of())
        .listener(heard)
        .build()
        .handle(Kind.EMAIL.request());

    assertThat(heard.events).containsExactly("received", "responded");
  }

  @Test
  void hearsWhatFailedAndWhatWasSentInstead() {
    IOException failure = new IOException("x");
    failing(failure).listener(heard).build().handle(Kind.UPDATED.request());

    assertThat(heard.events).containsExactly("received", "failed");
    assertThat(heard.failures).containsExactly(failure);
    assertThat(heard.results.get(0).status()).isEqualTo(500);
    assertThat(heard.results.get(0).response()).isEmpty();
  }

  @Test
  void hearsTheFailureAfterWhichNothingIsChanged() {
    Handlers.withPolicy(failing(new IOException("x")), FailurePolicy.FAIL_OPEN)
        .listener(heard)
        .build()
        .handle(Kind.UPDATED.request());

    assertThat(heard.events).containsExactly("received", "failed");
    assertThat(heard.results.get(0).status()).isEqualTo(200);
  }

  @Test
  void hearsThatAMessageForTheUserOfAnEmailReachesNobody() {
    UserMessageException unheard = new UserMessageException("Not today.");
    failing(unheard).listener(heard).build().handle(Kind.EMAIL.request());

    assertThat(heard.failures).containsExactly(unheard);
  }

  @Test
  void hearsThatSettingsDoNotFit() {
    everywhere((payload, context) -> context.secret("missing"))
        .listener(heard)
        .build()
        .handle(Kind.UPDATED.request());

    assertThat(heard.failures).singleElement().isInstanceOf(SettingsException.class);
    assertThat(heard.results.get(0).status()).isEqualTo(422);
  }

  @Test
  void aMessageForTheUserIsAResponse() {
    failing(new UserMessageException("Not today."))
        .listener(heard)
        .build()
        .handle(Kind.UPDATED.request());

    assertThat(heard.events).containsExactly("received", "responded");
    assertThat(heard.results.get(0).response()).isEmpty();
  }

  @Nested
  class Rejections {
    private final HookEndpoint endpoint =
        everywhere((payload, context) -> {}).maxBodyBytes(2000).listener(heard).build();

    private void assertRejected(HookRejection.Reason reason, EndpointRequest request, int status) {
      EndpointResponse response = endpoint.handle(request);

      assertThat(response.status()).isEqualTo(status);
      assertThat(heard.events).containsExactly("rejected");
      HookRejection rejection = heard.rejections.get(0);
      assertThat(rejection.reason()).isEqualTo(reason);
      assertThat(rejection.status()).isEqualTo(status);
      assertThat(rejection.sizeInBytes()).isEqualTo(request.body().length);
      assertThat(rejection.duration()).isPositive();
    }

    @Test
    void ofASignature() {
      assertRejected(HookRejection.Reason.SIGNATURE, unsigned(Kind.UPDATED.body("")), 401);
    }

    @Test
    void ofTheSize() {
      assertRejected(HookRejection.Reason.SIZE, signed(new byte[2001]), 413);
    }

    @Test
    void ofWhatIsNoPayload() {
      assertRejected(HookRejection.Reason.PAYLOAD, signed("{}"), 400);
    }

    @Test
    void afterClosing() {
      endpoint.close();
      assertRejected(HookRejection.Reason.CLOSED, Kind.UPDATED.request(), 503);
    }

    @Test
    void ofTheLoad() {
      HookEndpoint small =
          everywhere((payload, context) -> {}).maxBytesInFlight(10).listener(heard).build();

      assertThat(small.handle(Kind.UPDATED.request()).status()).isEqualTo(503);
      assertThat(heard.rejections)
          .extracting(HookRejection::reason)
          .containsExactly(HookRejection.Reason.OVERLOAD);
    }

    @Test
    void ofAFailureBeforeTheRequestIsRead() {
      AtomicBoolean isBuilt = new AtomicBoolean();
      Clock broken =
          new TickingClock(Duration.ofSeconds(1)) {
            @Override
            public Instant instant() {
              if (!isBuilt.getAndSet(true)) {
                return super.instant();
              }
              throw new IllegalStateException("no time");
            }
          };
      everywhere((payload, context) -> {})
          .clock(broken)
          .listener(heard)
          .build()
          .handle(Kind.UPDATED.request());

      assertThat(heard.rejections)
          .extracting(HookRejection::reason, HookRejection::status)
          .containsExactly(tuple(HookRejection.Reason.FAILURE, 500));
    }
  }

  @Nested
  class AListenerThatFails {
    private final HookListener failing =
        new HookListener() {
          @Override
          public void received(HookRequest request) {
            throw new IllegalStateException("m4rk");
          }

          @Override
          public void responded(HookRequest request, HookResult result) {
            throw new StackOverflowError("m4rk");
          }

          @Override
          public void rejected(HookRejection rejection) {
            throw new IllegalStateException("m4rk");
          }
        };

    @Test
    void changesNoResponseKeepsTheOtherListenersAndIsLoggedWithoutItsText() {
      try (CapturedLog log = CapturedLog.start()) {
        HookEndpoint endpoint =
            everywhere((payload, context) -> {}).listener(failing).listener(heard).build();

        assertThat(endpoint.handle(Kind.UPDATED.request()).status()).isEqualTo(200);
        assertThat(endpoint.handle(unsigned(new byte[0])).status()).isEqualTo(401);

        assertThat(heard.events).containsExactly("received", "responded", "rejected");
        assertThat(log.text())
            .contains(
                "WARN io.github.rossumext.HookEndpoint listener failed listener="
                    + failing.getClass().getName()
                    + " exception=java.lang.IllegalStateException at=")
            .contains("java.lang.StackOverflowError")
            .doesNotContain("m4rk");
      }
    }
  }
}
