package io.github.rossumext;

import static io.github.rossumext.FailurePolicy.FAIL_OPEN;
import static io.github.rossumext.FailurePolicy.NO_RETRY;
import static io.github.rossumext.FailurePolicy.RETRY;
import static io.github.rossumext.FailurePolicy.TELL_USER;
import static io.github.rossumext.Handlers.everywhere;
import static io.github.rossumext.Handlers.failing;
import static io.github.rossumext.Handlers.withPolicy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.Requests.Kind;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.value.BindingException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** The response to a failure: cause × event. */
class FailureTableTest {
  private static final String FAILED =
      "{'messages':[{'type':'error','content':'The extension failed (request "
          + Requests.REQUEST_ID
          + ").'}]}";
  private final Exception bug = new IOException("connect to db.internal as sa failed");

  private static void assertResponse(
      HookEndpoint.Builder endpoint, Kind kind, int status, String json) {
    EndpointResponse response = endpoint.build().handle(kind.request());

    assertThat(response.status()).isEqualTo(status);
    assertThat(Wire.json(response)).isEqualTo(json);
    assertThat(response.headers()).containsEntry("Content-Type", "application/json");
  }

  @Nested
  class AMessageForTheUser {
    private final Exception told = new UserMessageException("Order <77> is closed.", bug);

    @ParameterizedTest
    @EnumSource(
        names = {"EMAIL", "STATUS", "SCHEDULED", "UPLOAD"},
        mode = Mode.EXCLUDE)
    void isAn200WithAnErrorMessage(Kind kind) {
      assertResponse(
          failing(told),
          kind,
          200,
          "{'messages':[{'type':'error','content':'Order &lt;77&gt; is closed.'}]}");
    }

    @Test
    void failsEachFileOfAnUpload() {
      EndpointResponse response =
          failing(told)
              .build()
              .handle(
                  Requests.signed(
                      "{'event':'upload','action':'created','files':["
                          + "{'document':'https://x/api/v1/documents/1'},"
                          + "{'document':'https://x/api/v1/documents/2','prevent_importing':true},"
                          + "{'values':[]}],'documents':[]}"));

      String failed =
          "'failed_import':true,'messages':[{'type':'error','content':'Order &lt;77&gt; is"
              + " closed.'}]}";
      assertThat(response.status()).isEqualTo(200);
      assertThat(Wire.json(response))
          .isEqualTo(
              "{'files':[{'document':'https://x/api/v1/documents/1','prevent_importing':false,"
                  + failed
                  + ",{'document':'https://x/api/v1/documents/2','prevent_importing':true,"
                  + failed
                  + "]}");
    }

    @Test
    void isAFailureLikeAnyOtherOfAnUploadThatNamesNoFile() {
      EndpointResponse response =
          failing(told)
              .build()
              .handle(Requests.signed("{'event':'upload','action':'created','files':[{}]}"));

      assertThat(response.status()).isEqualTo(500);
    }

    @Test
    void doesNotDropTheFilesOfAnEmail() {
      assertResponse(failing(told), Kind.EMAIL, 200, Kind.EMAIL.noOpinion());
    }

    @ParameterizedTest
    @EnumSource(names = {"STATUS", "SCHEDULED"})
    void isAFailureLikeAnyOtherWhereNobodyReadsTheResponse(Kind kind) {
      assertResponse(failing(told), kind, 500, FAILED);
      assertResponse(withPolicy(failing(told), RETRY), kind, 503, FAILED);
      assertResponse(withPolicy(failing(told), NO_RETRY), kind, 422, FAILED);
      assertResponse(withPolicy(failing(told), FAIL_OPEN), kind, 200, "{}");
    }

    @ParameterizedTest
    @EnumSource
    void goesBeforeEveryPolicy(FailurePolicy policy) {
      assertResponse(
          withPolicy(failing(told), policy),
          Kind.EXPORT,
          200,
          "{'messages':[{'type':'error','content':'Order &lt;77&gt; is closed.'}]}");
    }
  }

  @Nested
  class SettingsThatDoNotBind {
    record Limits(int max) {}

