package io.github.rossumext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.Requests.Kind;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.internal.help.OncePerHook;
import io.github.rossumext.internal.http.ExceptionTexts;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.value.Secret;
import io.github.rossumext.value.Tolerance;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HookContextTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private static HookContext context(String keys) {
    return HookContext.of(payload(keys));
  }

  private static HookPayload payload(String keys) {
    return HookPayload.of(Requests.quoted("{'event':'invocation','action':'manual'" + keys + "}"));
  }

  /** A clock that a test moves. */
  private static final class HandClock extends Clock {
    private Instant now = NOON;

    void advance(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @Nested
  class Time {
    private final HandClock clock = new HandClock();
    private final HookContext context =
        new HookContext(
            payload(""),
            clock,
            NOON.plusSeconds(29),
            LossyWrites.REFUSE,
            ExceptionTexts.HIDDEN,
            new OncePerHook());

    @Test
    void theResponseMustHaveLeftAfter29SecondsInATest() {
      Instant before = Instant.now();

      assertThat(HookContext.of(payload("")).deadline())
          .isBetween(before.plusSeconds(29), Instant.now().plusSeconds(29));
      assertThat(context.deadline()).isEqualTo(NOON.plusSeconds(29));
    }

    @Test
    void theRemainingTimeRunsDownToZeroAndNotBelow() {
      assertThat(context.remaining()).isEqualTo(Duration.ofSeconds(29));

      clock.advance(Duration.ofMillis(28_500));
      assertThat(context.remaining()).isEqualTo(Duration.ofMillis(500));

      clock.advance(Duration.ofSeconds(1));
      assertThat(context.remaining()).isZero();
      assertThat(context.deadline()).isEqualTo(NOON.plusSeconds(29));
    }

    @Test
    void theEndpointCountsByItsClockFromTheArrivalOfTheRequest() {
      AtomicReference<Duration> remaining = new AtomicReference<>(Duration.ZERO);
      HookEndpoint endpoint =
          Handlers.everywhere(
                  (payload, known) -> {
                    clock.advance(Duration.ofSeconds(9));
                    remaining.set(known.remaining());
                  })
              .clock(clock)
              .build();

      endpoint.handle(Kind.UPDATED.request());

      assertThat(remaining).hasValue(Duration.ofSeconds(20));
    }
  }

  @Nested
  class Settings {
    record Limits(int max, String currency, List<String> queues, Inner inner) {
      static final Limits DEFAULTS =
          new Limits(10, "eur", List.of("a", "b"), new Inner("x", Tolerance.absolute("0.01")));
    }

    record Inner(String erpName, Tolerance tolerance) {}

    @Test
    void bindToARecordBySnakeCase() {
      HookContext context = context(",'settings':{'erp_name':'sap','tolerance':'2%','more':1}");

      assertThat(context.settings(Inner.class)).isEqualTo(new Inner("sap", Tolerance.percent("2")));
    }

    @Test
    void areLaidOverDefaultsObjectByObjectAndListsWhole() {
      HookContext context =
          context(",'settings':{'max':3,'queues':['c'],'inner':{'tolerance':'2%'}}");

      assertThat(context.settings(Limits.DEFAULTS))
          .isEqualTo(new Limits(3, "eur", List.of("c"), new Inner("x", Tolerance.percent("2"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'settings':{}", ",'settings':null"})
    void areTheDefaultsWhereTheHookHasNone(String keys) {
      assertThat(context(keys).settings(Limits.DEFAULTS)).isEqualTo(Limits.DEFAULTS);
    }

    @Test
    void thatDoNotFitNameThePathAndShowNoValue() {
      HookContext context = context(",'settings':{'inner':{'erp_name':'sap','tolerance':'much'}}");

      assertThatThrownBy(() -> context.settings(Limits.DEFAULTS))
          .isInstanceOf(SettingsException.class)
          .hasMessage(
              HelpTopic.SETTINGS_OR_SECRETS.explain(
                  "settings.inner.tolerance: expected a tolerance such as 0.01 or 2%"));
      assertThatThrownBy(() -> context.settings(Inner.class))
          .isInstanceOf(SettingsException.class)
          .hasMessageStartingWith("settings.erp_name: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "[]", "'max'", "7", "true"})
    void thatAreNotAnObjectFail(String settings) {
      HookContext context = context(",'settings':" + settings + ",'secrets':" + settings);
      String expected = "expected an object";

      assertThatThrownBy(() -> context.settings(Limits.DEFAULTS))
          .isInstanceOf(SettingsException.class)
          .hasMessage(HelpTopic.SETTINGS_OR_SECRETS.explain("settings: " + expected));
      assertThatThrownBy(() -> context.settings(Inner.class))
          .hasMessage(HelpTopic.SETTINGS_OR_SECRETS.explain("settings: " + expected));
      assertThatThrownBy(() -> context.secrets(Inner.class))
          .hasMessage(HelpTopic.SETTINGS_OR_SECRETS.explain("secrets: " + expected));
      assertThatThrownBy(() -> context.secret("password"))
          .isInstanceOf(SettingsException.class)
          .hasMessage(HelpTopic.SETTINGS_OR_SECRETS.explain("secrets: " + expected));
    }

    @Test
    void thatLackAKeyNameASimilarOneThatIsThere() {
      assertThatThrownBy(
              () -> context(",'settings':{'erp_nam':'x','tolerance':1}").settings(Inner.class))
          .hasMessage(
              HelpTopic.SETTINGS_OR_SECRETS.explain(
                  "settings.erp_name: missing, found the similar key erp_nam"));
    }

    @Test
    void reportAMisspeltKeyOnceForEachHook() {
      OncePerHook reported = new OncePerHook();
      String settings = ",'settings':{'queue':[],'maxx':3,'inner':{'erpNam\\ne':'x'},'more':1}";
      String hook = ",'hook':'https://acme.rossum.app/api/v1/hooks/";
      try (CapturedLog log = CapturedLog.start()) {
        for (String id : List.of("1", "1", "2")) {
          HookPayload payload = payload(settings + hook + id + "'");
          HookContext context =
              new HookContext(
                  payload,
                  Clock.systemUTC(),
                  NOON,
                  LossyWrites.REFUSE,
                  ExceptionTexts.HIDDEN,
                  reported);
          assertThat(context.settings(Limits.DEFAULTS)).isEqualTo(Limits.DEFAULTS);
        }

        String record = " record=" + Limits.class.getName();
        assertThat(log.lines())
            .filteredOn(line -> line.contains("unknown key"))
            .hasSize(6)
            .anyMatch(
                line -> line.endsWith("key=\"maxx\" in=\"settings\" nearest=\"max\"" + record))
            .anyMatch(
                line -> line.endsWith("key=\"queue\" in=\"settings\" nearest=\"queues\"" + record))
            .anyMatch(
                line ->
                    line.endsWith(
                        "key=\"erpNam?e\" in=\"settings.inner\" nearest=\"erp_name\"" + record));
      }
    }

    @Test
    void thatDoNotFitAtAllAreNamedAsAWhole() {
      assertThatThrownBy(() -> context(",'settings':{'max':1}").settings(Integer.class))
          .isInstanceOf(SettingsException.class)
          .hasMessage(HelpTopic.SETTINGS_OR_SECRETS.explain("settings: expected a whole number"));
    }

    @Test
    void thatAreWrongWithinAListNameTheIndex() {
      HookContext context = context(",'settings':{'queues':['a',{}]}");

      assertThatThrownBy(() -> context.settings(Limits.DEFAULTS))
          .isInstanceOf(SettingsException.class)
          .hasMessage(HelpTopic.SETTINGS_OR_SECRETS.explain("settings.queues[1]: expected a text"));
    }
  }

  @Nested
  class Secrets {
    record Erp(String user, String password) {}

    private final HookContext context =
        context(
            ",'secrets':{'user':'sa','password':'hunter2','blank':' ','number':7,"
                + "'list':['hunter2'],'object':{'hunter2':1},'nothing':null}");

    @Test
    void areFoundByName() {
      assertThat(context.secret("password")).isEqualTo(Secret.of("hunter2"));
      assertThat(context.secret("number").reveal()).isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"absent", "blank", "nothing"})
    void thatAreMissingOrBlankAreNamed(String name) {
      assertThatThrownBy(() -> context.secret(name))
          .isInstanceOf(SettingsException.class)
          .hasMessage(HelpTopic.SETTINGS_OR_SECRETS.explain("secrets." + name + ": missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "object"})
    void thatAreNotTextsAreNamedAndNotShown(String name) {
      assertThatThrownBy(() -> context.secret(name))
          .isInstanceOf(SettingsException.class)
          .hasMessage(
              HelpTopic.SETTINGS_OR_SECRETS.explain("secrets." + name + ": expected a text"));
    }

    @Test
    void bindToARecordThatDoesNotPrintThem() {
      record Hidden(String user, Secret password) {}

      assertThat(context.secrets(Hidden.class))
          .isEqualTo(new Hidden("sa", Secret.of("hunter2")))
          .asString()
          .doesNotContain("hunter2");
    }

    @Test
    void bindToARecord() {
      assertThat(context.secrets(Erp.class)).isEqualTo(new Erp("sa", "hunter2"));
    }

    @Test
    void thatDoNotBindNameThePathAndShowNoValue() {
      record Wrong(int password) {}

      assertThatThrownBy(() -> context.secrets(Wrong.class))
          .isInstanceOf(SettingsException.class)
          .hasMessage(
              HelpTopic.SETTINGS_OR_SECRETS.explain("secrets.password: expected a whole number"))
          .hasNoCause();
    }
  }

  @Nested
  class Request {
    @Test
    void theRequestIdIsRossums() {
      assertThat(context(",'request_id':'b6fca1b0'").requestId()).isEqualTo("b6fca1b0");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          ",'request_id':null",
          ",'request_id':''",
          ",'request_id':'a b'",
          ",'request_id':'a\\nb'",
          ",'request_id':'é'",
          ",'request_id':'a\u007f'",
          ",'request_id':{}"
        })
    void theRequestIdIsOneOfOurOwnWhereRossumSentNoWord(String keys) {
      HookContext context = context(keys);

      assertThat(context.requestId()).matches("[0-9a-f-]{36}").isEqualTo(context.requestId());
    }

    @Test
    void aRequestIdOfAnyLengthIsNotTakenOver() {
      assertThat(context(",'request_id':'" + "x".repeat(81) + "'").requestId()).hasSize(36);
      assertThat(context(",'request_id':'" + "x".repeat(80) + "'").requestId()).hasSize(80);
    }

    @Test
    void theWayBackToRossumIsThere() {
      HookContext context =
          context(",'base_url':'https://acme.rossum.app','rossum_authorization_token':'t0ken'");

      assertThat(context.baseUrl()).contains(URI.create("https://acme.rossum.app"));
      assertThat(context.token()).contains(Secret.of("t0ken"));
      assertThat(context("").baseUrl()).isEmpty();
      assertThat(context("").token()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aUserWaitsForSomeEventsOfContent(Kind kind) {
      HookContext context = HookContext.of(HookPayload.of(kind.body("")));

      assertThat(context.isInteractive())
          .isEqualTo(
              List.of(Kind.STARTED, Kind.USER_UPDATE, Kind.UPDATED, Kind.CONFIRM).contains(kind));
    }

    @Test
    void theActionIsThatOfThePayload() {
      assertThat(context("").action()).isEqualTo(HookAction.MANUAL);
    }

    @Test
    void lossyWritesAreRefusedInTests() {
      HookContext context = context("");

      assertThatThrownBy(() -> context.losses().report("Something."))
          .isInstanceOf(LossyWriteException.class);
    }
  }

  @Test
  void nothingSecretIsPrinted() {
    HookContext context =
        context(
            ",'request_id':'r-1','secrets':{'password':'hunter2'},'settings':{'user':'sa1'},"
                + "'rossum_authorization_token':'t0ken'");

    assertThat(context).hasToString("HookContext[invocation.manual, r-1]");
    assertThat(Map.of("secret", context.secret("password"), "token", context.token()).toString())
        .doesNotContain("hunter2", "t0ken");
  }
}
