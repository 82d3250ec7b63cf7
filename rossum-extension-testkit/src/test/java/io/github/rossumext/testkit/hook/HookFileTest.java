package io.github.rossumext.testkit.hook;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.HookEvent.INVOCATION_SCHEDULED;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatThrownBy;

import io.github.rossumext.FailurePolicy;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.value.Key;
import io.github.rossumext.value.Secret;
import io.github.rossumext.value.Tolerance;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the check of a hook file finds, and what it leaves alone. */
class HookFileTest {
  private static final String GOOD =
      """
      {"name": "Invoice checks", "type": "webhook", "queues": ["${QUEUE_URL}"],
       "events": ["annotation_content.initialize", "annotation_content.updated"],
       "sideload": ["schemas"], "active": true,
       "config": {"url": "${EXTENSION_URL}", "secret": "${ROSSUM_HOOK_SECRET}"},
       "settings": {}, "secrets": {}}
      """;

  private final Path file;

  HookFileTest(@TempDir Path directory) {
    this.file = directory.resolve("hook.json");
  }

  private HookFile hook(String json) throws IOException {
    Files.writeString(file, json);
    return HookFile.of(file);
  }

  private static HookEndpoint.Builder onContent(HookAction first, HookAction... more) {
    return HookEndpoint.builder()
        .secret(Secret.of("made-up for a test"))
        .on(ANNOTATION_CONTENT.only(first, more), (payload, context) -> ContentResponse.empty());
  }

  private static HookEndpoint endpoint() {
    return onContent(HookAction.INITIALIZE, HookAction.UPDATED).build();
  }

  private List<String> found(String json, HookEndpoint endpoint) throws IOException {
    return shown(hook(json).check(endpoint));
  }

  private List<String> found(String json) throws IOException {
    return found(json, endpoint());
  }

  private static List<String> shown(List<HookFinding> findings) {
    return findings.stream()
        .map(finding -> (finding.isError() ? "error: " : "warning: ") + finding)
        .toList();
  }

  @Test
  void aFileThatFitsPasses() throws Exception {
    assertThat(hook(GOOD)).fits(endpoint()).fitsWithoutWarning(endpoint());
  }

  @Test
  void aFailureNamesEachMistake() throws Exception {
    HookFile hook = hook(GOOD.replace("annotation_content.updated", "annotation_content.update"));

    assertThatThrownBy(() -> assertThat(hook).fits(endpoint()))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Expected " + file + " to fit the endpoint, but found:\n- events: ")
        .hasMessageContaining(
            "The code handles 'annotation_content.updated', but the hook does not")
        .hasMessageContaining("The code does not handle 'annotation_content.update'");
  }

  @Nested
  class Events {
    @Test
    void anEventWithoutItsActionIsWrittenInFull() throws Exception {
      assertThat(found(GOOD.replace("annotation_content.initialize", "annotation_content")))
          .anyMatch(
              line -> line.contains("'annotation_content' has no action. Write it in full: "));
    }

    @Test
    void aHandlerOfAllActionsNeedsOneOfThem() throws Exception {
      try (HookEndpoint all =
          HookEndpoint.builder()
              .secret(Secret.of("made-up for a test"))
              .on(ANNOTATION_CONTENT, (payload, context) -> ContentResponse.empty())
              .build()) {
        assertThat(found(GOOD, all)).isEmpty();
      }
    }

    @Test
    void withoutTheSchemaThereIsAWarning() throws Exception {
      String without = GOOD.replace("[\"schemas\"]", "[]");

      assertThat(found(without)).singleElement().asString().startsWith("warning: sideload: ");
      assertThat(hook(without)).fits(endpoint());
      assertThatThrownBy(() -> assertThat(hook(without)).fitsWithoutWarning(endpoint()))
          .hasMessageContaining("sideload");
    }