    private final HookEndpoint.Builder endpoint =
        everywhere((payload, context) -> context.settings(Limits.class));
    private final String response =
        "{'messages':[{'type':'error','content':'The settings of the extension are not right:"
            + " settings.max: expected a whole number (request "
            + Requests.REQUEST_ID
            + ")'}]}";

    @ParameterizedTest
    @EnumSource
    void areA422ThatNamesThePath(Kind kind) {
      assertResponse(endpoint, kind, 422, response);
    }

    @ParameterizedTest
    @EnumSource
    void goBeforeEveryPolicy(FailurePolicy policy) {
      assertResponse(withPolicy(endpoint, policy), Kind.UPDATED, 422, response);
    }

    @Test
    void areA422AlsoWhereASecretIsMissing() {
      assertResponse(
          everywhere((payload, context) -> context.secret("erp_password")),
          Kind.EXPORT,
          422,
          "{'messages':[{'type':'error','content':'The settings of the extension are not right:"
              + " secrets.erp_password: missing (request "
              + Requests.REQUEST_ID
              + ")'}]}");
    }

    @Test
    void areNotMistakenForJsonOfTheAuthorsThatDoesNotBind() {
      assertResponse(
          everywhere(
              (payload, context) -> {
                try {
                  payload.settings().as(Limits.class);
                } catch (BindingException e) {
                  throw new IllegalStateException(e);
                }
              }),
          Kind.EXPORT,
          500,
          FAILED);
    }
  }

  @Nested
  class AnythingElse {
    @ParameterizedTest
    @EnumSource
    void isA500WithTheRequestIdAndWithoutTheTextByDefault(Kind kind) {
      assertResponse(failing(bug), kind, 500, FAILED);
    }

