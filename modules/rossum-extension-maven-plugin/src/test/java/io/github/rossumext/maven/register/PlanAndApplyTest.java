package io.github.rossumext.maven.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.client.RossumClient;
import io.github.rossumext.maven.project.GoalException;
import io.github.rossumext.testkit.api.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanAndApplyTest extends RegisterTest {
  @Test
  void aPlanShowsTheNewHookAndChangesNothing() {
    writeProject();

    String plan = run(plan());

    assertThat(plan)
        .startsWith("Environment test at " + api.baseUrl())
        .contains(
            "Hook \"Vendor matching\" (new)",
            "+ events: [\"annotation_content.initialize\",\"annotation_content.updated\"]",
            "+ config.url: \"https://hooks.example/rossum\"",
            "+ settings.tolerance: 0.01",
            "> config.secret: sent, from ROSSUM_HOOK_SECRET",
            "> secrets.erp_password: sent, from ERP_PASSWORD",
            "Nothing was changed.");
    assertThat(changes()).isEmpty();
    assertThat(directory.resolve("rossum/state")).doesNotExist();
  }

  @Test
  void applyCreatesTheHookWithItsSecretsAndRecordsTheirNames() {
    writeProject();

    assertThat(run(apply())).endsWith("Applied: Hook \"Vendor matching\" (new).\n");

    assertThat(hook().at("/config/url").asText()).isEqualTo("https://hooks.example/rossum");
    assertThat(hook().at("/queues/0").asText()).isEqualTo(QUEUE);
    assertThat(hook().path("metadata").toString())
        .isEqualTo(
            "{\"rossum_extension\":{\"project\":\"org.example:vendor\",\"environment\":\"test\","
                + "\"hook\":\"hook\"}}");
    assertThat(api.get("/v1/hooks/801/secrets_keys").text()).isEqualTo("[\"erp_password\"]");
    assertThat(state().at("/hooks/hook/id").asLong()).isEqualTo(801);
    assertThat(state().at("/hooks/hook/modified_at")).isEqualTo(hook().path("modified_at"));
    assertThat(state().at("/hooks/hook/secrets").toString())
        .isEqualTo("[\"config.secret\",\"secrets.erp_password\"]");
  }

  @Test
  void applyingTwiceChangesNothing() {
    writeProject();
    run(apply());
    String state = read("rossum/state/test.json");

    assertThat(run(apply())).contains("(801): no change").endsWith("Nothing to apply.\n");

    assertThat(run(plan())).endsWith("Nothing to apply.\n");
    assertThat(changes()).containsExactly("POST /v1/hooks");
    assertThat(read("rossum/state/test.json")).isEqualTo(state);
  }

  @Test
  void aChangedFieldIsOneLineAndTheWholeConfigIsSent() {
    writeProject();
    run(apply());
    write("rossum/hook.json", HOOK.replace("\"timeout_s\": 20", "\"timeout_s\": 30"));

    assertThat(run(plan()))
        .contains("Hook \"Vendor matching\" (801)\n  ~ config.timeout_s: 20 -> 30\nNothing was");
    run(apply());

    assertThat(changes()).containsExactly("POST /v1/hooks", "PATCH /v1/hooks/801");
    assertThat(hook().path("config").toString())
        .isEqualTo("{\"url\":\"https://hooks.example/rossum\",\"timeout_s\":30}");
    assertThat(run(plan())).endsWith("Nothing to apply.\n");
  }

  @Test
  void whatTheFileDoesNotHaveStays() {
    writeProject();
    run(apply());
    write("rossum/hook.json", HOOK.replace(", \"timeout_s\": 20", ""));
    assertThat(run(plan())).endsWith("Nothing to apply.\n");
    assertThat(hook().at("/config/timeout_s").asInt()).isEqualTo(20);
  }

  @Test
  void aChangeInRossumIsDriftAndApplyTakesItBack() {
    writeProject();
    run(apply());
    rossum().hooks().patch(801, Map.of("active", false, "events", List.of("upload.created")));

    assertThat(run(plan()))
        .contains(
            "~ events: [\"upload.created\"] -> [\"annotation_content.initialize\",",
            "! drift: it was changed in Rossum after the last apply",
            "/users/1");
    run(apply());

    assertThat(hook().path("events")).hasSize(2);
    // The file does not say whether the hook is active.
    assertThat(hook().path("active").asBoolean()).isFalse();
    assertThat(run(plan())).doesNotContain("drift").endsWith("Nothing to apply.\n");
  }

  @Test
  void anOrderOfUrlsOrEventsIsNotADifference() {
    writeProject();
    run(apply());
    rossum()
        .hooks()
        .patch(
            801,
            Map.of(
                "events", List.of("annotation_content.updated", "annotation_content.initialize")));
    assertThat(run(plan())).doesNotContain("drift").endsWith("Nothing to apply.\n");
  }

  private RossumClient rossum() {
    return RossumClient.of(api.baseUrl().toString(), api.token());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[1]",
        "{\"hooks\": []}",
        "{\"hooks\": {\"hook\": 7}}",
        "{\"hooks\": {\"hook\": {\"id\": \"x\"}}}",
        "{\"schema\": []}"
      })
  void aStateThatApplyHasNotWrittenIsNotTakenForAnEmptyOne(String state) {
    writeProject();
    write("rossum/state/test.json", state);

    assertThatThrownBy(() -> run(apply()))
        .isInstanceOf(GoalException.class)
        .hasMessageContaining("test.json is not a file that apply has written.");
    assertThat(changes()).isEmpty();
    assertThat(read("rossum/state/test.json")).isEqualTo(state);
  }

  @Test
  void aStateWithTheMarksOfAMergeIsSaid() {
    writeProject();
    write("rossum/state/test.json", "<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> theirs\n");

    assertThatThrownBy(() -> run(apply()))
        .isInstanceOf(GoalException.class)
        .hasMessageContaining("test.json is not JSON");
    assertThat(changes()).isEmpty();
  }

  /** Lets somebody else act as soon as the goal has printed a plan with this text. */
  private void applyAndMeanwhile(String planned, Runnable act) {
    run(
        "test",
        apply(),
        text -> {
          if (text.contains(planned)) {
            act.run();
          }
        });
  }

  @Test
  void whatSomebodyChangesWhileApplyRunsIsNotOverwritten() {
    writeProject();
    run(apply());
    write("rossum/hook.json", HOOK.replace("\"timeout_s\": 20", "\"timeout_s\": 30"));

    assertThatThrownBy(
            () ->
                applyAndMeanwhile(
                    "config.timeout_s: 20 -> 30",
                    () -> rossum().hooks().patch(801, Map.of("description", "by hand"))))
        .isInstanceOf(GoalException.class)
        .hasMessageContaining("was modified in Rossum since the plan, at ")
        .hasMessageContaining("Not applied: Hook \"Vendor matching\" (801).");

    assertThat(hook().at("/config/timeout_s").asInt()).isEqualTo(20);
    assertThat(hook().path("description").asText()).isEqualTo("by hand");
  }

  @Test
  void aSchemaThatSomebodyChangesWhileApplyRunsIsNotOverwritten() {
    String schema = api.get("/v1/schemas/33810").text();
    write(
        "rossum/schema.json", schema.replace("\"label\":\"Order number\"", "\"label\":\"Order\""));
    writeProject();

    assertThatThrownBy(
            () ->
                applyAndMeanwhile(
                    "\"Order number\" -> \"Order\"",
                    () -> rossum().schemas().patch(33810, Map.of("name", "By hand"))))
        .isInstanceOf(GoalException.class)
        .hasMessageContaining("was modified in Rossum since the plan, at ");

    assertThat(api.get("/v1/schemas/33810").text()).contains("By hand", "Order number");
  }

  @Test
  void applyDoesExactlyWhatPlanShowed() {
    writeProject();
    run(apply());
    write("rossum/hook.json", HOOK.replace("Vendor matching", "Vendors"));
    run(plan());
    rossum().hooks().patch(801, Map.of("description", "by hand"));

    assertThatThrownBy(() -> run(apply()))
        .isInstanceOf(GoalException.class)
        .hasMessage(
            "This is not what plan showed: Hook \"Vendors\" (801) changed in Rossum since. Nothing"
                + " was applied. Run plan again.");
    assertThat(hook().path("name").asText()).isEqualTo("Vendor matching");

    run(plan());
    write("rossum/hook.json", HOOK.replace("Vendor matching", "Others"));
    assertThatThrownBy(() -> run(apply())).hasMessageContaining("not what plan showed");

    run(plan());
    run(apply());
    assertThat(hook().path("name").asText()).isEqualTo("Others");
  }

  @Test
  void aChangeBetweenThePlanAndTheCallIsNotOverwritten() {
    writeProject();
    run(apply());
    write("rossum/hook.json", HOOK.replace("\"timeout_s\": 20", "\"timeout_s\": 30"));
    api.next(Fault.status(412).on("PATCH /v1/hooks/801"));

    assertThatThrownBy(() -> run(apply()))
        .hasMessageContaining("was modified in Rossum since the plan (status 412)")
        .hasMessageContaining("Applied: nothing.")
        .hasMessageContaining("Not applied: Hook \"Vendor matching\" (801).");
  }

  @Test
  void anAccountThatIsThrottledOnlyTakesLonger() {
    writeProject();
    api.next(
        Fault.throttled(Duration.ofSeconds(1)).on("GET /v1/hooks"),
        Fault.throttled(Duration.ofSeconds(1)).on("POST /v1/hooks"));
    run(apply());
    assertThat(hook().path("name").asText()).isEqualTo("Vendor matching");
    assertThat(api.faultsLeft()).isEmpty();
  }

  @Test
  void secretsAreSentWhenAskedFor() {
    writeProject();
    run(apply());
    write("rossum/hook.json", HOOK.replace("\"erp_password\"", "\"erp_key\""));

    assertThat(run(plan()))
        .contains(
            "! secrets.erp_key was never sent from this project. -Drossum.secrets=secrets.erp_key"
                + " sends it, from ERP_PASSWORD.");
    assertThat(run(apply())).endsWith("Nothing to apply.\n");
    run(applyWithSecrets("secrets.erp_key"));

    assertThat(api.get("/v1/hooks/801/secrets_keys").text()).isEqualTo("[\"erp_key\"]");
    assertThat(state().at("/hooks/hook/secrets").toString()).contains("secrets.erp_key");
    assertThat(run(plan())).doesNotContain("never sent");
    assertThatThrownBy(() -> run(applyWithSecrets("secrets.erp")))
        .hasMessageContaining("-Drossum.secrets names 'secrets.erp'");
  }

  @Test
  void aSecretWithoutAVariableStopsTheCreation() {
    writeProject();
    variables.remove("ERP_PASSWORD");

    assertThat(run(plan()))
        .contains("! secrets.erp_password: the variable ERP_PASSWORD is not set.");
    assertThatThrownBy(() -> run(apply()))
        .hasMessageContaining("secrets.erp_password. Nothing was applied.")
        .hasMessageContaining("Set the variables ERP_PASSWORD.");
    assertThat(hooks()).isEmpty();
  }

  @Test
  void aChangeNeedsNoSecret() {
    writeProject();
    run(apply());
    variables.remove("ERP_PASSWORD");
    variables.remove("ROSSUM_HOOK_SECRET");
    write("rossum/hook.json", HOOK.replace("0.01", "0.02"));
    run(apply());
    assertThat(hook().at("/settings/tolerance").decimalValue()).isEqualByComparingTo("0.02");
  }

  @Test
  void aSecretInAFileIsRefused() {
    writeProject();
    write("rossum/hook.json", HOOK.replace("${ERP_PASSWORD}", "hunter2"));
    assertThatThrownBy(() -> run(plan()))
        .hasMessageContaining("has a value for secrets.erp_password")
        .hasMessageNotContaining("hunter2");

    writeProject();
    write(
        "rossum/env/test.properties",
        read("rossum/env/test.properties") + "\nERP_PASSWORD=hunter2\n");
    assertThatThrownBy(() -> run(plan()))
        .hasMessageContaining("ERP_PASSWORD, which is the secret secrets.erp_password")
        .hasMessageNotContaining("hunter2");

    writeProject();
    write(
        "rossum/env/test.properties",
        read("rossum/env/test.properties") + "\nROSSUM_TOKEN=hunter2\n");
    assertThatThrownBy(() -> run(plan()))
        .hasMessageContaining("Remove it there")
        .hasMessageNotContaining("hunter2");

    writeProject();
    write("rossum/hook.json", HOOK.replace("${EXTENSION_URL}", "${EXTENSION_URL}?${ERP_PASSWORD}"));
    assertThatThrownBy(() -> run(plan())).hasMessageContaining("a field that everybody sees");
  }

  @Test
  void settingsThatRossumWouldRefuseAreNamed() {
    writeProject();
    String wrong =
        HOOK.replace("\"settings\": {\"tolerance\": 0.01}", "\"settings\": {\"days\": \"x\"}");
    String schema = "\"settings_schema\": {\"properties\": {\"days\": {\"type\": \"integer\"}}}";
    write("rossum/hook.json", wrong.replace("\"sideload\"", schema + ", \"sideload\""));
    assertThat(run(plan()))
        .contains("! Rossum refuses it: settings.days is not of type \"integer\".");
    assertThatThrownBy(() -> run(apply())).hasMessageContaining("\nNot applied: Hook");
    write(
        "rossum/hook.json",
        wrong.replace("\"x\"", "14").replace("\"sideload\"", schema + ", \"sideload\""));
    assertThat(run(apply())).doesNotContain("refuses");

    // The schema that Rossum has counts if the file has none.
    write("rossum/hook.json", wrong);
    assertThat(run(plan())).contains("! Rossum refuses it: settings.days is not of type");
    assertThatThrownBy(() -> run(apply())).hasMessageContaining("\nNot applied: Hook");
  }

  @Test
  void anEnvironmentWithHolesOrTheTokenIsRefused() {
    writeProject();
    write(
        "rossum/env/test.properties", "ROSSUM_URL=" + api.baseUrl() + "\nINVOICES=${ROSSUM_URL}/x");
    assertThatThrownBy(() -> run(plan()))
        .hasMessageContaining("test.properties cannot be used: INVOICES: Expected a value without");
  }

  @Test
  void theTokenNeverGoesIntoAHook() {
    writeProject();
    write("rossum/hook.json", HOOK.replace("Vendor matching", "with ${ROSSUM_TOKEN}"));
    assertThatThrownBy(() -> run(apply())).hasMessageContaining("The hole ${ROSSUM_TOKEN} is in");
    assertThat(changes()).isEmpty();
  }

  @Test
  void whatCannotBeSentIsExplained() {
    writeProject();
    write("rossum/hook.json", HOOK.replace("\"type\"", "\"metadata\": \"x\", \"type\""));
    assertThatThrownBy(() -> run(plan()))
        .isInstanceOf(GoalException.class)
        .hasMessageContaining("has the field metadata that is not an object");

    write("rossum/hook.json", HOOK.replace("Vendor matching", "half \\ud800"));
    assertThatThrownBy(() -> run(apply())).isInstanceOf(GoalException.class);

    write("rossum/hook.json", HOOK.replace("${INVOICES}", "https://acme.example/queue"));
    write("rossum/schema.json", api.get("/v1/schemas/33810").text());
    assertThatThrownBy(() -> run(plan()))
        .isInstanceOf(GoalException.class)
        .hasMessageContaining("cannot be sent to Rossum: ");
  }

  @Test
  void anUnfilledHoleIsNamed() {
    writeProject();
    write("rossum/env/test.properties", "ROSSUM_URL=" + api.baseUrl());
    assertThatThrownBy(() -> run(plan()))
        .hasMessageContaining("has holes without a value: EXTENSION_URL, INVOICES");
  }

  @Test
  void anEnvironmentWithoutAFileIsRefused() {
    writeProject();
    assertThatThrownBy(() -> run("prod", plan()))
        .hasMessageContaining("The environment prod has no file");
  }

  @Test
  void aProjectHasTwoHooksAndTwoEnvironments() {
    write("rossum/hooks/match.json", HOOK);
    write("rossum/hooks/export.json", HOOK.replace("Vendor matching", "Export"));
    writeEnvironment("test", "https://test.example/rossum");
    writeEnvironment("prod", "https://prod.example/rossum");

    run("test", apply());
    assertThat(run("prod", apply())).contains("Hook \"Export\" (new)", "Hook \"Vendor");

    assertThat(hooks()).hasSize(4);
    assertThat(hooks().findValuesAsText("url"))
        .contains("https://test.example/rossum", "https://prod.example/rossum");
    assertThat(run("test", apply())).endsWith("Nothing to apply.\n");
    assertThat(run("prod", apply())).endsWith("Nothing to apply.\n");
    assertThat(state().at("/hooks/export/id").asLong()).isEqualTo(801);
    assertThat(state().at("/hooks/match/id").asLong()).isEqualTo(802);
  }

  @Test
  void aHookIsFoundWithoutTheState() throws IOException {
    writeProject();
    run(apply());
    Files.delete(directory.resolve("rossum/state/test.json"));

    assertThat(run(apply())).contains("(801): no change");
    assertThat(state().at("/hooks/hook/id").asLong()).isEqualTo(801);
  }

  @Test
  void aHookThatWasMadeByHandIsTakenOver() {
    writeProject();
    rossum()
        .hooks()
        .create(
            Map.of(
                "name",
                "Vendor matching",
                "events",
                List.of("annotation_content.initialize"),
                "queues",
                List.of(),
                "config",
                Map.of("url", "https://hooks.example/rossum")));

    assertThat(run(apply()))
        .contains("+ metadata.rossum_extension", "config.secret was never sent");
    assertThat(hook().path("queues")).hasSize(1);
  }

  @Test
  void aHookThatWasDeletedIsCreatedAgain() {
    writeProject();
    run(apply());
    rossum().hooks().delete(801);
    assertThat(run(apply())).contains("(new)");
    assertThat(state().at("/hooks/hook/id").asLong()).isEqualTo(802);
  }

  @Test
  void aHookWhoseFileIsGoneIsNamed() throws IOException {
    write("rossum/hooks/a.json", HOOK);
    write("rossum/hooks/b.json", HOOK.replace("Vendor matching", "B"));
    writeEnvironment("test", "https://hooks.example/rossum");
    run(apply());
    Files.delete(directory.resolve("rossum/hooks/b.json"));
    assertThat(run(apply()))
        .contains("! The hook \"b\" (802) of the state has no file any more.")
        .endsWith("Nothing to apply.\n");
    assertThat(hooks()).hasSize(2);
  }

  @Test
  void anApplyThatFailedAfterAPlanGoesOnWithoutAnother() {
    writeProject();
    run(plan());
    api.next(Fault.status(500).on("POST /v1/hooks"));
    assertThatThrownBy(() -> run(apply())).hasMessageContaining("Unknown: Hook");
    assertThat(run(apply())).contains("Applied: Hook");
  }

  @Test
  void theHookOfAnotherProjectIsRefused() {
    writeProject();
    run(apply());
    assertThatThrownBy(() -> run(Registration.plan("org.example:other", "")))
        .hasMessageContaining("is the hook \"hook\" of org.example:vendor in the environment test");
  }

  @Test
  void whatRossumRefusesIsSaidWithoutTheSecretsThatItQuotes() {
    writeProject();
    api.respond("POST", "/v1/hooks", 400, Map.of("detail", "Do not like " + ERP + "."));
    assertThatThrownBy(() -> run(apply()))
        .hasMessageContaining("Do not like (secret).")
        .hasMessageContaining("Not applied: Hook \"Vendor matching\" (new).");
  }

  @Test
  void aTokenThatIsOverIsExplained() {
    writeProject();
    token = "marked-token";
    assertThatThrownBy(() -> run(plan()))
        .hasMessageContaining("Is ROSSUM_TOKEN a token of this organization, and still valid?")
        .hasMessageNotContaining("marked");
  }
}
