package io.github.rossumext;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.HookEvent.EMAIL_RECEIVED;
import static io.github.rossumext.HookEvent.INVOCATION_MANUAL;
import static io.github.rossumext.HookEvent.UNKNOWN;
import static io.github.rossumext.HookEvent.UPLOAD_CREATED;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.payload.HookAction.INITIALIZE;
import static io.github.rossumext.payload.HookAction.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.rossumext.delivery.DeliverySettings;
import io.github.rossumext.delivery.IfUnknown;
import io.github.rossumext.response.EmailResponse;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An endpoint is not built if an event cannot be handled as its author wants it. */
class DeclarationTest {
  private final HookEndpoint.Builder endpoint = Handlers.everywhere((payload, context) -> {});

  private void assertRefused(String text) {
    assertThatIllegalStateException().isThrownBy(endpoint::build).withMessage(text);
  }

  @Nested
  class Once {
    @Test
    void canBeSaidOfEveryEventForWhichNobodyWaits() {
      endpoint
          .once(ANNOTATION_CONTENT.only(EXPORT), UPLOAD_CREATED, EMAIL_RECEIVED)
          .once(ANNOTATION_CONTENT.only(INITIALIZE), IfUnknown.RUN_AGAIN)
          .once(HookEvent.ANNOTATION_STATUS, HookEvent.INVOCATION_SCHEDULED, UNKNOWN);

      assertThat(endpoint.build().runningJobs()).isZero();
    }

    @Test
    void isRefusedIfAUserWaits() {
      endpoint.once(ANNOTATION_CONTENT.only(STARTED, EXPORT));

      assertRefused(
          "once(annotation_content.started, annotation_content.export) cannot work: a user waits for"
              + " the response to started, and Rossum does not repeat such a request. Write"
              + " once(ANNOTATION_CONTENT.only(EXPORT)).");
    }

    @Test
    void isRefusedIfAUserWaitsForSomeActions() {
      endpoint.once(ANNOTATION_CONTENT);

      assertRefused(
          "once(annotation_content) cannot work: a user waits for the response to started,"
              + " user_update, updated, confirm, and Rossum does not repeat such a request. Write"
              + " once(ANNOTATION_CONTENT.only(INITIALIZE, EXPORT)).");
    }

    @Test
    void isRefusedIfTheCallerWaits() {
      endpoint.once(INVOCATION_MANUAL);

      assertRefused(
          "once(invocation.manual) cannot work: the caller of the hook waits for the response, and"
              + " Rossum does not repeat the request. Remove it. For work without a caller, use"
              + " INVOCATION_SCHEDULED.");
    }

    @Test
    void isRefusedIfItIsSaidTwice() {
      endpoint.once(UPLOAD_CREATED).once(UPLOAD_CREATED, IfUnknown.RUN_AGAIN);

      assertRefused("once(upload.created) is declared twice. Remove one of the two.");
    }

    @Test
    void isRefusedIfTwoFitTheSameRequest() {
      endpoint
          .once(ANNOTATION_CONTENT.only(EXPORT, INITIALIZE))
          .once(ANNOTATION_CONTENT.only(INITIALIZE, EXPORT), IfUnknown.RUN_AGAIN);

      assertThatIllegalStateException()
          .isThrownBy(endpoint::build)
          .withMessageContaining("annotation_content.export")
          .withMessageContaining("twice");
    }

    @Test
    void isRefusedIfTheEventHasNoHandler() {
      HookEndpoint.Builder mailsOnly =
          HookEndpoint.builder()
              .secret(Requests.SECRET)
              .on(EMAIL_RECEIVED, (mail, context) -> EmailResponse.importAll(mail))
              .once(ANNOTATION_CONTENT.only(EXPORT));

      assertThatIllegalStateException()
          .isThrownBy(mailsOnly::build)
          .withMessage(
              "once(annotation_content.export) has no effect: the event has no handler. Register one"
                  + " with on(…), or remove it.");
    }
  }

  @Nested
  class Settings {
    @Test
    void haveDefaults() {
      assertThat(DeliverySettings.defaults())
          .asString()
          .startsWith("DeliverySettings[keepTime=PT24H, bodyTime=PT2M, closeTime=PT30S");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT8784H0.001S"})
    void areTimesThatCanBeWaitedFor(Duration time) {
      DeliverySettings settings = DeliverySettings.defaults();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> settings.withKeepTime(time))
          .withMessage("keepTime must be positive and at most 366 days, but was " + time + ".");
      assertThatIllegalArgumentException().isThrownBy(() -> settings.withBodyTime(time));
      assertThatIllegalArgumentException().isThrownBy(() -> settings.withCloseTime(time));
    }
  }
}
