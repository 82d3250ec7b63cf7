package io.github.rossumext;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.HookEvent.ANNOTATION_STATUS;
import static io.github.rossumext.HookEvent.EMAIL_RECEIVED;
import static io.github.rossumext.HookEvent.INVOCATION_MANUAL;
import static io.github.rossumext.HookEvent.INVOCATION_SCHEDULED;
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
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.response.EmailResponse;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An endpoint is not built if an event cannot be handled as its author wants it. */
class DeclarationTest {
  private static final String SEE = " See " + HelpTopic.ONCE_OR_LATER_REFUSED.link();

  private final HookEndpoint.Builder endpoint = Handlers.everywhere((payload, context) -> {});

  private void assertRefused(String text) {
    assertThatIllegalStateException().isThrownBy(endpoint::build).withMessage(text + SEE);
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
    void isRefusedIfAUserWaitsForAllOfIt() {
      endpoint.once(ANNOTATION_CONTENT.only(STARTED));

      assertRefused(
          "once(annotation_content.started) cannot work: a user waits for the response to started,"
              + " and Rossum does not repeat such a request. Remove it. Among the actions of the"
              + " event, only initialize and export are repeated.");
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
                  + " with on(…), or remove it."
                  + SEE);
    }
  }

  @Nested
  class Later {
    private static final URI URL = URI.create("https://extension.example.com/rossum");

    @Test
    void canBeSaidOfEveryKnownEventForWhichNobodyWaits() {
      endpoint
          .later(ANNOTATION_CONTENT.only(EXPORT), URL, Duration.ofHours(1))
          .later(ANNOTATION_CONTENT.only(INITIALIZE), URL, Duration.ofMinutes(5))
          .later(UPLOAD_CREATED, URI.create("http://localhost:8080/"), Duration.ofHours(1))
          .later(INVOCATION_SCHEDULED, URI.create("http://127.0.0.1/"), Duration.ofHours(1))
          .later(EMAIL_RECEIVED, URI.create("http://[::1]:80/a?b=c"))
          .later(ANNOTATION_STATUS, URL)
          .once(UPLOAD_CREATED);

      assertThat(endpoint.build().runningJobs()).isZero();
    }

    @Test
    void isRefusedIfAUserWaits() {
      endpoint.later(ANNOTATION_CONTENT.only(EXPORT, STARTED), URL);

      assertRefused(
          "later(annotation_content.export, annotation_content.started) cannot work: a user waits"
              + " for the response to started, and Rossum does not repeat such a request. Write"
              + " later(ANNOTATION_CONTENT.only(EXPORT), publicUrl).");
    }

    @Test
    void isRefusedIfTheCallerWaits() {
      endpoint.later(INVOCATION_MANUAL, URL);

      assertThatIllegalStateException()
          .isThrownBy(endpoint::build)
          .withMessageStartingWith("later(invocation.manual) cannot work: the caller of the hook");
    }

    @Test
    void isRefusedIfNobodyKnowsWhetherRossumPolls() {
      endpoint.later(HookEvent.other("document_relation", "created"), URL);

      assertRefused(
          "later(document_relation.created) cannot work: this version of the library does not know"
              + " the event, so nobody knows whether Rossum polls for its response. Write once(…)"
              + " instead.");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://extension.example.com/rossum",
          "http://127.0.0.1.example.com/",
          "http://localhost.example.com/",
          "https:///rossum",
          "/rossum",
          "https://extension.example.com/rossum#here"
        })
    void isRefusedIfTheUrlIsNotOneOfRossum(String url) {
      endpoint.later(UPLOAD_CREATED, URI.create(url));

      assertRefused(
          "later(upload.created) needs the https URL of the hook as Rossum sees it, without user and"
              + " fragment, such as https://extension.example.com/rossum, but got '"
              + url
              + "'.");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"?delivery=b", "?a=b&delivery=c", "?delivery", "?delivery=b&a", "?delivery&a"})
    void isRefusedIfTheUrlHasTheParameterOfPolls(String query) {
      endpoint.later(UPLOAD_CREATED, URI.create(URL + query));

      assertThatIllegalStateException()
          .isThrownBy(endpoint::build)
          .withMessageStartingWith(
              "later(upload.created) needs the URL of the hook without the parameter delivery,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?deliveryTime=b", "?a=delivery", "?mydelivery=1"})
    void mayHaveAUrlWithOtherParameters(String query) {
      endpoint.later(UPLOAD_CREATED, URI.create(URL + query)).build().close();
    }

    @Test
    void doesNotShowAPasswordOfTheUrl() {
      endpoint.later(UPLOAD_CREATED, URI.create("https://me:password@extension.example.com/"));

      assertThatIllegalStateException()
          .isThrownBy(endpoint::build)
          .withMessageEndingWith(" but got one with a user." + SEE)
          .withMessageNotContaining("password");
    }

    @Test
    void isRefusedIfRossumDoesNotPollSoLong() {
      endpoint.later(EMAIL_RECEIVED, URL, Duration.ofSeconds(301));

      assertRefused(
          "later(email.received) needs a polling time of at most 300 s, because this event has no"
              + " max_polling_time_s, but got 301 s. Write later(event, publicUrl).");
    }

    @Test
    void isRefusedIfSomeOfItsActionsArePolledShorter() {
      endpoint.later(ANNOTATION_CONTENT.only(EXPORT, INITIALIZE), URL, Duration.ofSeconds(301));

      assertThatIllegalStateException()
          .isThrownBy(endpoint::build)
          .withMessageContaining("at most 300 s");
    }

    @Test
    void isRefusedIfRossumNeverPollsSoLong() {
      endpoint.later(UPLOAD_CREATED, URL, Duration.ofSeconds(3601));

      assertRefused(
          "later(upload.created) needs a polling time of at most 3600 s, because Rossum does not"
              + " poll longer, but got 3601 s. Hand over longer work to another system.");
    }

    @Test
    void isRefusedIfThePollingTimeIsNotPositive() {
      endpoint.later(UPLOAD_CREATED, URL, Duration.ZERO);

      assertRefused("later(upload.created) needs a polling time that is positive, but got 0 s.");
    }

    @Test
    void isRefusedIfItIsSaidTwice() {
      endpoint.later(UPLOAD_CREATED, URL).later(UPLOAD_CREATED, URL, Duration.ofSeconds(5));

      assertRefused("later(upload.created) is declared twice. Remove one of the two.");
    }

    @Test
    void isRefusedIfTheEventHasNoHandler() {
      HookEndpoint.Builder mailsOnly =
          HookEndpoint.builder()
              .secret(Requests.SECRET)
              .on(EMAIL_RECEIVED, (mail, context) -> EmailResponse.importAll(mail))
              .later(UPLOAD_CREATED, URL);

      assertThatIllegalStateException()
          .isThrownBy(mailsOnly::build)
          .withMessage(
              "later(upload.created) has no effect: the event has no handler. Register one with"
                  + " on(…), or remove it."
                  + SEE);
    }

    @Test
    void isRefusedIfTheRequestWouldEndBeforeItsQuickTime() {
      endpoint
          .later(UPLOAD_CREATED, URL)
          .timeout(UPLOAD_CREATED, Duration.ofSeconds(25))
          .deliveries(DeliverySettings.defaults().withQuickTime(Duration.ofSeconds(25)));

      assertRefused(
          "later(upload.created) cannot wait for a quickTime of 25 s, because the timeout of the"
              + " event is 25 s. Set a shorter quickTime, or a longer timeout(event, …).");
    }
  }

  @Nested
  class Settings {
    @Test
    void haveDefaults() {
      assertThat(DeliverySettings.defaults())
          .asString()
          .isEqualTo(
              "DeliverySettings[keepTime=PT24H, bodyTime=PT6M, quickTime=PT20S, closeTime=PT30S]");
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
      assertThatIllegalArgumentException().isThrownBy(() -> settings.withQuickTime(time));
    }

    @Test
    void keepADeliveryLongerThanItsEndpointIsSilent() {
      DeliverySettings settings = DeliverySettings.defaults();

      assertThat(settings.withKeepTime(Duration.ofMinutes(1)).keepTime())
          .isEqualTo(Duration.ofMinutes(1));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> settings.withKeepTime(Duration.ofMillis(59_999)))
          .withMessage(
              "keepTime must be at least 1 minute, but was PT59.999S: a delivery that is forgotten"
                  + " while it runs would run twice.");
    }
  }
}
