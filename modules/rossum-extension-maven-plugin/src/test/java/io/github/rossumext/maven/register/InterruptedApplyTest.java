package io.github.rossumext.maven.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.maven.project.GoalException;
import io.github.rossumext.testkit.api.ApiExchange;
import io.github.rossumext.testkit.api.Fault;
import io.github.rossumext.testkit.api.RossumApiStub;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** An apply fails at one of its calls, before or after its effect. The next one finishes it. */
class InterruptedApplyTest extends RegisterTest {
  private static final String CHANGED = HOOK.replace("\"timeout_s\": 20", "\"timeout_s\": 30");

  /** The calls of an apply that creates a hook, and of one that changes it. */
  private List<String> calls(boolean isCreating) {
    writeProject();
    if (!isCreating) {
      run(apply());
      write("rossum/hook.json", CHANGED);
    }
    int before = api.exchanges().size();
    run(apply());
    return api.exchanges().stream().skip(before).map(ApiExchange::methodAndPath).toList();
  }

  @TestFactory
  Stream<DynamicTest> creating() {
    return each(true);
  }

  @TestFactory
  Stream<DynamicTest> changing() {
    return each(false);
  }

  private Stream<DynamicTest> each(boolean isCreating) {
    List<String> calls = calls(isCreating);
    assertThat(calls).hasSizeGreaterThanOrEqualTo(3);
    List<DynamicTest> tests = new ArrayList<>();
    for (int place = 0; place < calls.size(); place++) {
      int call = place;
      String name = place + " " + calls.get(place);
      tests.add(DynamicTest.dynamicTest(name, () -> fails(isCreating, calls, call, false)));
      if (!calls.get(place).startsWith("GET")) {
        tests.add(
            DynamicTest.dynamicTest(
                name + " after its effect", () -> fails(isCreating, calls, call, true)));
      }
    }
    return tests.stream();
  }

  private void fails(boolean isCreating, List<String> calls, int place, boolean isAfter)
      throws IOException {
    try (One one = new One()) {
      one.writeProject();
      if (!isCreating) {
        one.run(apply());
        one.write("rossum/hook.json", CHANGED);
      }
      String call = calls.get(place);
      // The same call may come before: it passes.
      calls.subList(0, place).stream()
          .filter(call::equals)
          .forEach(each -> one.api().next(Fault.delay(Duration.ZERO).on(call)));
      Fault fault = call.startsWith("GET") ? Fault.status(403) : Fault.status(500);
      one.api().next((isAfter ? fault.afterEffect() : fault).on(call));

      assertThatThrownBy(() -> one.run(apply())).isInstanceOf(GoalException.class);
      assertThat(one.api().faultsLeft()).isEmpty();
      one.run(apply());

      assertThat(one.hook().at("/config/timeout_s").asInt()).isEqualTo(isCreating ? 20 : 30);
      assertThat(one.run(plan())).endsWith("Nothing to apply.\n");
      assertThat(one.run(apply())).endsWith("Nothing to apply.\n");
    }
  }

  /** A project and an account for one of the tests. */
  private final class One extends RegisterTest {
    One() throws IOException {
      // JUnit deletes it with the directory of the test.
      directory = Files.createTempDirectory(InterruptedApplyTest.this.directory, "one");
    }

    RossumApiStub api() {
      return api;
    }
  }

  @Test
  void theReportSaysWhatWasDoneAndWhatNot() {
    write("rossum/hooks/a.json", HOOK.replace("Vendor matching", "First"));
    write("rossum/hooks/b.json", HOOK.replace("Vendor matching", "Second"));
    write("rossum/hooks/c.json", HOOK.replace("Vendor matching", "Third"));
    writeEnvironment("test", "https://hooks.example/rossum");
    api.next(
        Fault.delay(Duration.ZERO).on("POST /v1/hooks"),
        Fault.close().afterEffect().on("POST /v1/hooks"));

    assertThatThrownBy(() -> run(apply()))
        .hasMessageContaining("\nApplied: Hook \"First\" (new).\n")
        .hasMessageContaining(
            "\nUnknown: Hook \"Second\" (new), because Rossum may have acted before the call"
                + " failed.\n")
        .hasMessageContaining("\nNot applied: Hook \"Third\" (new).\n")
        .hasMessageEndingWith("Run plan again to see what is left, and then apply.");

    run(apply());
    assertThat(hooks().findValuesAsText("name")).containsExactly("First", "Second", "Third");
  }

  @Test
  void theIdIsRecordedBeforeAnythingElseCanFail() {
    writeProject();
    api.next(Fault.status(403).on("GET /v1/hooks/801"));
    assertThatThrownBy(() -> run(apply())).isInstanceOf(GoalException.class);
    assertThat(state().at("/hooks/hook/id").asLong()).isEqualTo(801);
    assertThat(state().at("/hooks/hook/modified_at").asText()).isEmpty();
  }

  @Test
  void aHookThatWasCreatedIsNeverCalledNotApplied() {
    writeProject();
    api.next(Fault.status(403).on("GET /v1/hooks/801"));
    assertThatThrownBy(() -> run(apply()))
        .hasMessageContaining(
            "\nApplied: Hook \"Vendor matching\" (new), which was not read again or not"
                + " recorded.\nRun plan again");
  }

  @Test
  void aResponseThatCannotBeReadMayMeanSuccess() {
    writeProject();
    api.next(Fault.html(201).afterEffect().on("POST /v1/hooks"));
    assertThatThrownBy(() -> run(apply())).hasMessageContaining("\nUnknown: Hook");

    api.respond("POST", "/v1/hooks", 201, Map.of("name", "Vendor matching"));
    write("rossum/hook.json", HOOK.replace("Vendor matching", "Another"));
    write("rossum/env/other.properties", read("rossum/env/test.properties"));
    assertThatThrownBy(() -> run("other", apply()))
        .hasMessageContaining("has no id")
        .hasMessageContaining("\nUnknown: Hook \"Another\" (new)");
    assertThat(directory.resolve("rossum/state/other.json")).doesNotExist();
  }

  @Test
  void aStateThatCannotBeWrittenIsSaidOfAHookThatExists() {
    writeProject();
    write("rossum/state", "a file in place of the directory");
    assertThatThrownBy(() -> run(apply()))
        .hasMessageContaining("cannot be written")
        .hasMessageContaining("\nApplied: Hook \"Vendor matching\" (new), which was not");
  }

  @Test
  void aSecretThatWasAskedForIsSentBySecondApply() {
    writeProject();
    run(apply());
    api.next(Fault.status(500).on("PATCH /v1/hooks/801"));
    assertThatThrownBy(() -> run(applyWithSecrets("true"))).isInstanceOf(GoalException.class);
    run(applyWithSecrets("true"));
    ApiExchange last =
        api.exchanges().stream()
            .filter(each -> each.methodAndPath().startsWith("PATCH"))
            .reduce((one, other) -> other)
            .orElseThrow();
    assertThat(last.requestJson().find("config").orElseThrow().keys())
        .contains("secret", "url", "timeout_s");
  }
}