    @ParameterizedTest
    @EnumSource
    void isA500ToTellTheUser(Kind kind) {
      assertResponse(withPolicy(failing(bug), TELL_USER), kind, 500, FAILED);
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTED", "USER_UPDATE", "UPDATED", "CONFIRM"})
    void isA500WhereAUserWaitsAndARetryIsWanted(Kind kind) {
      assertResponse(withPolicy(failing(bug), RETRY), kind, 500, FAILED);
    }

    @ParameterizedTest
    @EnumSource(
        names = {"STARTED", "USER_UPDATE", "UPDATED", "CONFIRM"},
        mode = Mode.EXCLUDE)
    void isA503WhereNoUserWaitsAndARetryIsWanted(Kind kind) {
      assertResponse(withPolicy(failing(bug), RETRY), kind, 503, FAILED);
    }

    @ParameterizedTest
    @EnumSource
    void isA422WhereItMustNotBeRepeated(Kind kind) {
      assertResponse(withPolicy(failing(bug), NO_RETRY), kind, 422, FAILED);
      assertResponse(failing(new FailureException(NO_RETRY, bug)), kind, 422, FAILED);
    }

    @ParameterizedTest
    @EnumSource(names = {"INITIALIZE", "EXPORT", "UPDATED"})
    void isA422ForTheWholeRequestWhereARuleMustNotBeRepeated(Kind kind) {
      ContentRules rules =
          ContentRules.of(content -> content.field("note").set("x"))
              .and(
                  content -> {
                    throw bug;
                  },
                  NO_RETRY)
              .and(content -> content.info("y"));

      assertResponse(
          HookEndpoint.builder().secret(Requests.SECRET).on(HookEvent.ANNOTATION_CONTENT, rules),
          kind,
          422,
          FAILED);
    }

    @ParameterizedTest
    @EnumSource
    void mayBeAnExceptionOfTheJdkThatTheLibraryMeetsItself(Kind kind) {
      List<Exception> own =
          List.of(
              new RejectedExecutionException("the author's pool"),
              new TimeoutException(),
              new CancellationException(),
              new ExecutionException(bug));
      for (Exception failure : own) {
        assertResponse(failing(failure), kind, 500, FAILED);
        assertResponse(withPolicy(failing(failure), NO_RETRY), kind, 422, FAILED);
        assertResponse(withPolicy(failing(failure), FAIL_OPEN), kind, 200, kind.noOpinion());
        try (HookEndpoint endpoint =
            withPolicy(failing(failure), FAIL_OPEN).handlersOnOwnThreads().build()) {
          assertThat(endpoint.handle(kind.request()).status()).isEqualTo(200);
        }
      }
    }

    @ParameterizedTest
    @EnumSource
    void isNoOpinionWhereItFailsOpen(Kind kind) {
      assertResponse(withPolicy(failing(bug), FAIL_OPEN), kind, 200, kind.noOpinion());
    }

    @ParameterizedTest
    @EnumSource
    void mayBeAnError(Kind kind) {
      assertResponse(failing(new StackOverflowError()), kind, 500, FAILED);
      assertResponse(failing(new NoClassDefFoundError("x")), kind, 500, FAILED);
      assertResponse(
          withPolicy(failing(new OutOfMemoryError("x")), FAIL_OPEN), kind, 200, kind.noOpinion());
    }

    @ParameterizedTest
    @EnumSource
    void mayBringItsOwnPolicyWhichGoesBeforeThatOfTheEndpoint(FailurePolicy policy) {
      Exception retry = new FailureException(RETRY, bug);

      assertResponse(withPolicy(failing(retry), policy), Kind.EXPORT, 503, FAILED);
      assertResponse(withPolicy(failing(retry), policy), Kind.UPDATED, 500, FAILED);
    }

    @Test
    void followsTheNarrowestPolicy() {
      HookEndpoint.Builder endpoint =
          failing(bug)
              .onFailure(HookEvent.ANNOTATION_CONTENT, FAIL_OPEN)
              .onFailure(HookEvent.ANNOTATION_CONTENT.only(HookAction.EXPORT), RETRY);

      assertResponse(endpoint, Kind.EXPORT, 503, FAILED);
      assertResponse(endpoint, Kind.UPDATED, 200, "{}");
      assertResponse(endpoint, Kind.STATUS, 500, FAILED);
    }

    @Test
    @SuppressWarnings("NullAway") // what an unchecked caller does
    void isAResponseThatIsNull() {
      HookEndpoint.Builder endpoint =
          HookEndpoint.builder()
              .secret(Requests.SECRET)
              .on(HookEvent.ANNOTATION_CONTENT, (payload, context) -> null);

      assertResponse(endpoint, Kind.UPDATED, 500, FAILED);
      assertResponse(
          endpoint.onFailure(HookEvent.ANNOTATION_CONTENT, FAIL_OPEN), Kind.UPDATED, 200, "{}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesTheThreadAsItWas(boolean isInterrupted) {
      for (Exception failure : List.of(bug, new InterruptedException())) {
        if (isInterrupted) {
          Thread.currentThread().interrupt();
        }

        EndpointResponse response = failing(failure).build().handle(Kind.UPDATED.request());

        assertThat(Thread.interrupted()).isEqualTo(isInterrupted);
        assertThat(response.status()).isEqualTo(500);
      }
    }

    @Test
    void isNoInterruptOfTheRequestIfAHandlerOnAnotherThreadThrowsOne() {
      try (HookEndpoint endpoint =
          failing(new InterruptedException()).handlersOnOwnThreads().build()) {
        assertThat(endpoint.handle(Kind.UPDATED.request()).status()).isEqualTo(500);
      }
      assertThat(Thread.interrupted()).isFalse();
    }
  }

  @Nested
  class NoHandler {
    private final HookEndpoint.Builder endpoint =
        HookEndpoint.builder()
            .secret(Requests.SECRET)
            .on(
                HookEvent.other("no_such", "event"),
                (payload, context) -> {
                  throw new AssertionError("The wrong handler was called.");
                });

    @ParameterizedTest
    @EnumSource
    void isNoOpinion(Kind kind) {
      assertResponse(endpoint, kind, 200, kind.noOpinion());
    }
  }

  @Test
  void aRequestWithoutAnIdGetsOneOfOurOwn() {
    EndpointResponse response =
        failing(bug).build().handle(Requests.signed("{'event':'invocation','action':'manual'}"));

    assertThat(Wire.json(response))
        .containsPattern(
            "\\(request [0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\\)");
  }
}
