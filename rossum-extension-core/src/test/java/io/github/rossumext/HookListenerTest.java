package io.github.rossumext;

import static io.github.rossumext.Calls.REQUEST_ID;
import static io.github.rossumext.Calls.signed;
import static io.github.rossumext.Calls.unsigned;
import static io.github.rossumext.Handlers.everywhere;
import static io.github.rossumext.Handlers.failing;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.Calls.Kind;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.rules.ContentRules;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A listener hears of every request how it ended, and cannot disturb it. */
class HookListenerTest {
  private final Heard heard = new Heard();

  /** Remembers what it is told. */
  private static final class Heard implements HookListener {
    final List<String> events = new ArrayList<>();
    final List<HookCall> calls = new ArrayList<>();
    final List<HookResult> answers = new ArrayList<>();
    final List<HookRejection> rejections = new ArrayList<>();
    final List<Throwable> failures = new ArrayList<>();

    @Override
    public void received(HookCall call) {
      events.add("received");
      calls.add(call);
    }

    @Override
    public void answered(HookCall call, HookResult answer) {
      events.add("answered");
      calls.add(call);
      answers.add(answer);
    }

    @Override
    public void failed(HookCall call, HookResult answer, Throwable failure) {
      events.add("failed");
      answers.add(answer);
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
  void hearsThatACallWasReceivedAndAnswered(Kind kind) {
    EndpointRequest request = kind.request();
    EndpointResponse answer =
        everywhere((payload, context) -> {}).listener(heard).build().handle(request);

    assertThat(heard.events).containsExactly("received", "answered");
    HookCall call = heard.calls.get(0);
    assertThat(heard.calls.get(1)).isSameAs(call);
    assertThat(call.requestId()).isEqualTo(REQUEST_ID);
    assertThat(call.body()).isEqualTo(request.body());
    assertThat(call.sizeInBytes()).isEqualTo(request.body().length);
    assertThat(call.payload().requestId()).hasValue(REQUEST_ID);
    assertThat(call)
        .hasToString("HookCall[" + call.payload().eventAndAction() + ", " + REQUEST_ID + "]");
    HookResult ended = heard.answers.get(0);
    assertThat(ended.status()).isEqualTo(200);
    assertThat(ended.sizeInBytes()).isEqualTo(answer.contentLength());
    assertThat(ended.duration()).isPositive().isLessThan(Duration.ofHours(1));
    assertThat(ended.response()).isPresent();
    assertThat(ended).asString().startsWith("HookResult[200, " + answer.contentLength() + " bytes");
  }

  @Test
  void theBodyIsACopy() {
    EndpointRequest request = Kind.UPDATED.request();
    byte[] before = request.body().clone();
    everywhere((payload, context) -> {}).listener(heard).build().handle(request);

    heard.calls.get(0).body()[0] = 0;

    assertThat(request.body()).isEqualTo(before);
  }

  @Test
  void countsWhatWasAnswered() {
    HookEndpoint.builder()
        .secret(Calls.SECRET)
        .on(
            HookEvent.ANNOTATION_CONTENT,
            ContentRules.of(content -> content.field("note").set("finer").info("Set.")))
        .listener(heard)
        .build()
        .handle(Kind.UPDATED.request());

    ContentResponse response = (ContentResponse) heard.answers.get(0).response().orElseThrow();
    assertThat(response.operations()).hasSize(1);
    assertThat(response.messages()).hasSize(1);
  }

  @Test
  void hearsOfAnEventWithoutAHandler() {
    HookEndpoint.builder()
        .secret(Calls.SECRET)
        .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of())
        .listener(heard)
        .build()
        .handle(Kind.EMAIL.request());

    assertThat(heard.events).containsExactly("received", "answered");
  }

  @Test
  void hearsWhatFailedAndWhatWasAnsweredInstead() {
    IOException failure = new IOException("x");
    failing(failure).listener(heard).build().handle(Kind.UPDATED.request());

    assertThat(heard.events).containsExactly("received", "failed");
    assertThat(heard.failures).containsExactly(failure);
    assertThat(heard.answers.get(0).status()).isEqualTo(500);
    assertThat(heard.answers.get(0).response()).isEmpty();
  }

  @Test
  void hearsTheFailureThatWasAnsweredWithNoOpinion() {
    Handlers.withPolicy(failing(new IOException("x")), FailurePolicy.FAIL_OPEN)
        .listener(heard)
        .build()
        .handle(Kind.UPDATED.request());

    assertThat(heard.events).containsExactly("received", "failed");
    assertThat(heard.answers.get(0).status()).isEqualTo(200);
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
    assertThat(heard.answers.get(0).status()).isEqualTo(422);
  }

  @Test
  void aMessageForTheUserIsAnAnswer() {
    failing(new UserMessageException("Not today."))
        .listener(heard)
        .build()
        .handle(Kind.UPDATED.request());

    assertThat(heard.events).containsExactly("received", "answered");
    assertThat(heard.answers.get(0).response()).isEmpty();
  }

  @Nested
  class Rejections {
    private final HookEndpoint endpoint =
        everywhere((payload, context) -> {}).maxBodyBytes(2000).listener(heard).build();

    private void assertRejected(HookRejection.Reason reason, EndpointRequest request, int status) {
      EndpointResponse answer = endpoint.handle(request);

      assertThat(answer.status()).isEqualTo(status);
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
    void byAnAdapterArePassedOn() {
      HookRejection rejection =
          new HookRejection(HookRejection.Reason.TRANSPORT, 405, 3, Duration.ofMillis(1));
      endpoint.rejected(rejection);

      assertThat(heard.rejections).containsExactly(rejection);
    }
  }

  @Nested
  class AListenerThatFails {
    private final HookListener failing =
        new HookListener() {
          @Override
          public void received(HookCall call) {
            throw new IllegalStateException("m4rk");
          }

          @Override
          public void answered(HookCall call, HookResult answer) {
            throw new StackOverflowError("m4rk");
          }

          @Override
          public void rejected(HookRejection rejection) {
            throw new IllegalStateException("m4rk");
          }
        };

    @Test
    void changesNoAnswerKeepsTheOthersAndIsLoggedWithoutItsText() {
      try (CapturedLog log = CapturedLog.start()) {
        HookEndpoint endpoint =
            everywhere((payload, context) -> {}).listener(failing).listener(heard).build();

        assertThat(endpoint.handle(Kind.UPDATED.request()).status()).isEqualTo(200);
        assertThat(endpoint.handle(unsigned(new byte[0])).status()).isEqualTo(401);

        assertThat(heard.events).containsExactly("received", "answered", "rejected");
        assertThat(log.text())
            .contains("The listener " + failing.getClass().getName() + " failed")
            .contains("java.lang.StackOverflowError")
            .doesNotContain("m4rk");
      }
    }
  }
}