    @Test
    void aHookThatNeverFiresIsSaid() throws Exception {
      assertThat(found(GOOD.replace("\"${QUEUE_URL}\"", "")))
          .containsExactly(
              "error: queues: The hook never fires, because it has no queue. Add its URL.");
      assertThat(found(GOOD.replace("\"active\": true", "\"active\": false")))
          .containsExactly("warning: active: The hook never fires, because it is not active.");
    }

    @Test
    void listsAndObjectsAreWhatTheyAre() throws Exception {
      assertThat(found(GOOD.replace("\"settings\": {}", "\"metadata\": \"x\"")))
          .containsExactly(
              "error: metadata: Expected an object, found a value of another kind (string).");
      assertThat(found(GOOD.replace("[\"${QUEUE_URL}\"]", "\"${QUEUE_URL}\"")))
          .contains("error: queues: Expected a list, found a value of another kind (string).");
    }

    @Test
    void idsInPlaceOfUrlsAreRefused() throws Exception {
      assertThat(found(GOOD.replace("\"${QUEUE_URL}\"", "8198")))
          .containsExactly("error: queues: Expected URLs, found 8198. Rossum refuses ids here.");
    }
  }

  @Nested
  class Secrets {
    @Test
    void aSecretInTheFileIsAMistake_andIsNotShown() throws Exception {
      assertThat(found(GOOD.replace("${ROSSUM_HOOK_SECRET}", "marked-secret")))
          .singleElement()
          .asString()
          .startsWith("error: config.secret: A secret is in the file")
          .doesNotContain("marked-secret");
      assertThat(
              found(GOOD.replace("\"secrets\": {}", "\"secrets\": {\"erp\": \"marked-secret\"}")))
          .singleElement()
          .asString()
          .startsWith("error: secrets.erp: ")
          .doesNotContain("marked-secret");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "${HS:-marked-default}",
          "marked-literal{{x",
          "marked-literal-${NOPE}",
          "${A}${B}",
          "{{secret}}",
          ""
        })
    void aSecretIsOneHoleAndNothingElse(String secret) throws Exception {
      assertThat(found(GOOD.replace("${ROSSUM_HOOK_SECRET}", secret)))
          .singleElement()
          .asString()
          .startsWith("error: config.secret: A secret is in the file")
          .doesNotContain("marked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"marked-text\"", "[{\"erp\": \"marked-text\"}]"})
    void theyAreAnObject(String secrets) throws Exception {
      assertThat(found(GOOD.replace("\"secrets\": {}", "\"secrets\": " + secrets)))
          .singleElement()
          .asString()
          .startsWith("error: secrets: Expected an object with holes")
          .doesNotContain("marked");
    }

    @Test
    void theTokenIsNotPartOfAHook() throws Exception {
      assertThat(found(GOOD.replace("Invoice checks", "with ${ROSSUM_TOKEN}")))
          .containsExactly(
              "error: hook: Remove the hole ${ROSSUM_TOKEN}: everybody who sees the hook would see"
                  + " the token.");
    }

