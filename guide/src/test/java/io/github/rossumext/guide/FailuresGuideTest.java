package io.github.rossumext.guide;

import static io.github.rossumext.FailurePolicy.FAIL_OPEN;
import static io.github.rossumext.FailurePolicy.NO_RETRY;
import static io.github.rossumext.FailurePolicy.RETRY;
import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.HookEvent.EMAIL_RECEIVED;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.github.rossumext.FailureException;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.LossyWrites;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The code of docs/failures.md. */
class FailuresGuideTest {
  private static final Fixture INVOICE = Fixtures.invoice();
  private static final ContentRule CHECK = content -> content.info("Checked.");
  private static final ContentRule GUESS =
      content -> {
        content.info("Undone.");
        throw new IOException("The model is down.");
      };

  // docs: choose-a-policy
  static HookEndpoint.Builder policies(HookEndpoint.Builder endpoint) {
    return endpoint
        .on(ANNOTATION_CONTENT, ContentRules.of(CHECK).and(GUESS, FAIL_OPEN)) // of one rule
        .onFailure(ANNOTATION_CONTENT.only(EXPORT), NO_RETRY) // of an event
        .onFailure(EMAIL_RECEIVED, FAIL_OPEN);
  }

  // end

  @Test
  void aRuleThatFailsOpenTakesOnlyItsOwnPartBack() {
    assertThat(Responses.of(INVOICE, policies(Responses.endpoint())))
        .isEqualTo(Guide.json("fail-open"));
  }

  @Test
  void anEventHasItsPolicy() {
    EndpointResponse response =
        Responses.send(
            INVOICE.with(EXPORT),
            policies(Responses.endpoint())
                .on(ANNOTATION_CONTENT.only(EXPORT), ContentRules.of(GUESS)));

    assertThat(response.status()).isEqualTo(422);
  }

  // docs: show-exceptions
  static HookEndpoint.Builder talkative(HookEndpoint.Builder endpoint) {
    return endpoint.logExceptionTexts(); // not in production
  }

  // end

  @Test
  void theTextOfAnExceptionIsShownOnDemand() {
    assertThat(textsShownBy(talkative(Responses.endpoint()))).contains("The model is down.");
    assertThat(textsShownBy(Responses.endpoint())).doesNotContain("The model is down.");
  }

  private static String textsShownBy(HookEndpoint.Builder endpoint) {
    ListAppender<ILoggingEvent> shown = new ListAppender<>();
    Logger logger = (Logger) LoggerFactory.getLogger(HookEndpoint.class);
    shown.start();
    logger.addAppender(shown);
    Responses.send(INVOICE, endpoint.on(ANNOTATION_CONTENT, ContentRules.of(GUESS)));
    logger.detachAppender(shown);
    return shown.list.stream()
        .map(event -> ThrowableProxyUtil.asString(event.getThrowableProxy()))
        .collect(Collectors.joining());
  }

  @Test
  void byDefaultTheUserIsTold() {
    EndpointResponse response =
        Responses.send(
            INVOICE, Responses.endpoint().on(ANNOTATION_CONTENT, ContentRules.of(CHECK, GUESS)));

    assertThat(response.status()).isEqualTo(500);
    assertThat(Responses.text(response)).isEqualTo(Guide.json("tell-the-user"));
  }

  // docs: rules-of-a-list
  static ContentRules rules(List<ContentRule> checks) {
    return ContentRules.of(checks).and(GUESS, FAIL_OPEN);
  }

  // end

  @Test
  void rulesMayComeFromAList() {
    ContentRule another = content -> content.info("Checked again.");

    assertThat(
            Responses.of(
                INVOICE,
                Responses.endpoint().on(ANNOTATION_CONTENT, rules(List.of(CHECK, another)))))
        .containsSubsequence("Checked.", "Checked again.")
        .doesNotContain("Undone.");
  }

  // docs: ask-for-another-try
  static void askTheErp(ContentEditor content) throws IOException {
    try {
      content.field("notes").set(priceOf(content.field("order_id").text()));
    } catch (SocketTimeoutException e) {
      throw new FailureException(RETRY, e); // it may be back in a few seconds
    }
  }

  // end

  private static String priceOf(String order) throws IOException {
    throw new SocketTimeoutException(order);
  }

  @Test
  void anExceptionCarriesItsOwnPolicy() {
    EndpointResponse response =
        Responses.send(
            INVOICE,
            Responses.endpoint()
                .on(ANNOTATION_CONTENT, ContentRules.of(FailuresGuideTest::askTheErp)));

    assertThat(response.status()).isEqualTo(503);
  }

  // docs: refuse-lossy-writes
  static HookEndpoint.Builder strict(HookEndpoint.Builder endpoint) {
    return endpoint.lossyWrites(LossyWrites.REFUSE); // the default is DROP_AND_LOG
  }

  // end

  @Test
  void aLossyWriteIsRefusedOrDropped() {
    ContentRule tooLong =
        content -> {
          content.field("notes").set("x".repeat(1501));
          content.info("The rest of the response is kept.");
        };

    HookEndpoint.Builder refusing =
        strict(Responses.endpoint()).on(ANNOTATION_CONTENT, ContentRules.of(tooLong));
    HookEndpoint.Builder dropping =
        Responses.endpoint()
            .lossyWrites(LossyWrites.DROP_AND_LOG)
            .on(ANNOTATION_CONTENT, ContentRules.of(tooLong));

    assertThat(Responses.send(INVOICE, refusing).status()).isEqualTo(500);
    assertThat(Responses.of(INVOICE, dropping)).isEqualTo(Guide.json("drop-a-lossy-write"));
  }
}