    @Test
    void theirSchemaIsALimitedOne() throws Exception {
      String schema = "{\"type\": \"object\", \"required\": [], \"properties\": {\"a\": {}}}";

      assertThat(found(GOOD.replace("\"secrets\": {}", "\"secrets_schema\": " + schema)))
          .hasSize(3)
          .allMatch(line -> line.startsWith("error: secrets_schema: "));
    }
  }

  @Nested
  class Config {
    private String with(String config) {
      return GOOD.replace("\"config\": {", "\"config\": {" + config + ", ");
    }

    @ParameterizedTest
    @CsvSource({
      "timeout_s, 0, 60, 61",
      "retry_count, 0, 4, 5",
      "max_polling_time_s, 1, 3600, 0",
    })
    void aTimeIsInTheRangeOfRossum(String key, int least, int most, int wrong) throws Exception {
      String prefix = "error: config." + key + ": Expected a whole number from " + least;

      assertThat(found(with("\"" + key + "\": " + wrong)))
          .anyMatch(line -> line.startsWith(prefix));
      assertThat(found(with("\"" + key + "\": " + least)))
          .noneMatch(line -> line.startsWith(prefix));
      assertThat(found(with("\"" + key + "\": " + most)))
          .noneMatch(line -> line.startsWith(prefix));
    }

    @Test
    void theUrlIsHttps() throws Exception {
      assertThat(found(GOOD.replace("${EXTENSION_URL}", "http://hooks.acme.example/rossum")))
          .singleElement()
          .asString()
          .startsWith("error: config.url: Expected a URL that starts with https://");
    }

    @Test
    void aUrlOfThisMachineIsForRehearsals() throws Exception {
      assertThat(found(GOOD.replace("${EXTENSION_URL}", "http://127.0.0.1:8080/rossum")))
          .singleElement()
          .asString()
          .startsWith("warning: config.url: Only a program on this machine reaches");
      assertThat(found(GOOD.replace("${EXTENSION_URL}", "http://127.0.0.1.acme.example/rossum")))
          .singleElement()
          .asString()
          .startsWith("error: config.url: ");
    }

    @Test
    void anUnknownKeyIsSaidWithTheNearest() throws Exception {
      assertThat(found(with("\"timeout\": 30")))
          .singleElement()
          .asString()
          .startsWith("error: config.timeout: 'timeout' is unknown. Did you mean timeout_s");
    }

    @Test
    void moreTimeThanRossumGivesIsAWarning() throws Exception {
      HookEndpoint slow =
          onContent(HookAction.INITIALIZE, HookAction.UPDATED)
              .timeout(ANNOTATION_CONTENT.only(HookAction.INITIALIZE), Duration.ofSeconds(50))
              .build();

      assertThat(found(GOOD, slow)).allMatch(line -> line.startsWith("warning: config.timeout_s"));
      assertThat(found(with("\"timeout_s\": 55"), slow)).isEmpty();
    }

    @Test
    void repeatsOfEveryFailureDoNotFitNoRetryAndOnce() throws Exception {
      String export =
          with("\"retry_on_any_non_2xx\": true")
              .replace(
                  "\"annotation_content.initialize\", \"annotation_content.updated\"",
                  "\"annotation_content.export\"");

      assertThat(
              found(
                  export,
                  onContent(HookAction.EXPORT)
                      .onFailure(ANNOTATION_CONTENT, FailurePolicy.NO_RETRY)
                      .build()))
          .singleElement()
          .asString()
          .contains("warning: config.retry_on_any_non_2xx", "NO_RETRY");
      assertThat(
              found(
                  export,
                  onContent(HookAction.EXPORT)
                      .once(ANNOTATION_CONTENT.only(HookAction.EXPORT))
                      .build()))
          .singleElement()
          .asString()
          .contains("warning: config.retry_on_any_non_2xx", "is handled once");
    }
  }

  @Nested
  class Schedules {
    private static final String URL = "https://hooks.acme.example/rossum";

    private final HookEndpoint nightly =
        HookEndpoint.builder()
            .secret(Secret.of("made-up for a test"))
            .listen(INVOCATION_SCHEDULED, (payload, context) -> {})
            .later(INVOCATION_SCHEDULED, URI.create(URL), Duration.ofMinutes(30))
            .build();

    private String hook(String config) {
      return "{\"name\": \"Nightly\", \"events\": [\"invocation.scheduled\"], \"config\": {"
          + "\"url\": \""
          + URL
          + "\", \"max_polling_time_s\": 1800"
          + config
          + "}}";
    }

    @Test
    void aScheduleHasATime() throws Exception {
      assertThat(found(hook(", \"schedule\": {\"cron\": \"0 2 * * *\"}"), nightly)).isEmpty();
      assertThat(found(hook(""), nightly))
          .singleElement()
          .asString()
          .startsWith("error: config.schedule.cron: invocation.scheduled never happens");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "*/10 * * * *",
          "0,30 8-18 * * 1-5",
          "5 */2 1 jan *",
          "0 0 * * sun",
          "59 23 * * *"
        })
    void tenMinutesApartAreEnough(String cron) throws Exception {
      assertThat(found(hook(", \"schedule\": {\"cron\": \"" + cron + "\"}"), nightly)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "* * * * *",
          "*/5 * * * *",
          "0,9 * * * *",
          "0,55 * * * *",
          "0 25 * * *",
          "0 2 * *",
          "60 * * * *",
          "5-1 * * * *",
          "*/0 * * * *",
          "x * * * *"
        })
    void lessAndBrokenOnesAreMistakes(String cron) throws Exception {
      assertThat(found(hook(", \"schedule\": {\"cron\": \"" + cron + "\"}"), nightly))
          .singleElement()
          .asString()
          .startsWith("error: config.schedule.cron: ");
    }

    @Test
    void rossumPollsTheUrlOfTheHook_asLongAsTheJobMayTake() throws Exception {
      String cron = ", \"schedule\": {\"cron\": \"0 2 * * *\"}";

      assertThat(found(hook(cron).replace(URL, "https://other.acme.example/rossum"), nightly))
          .singleElement()
          .asString()
          .startsWith("error: config.url: later(invocation.scheduled) lets Rossum poll " + URL);
      assertThat(found(hook(cron).replace("1800", "600"), nightly))
          .containsExactly(
              "error: config.max_polling_time_s: later(invocation.scheduled) may take 1800 s, but"
                  + " Rossum stops polling earlier. Set it to 1800.");
    }

    @Test
    void theTokenOfAJobIsValidAsLongAsTheJob() throws Exception {
      String owned =
          hook(", \"schedule\": {\"cron\": \"0 2 * * *\"}")
              .replace(
                  "{\"name\"",
                  "{\"token_owner\": \"https://acme.rossum.app/api/v1/users/7\", \"name\"");

      assertThat(found(owned, nightly))
          .containsExactly(
              "warning: token_lifetime_s: A job may take 1800 s, but its token is valid for 600 s."
                  + " Set it to 1800, or more.");
      assertThat(found(owned.replace("{\"token", "{\"token_lifetime_s\": 1800, \"token"), nightly))
          .isEmpty();
    }
  }

  @Test
  void codeThatCallsBackNeedsATokenOwner() throws Exception {
    assertThat(hook(GOOD)).fits(endpoint());

    assertThat(shown(hook(GOOD).withCallBacks().check(endpoint())))
        .singleElement()
        .asString()
        .startsWith("error: token_owner: The code calls Rossum's API");
  }

  enum Mode {
    STRICT,
    LAX
  }

  record Limits(BigDecimal most, int days) {}

  record Settings(
      Tolerance tolerance,
      Optional<Mode> mode,
      List<String> companyCodes,
      @Key("lim") Limits limits) {}

  record Login(String erpUser, Secret erpPassword) {}

  @Nested
  class Records {
    private static final String SCHEMA =
        """
        {"type": "object", "properties": {
          "tolerance": {"type": "string", "title": "Tolerance"},
          "mode": {"type": "string", "enum": ["strict", "lax"]},
          "company_codes": {"type": "array", "items": {"type": "string"}},
          "lim": {"type": "object", "properties": {
            "most": {"type": "number", "minimum": 0}, "days": {"type": "integer"}}}}}
        """;

    private List<String> checked(String settings) throws IOException {
      return shown(
          hook(GOOD.replace("\"settings\": {}", settings))
              .withSettings(Settings.class)
              .check(endpoint()));
    }

    @Test
    void theSchemaOfTheSettingsIsThatOfTheRecord_withTitlesAndLimitsOfItsOwn() throws Exception {
      assertThat(checked("\"settings\": {}, \"settings_schema\": " + SCHEMA)).isEmpty();
    }

    @Test
    void aDifferenceIsSaid_withTheTextToPaste() throws Exception {
      assertThat(checked("\"settings_schema\": " + SCHEMA.replace("integer", "string")))
          .singleElement()
          .asString()
          .startsWith(
              "error: settings_schema: It does not fit the record: 'lim.days' must have the type"
                  + " integer. Paste this")
          .contains("\"company_codes\" : {")
          .endsWith("}");
      assertThat(checked("\"settings_schema\": " + SCHEMA.replace("\"mode\"", "\"other\"")))
          .singleElement()
          .asString()
          .contains("'mode' is missing; the record does not have 'other'");
      assertThat(checked("\"settings\": {}")).singleElement().asString().contains("it is missing");
    }

    @Test
    void theRecordCanHoldTheSettings() throws Exception {
      String schema = ", \"settings_schema\": " + SCHEMA;

      assertThat(checked("\"settings\": {\"tolerance\": \"one percent\"}" + schema))
          .containsExactly(
              "error: settings.tolerance: The record cannot hold it: expected a tolerance such as"
                  + " 0.01 or 2%.");
      assertThat(checked("\"settings\": {\"tolerance\": \"2%\", \"mode\": \"lax\"}" + schema))
          .isEmpty();
      assertThat(checked("\"settings\": {\"tolerance\": \"${TOLERANCE}\"}" + schema)).isEmpty();
      assertThat(checked("\"settings\": {\"lim\": {\"days\": 3}}" + schema)).isEmpty();
    }

    @Test
    void theSettingsFitTheirSchema() throws Exception {
      assertThat(
              checked(
                  "\"settings\": {\"lim\": {\"days\": \"ten\", \"most\": -1}, \"mode\": \"x\","
                      + " \"company_codes\": [\"${CODE}\", 7]}, \"settings_schema\": "
                      + SCHEMA))
          .containsExactly(
              "error: settings: settings.lim.days is not of type \"integer\".",
              "error: settings: settings.lim.most is less than the minimum of 0.",
              "error: settings: settings.mode is not one of [\"strict\",\"lax\"].",
              "error: settings: settings.company_codes[1] is not of type \"string\".");
      assertThat(
              checked(
                  "\"settings\": {\"lim\": {\"days\": \"${DAYS}\"}, \"mode\": \"${MODE}\"},"
                      + " \"settings_schema\": "
                      + SCHEMA))
          .isEmpty();
    }

    @Test
    void withoutASchemaTheirTypesAreThoseOfTheRecord() throws Exception {
      assertThat(checked("\"settings\": {\"mode\": \"STRICT\", \"lim\": {\"days\": \"ten\"}}"))
          .hasSize(2)
          .contains("error: settings: settings.lim.days is not of type \"integer\".");
    }

    @Test
    void aSettingThatNoComponentReadsIsAWarning() throws Exception {
      assertThat(checked("\"settings\": {\"tolerence\": \"1\"}, \"settings_schema\": " + SCHEMA))
          .singleElement()
          .asString()
          .startsWith(
              "warning: settings.tolerence: The record does not have it. Did you mean tolerance");
    }

    @Test
    void secretsAreTexts() throws Exception {
      String json =
          GOOD.replace(
              "\"secrets\": {}",
              """
              "secrets_schema": {"type": "object", "additionalProperties": false, "properties":
                {"erp_user": {"type": "string"}, "erp_password": {"type": "string"}}}
              """);

      assertThat(shown(hook(json).withSecrets(Login.class).check(endpoint()))).isEmpty();
      assertThat(
              shown(
                  hook(json.replace("erp_user", "user"))
                      .withSecrets(Login.class)
                      .check(endpoint())))
          .singleElement()
          .asString()
          .contains("'erp_user' is missing", "the record does not have 'user'");
    }
  }
}
