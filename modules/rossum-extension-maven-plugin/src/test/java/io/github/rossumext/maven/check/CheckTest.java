package io.github.rossumext.maven.check;

import static java.lang.invoke.MethodType.methodType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.HookContext;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.client.RossumClient;
import io.github.rossumext.maven.Reported;
import io.github.rossumext.maven.project.GoalException;
import io.github.rossumext.maven.project.Project;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.value.Secret;
import io.github.rossumext.value.Tolerance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code rossum:check} says about a project. */
class CheckTest {
  private static final String HOOK =
      """
      {"name": "Invoice checks", "queues": ["${QUEUE_URL}"],
       "events": ["annotation_content.updated"], "sideload": ["schemas"],
       "config": {"url": "${EXTENSION_URL}", "secret": "${ROSSUM_HOOK_SECRET}"}}
      """;

  /** The extension of the project. */
  public static final class Extension implements Supplier<HookEndpoint> {
    @Override
    public HookEndpoint get() {
      return HookEndpoint.builder()
          .secret(Secret.of("made-up for a test"))
          .on(HookEvent.ANNOTATION_CONTENT, (payload, context) -> ContentResponse.empty())
          .build();
    }
  }

  /** An extension whose secret is not there when it is built. */
  public static final class WithoutSecret implements Supplier<HookEndpoint> {
    @Override
    public HookEndpoint get() {
      return HookEndpoint.builder().secret(Secret.fromEnv("NOT_SET_IN_ANY_BUILD")).build();
    }
  }

  /** An extension whose database refuses the password, which the exception quotes. */
  public static final class WithoutDatabase implements Supplier<HookEndpoint> {
    @Override
    public HookEndpoint get() {
      throw new IllegalStateException("jdbc:postgresql://db?password=marked-secret");
    }
  }

  /** A class that makes nothing. */
  public static final class NotAFactory {}

  private final Path directory;
  private final Reported report = new Reported();

  CheckTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @BeforeEach
  void writeTheFiles() throws IOException {
    Files.createDirectories(directory.resolve("rossum/env"));
    Files.writeString(directory.resolve("rossum/hook.json"), HOOK);
  }

  private static Path placeOf(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  /** The class path of an author: the library, and the tests as the classes of the project. */
  private static List<Path> classPath() {
    return Stream.of(
            CheckTest.class,
            HookEndpoint.class,
            com.fasterxml.jackson.databind.ObjectMapper.class,
            com.fasterxml.jackson.core.JsonFactory.class,
            com.fasterxml.jackson.annotation.JsonProperty.class,
            com.fasterxml.jackson.datatype.jsr310.JavaTimeModule.class,
            org.slf4j.Logger.class,
            org.jspecify.annotations.Nullable.class)
        .map(CheckTest::placeOf)
        .toList();
  }

  private List<String> check(Class<?> extension) {
    new Check(extension.getName(), Map.of(), null, null).run(project(), report);
    return report.lines();
  }

  private Project project() {
    return Project.of(directory, directory.resolve("target"), classPath(), null, Map.of());
  }

  @Test
  void aHookThatFitsItsEndpointHasNoMistake() {
    assertThat(check(Extension.class))
        .containsExactly(
            "info: The environment 'default' has no value for EXTENSION_URL, QUEUE_URL, so nothing"
                + " is said about it. rossum:apply needs it.",
            "info: rossum:check found no mistake.");
  }

  @Test
  void anEventThatNothingHandlesFailsTheBuild() throws Exception {
    Files.writeString(
        directory.resolve("rossum/hook.json"),
        HOOK.replace("annotation_content.updated", "annotation_status.changed"));

    assertThatThrownBy(() -> check(Extension.class))
        .isInstanceOf(GoalException.class)
        .hasMessageStartingWith("rossum:check found");
    assertThat(report.lines())
        .anyMatch(
            line ->
                line.startsWith(
                    "error: rossum/hook.json: events: The code does not handle"
                        + " 'annotation_status.changed'"));
  }

  @Test
  void theFileOfTheEnvironmentFillsTheHoles() throws Exception {
    Files.writeString(
        directory.resolve("rossum/env/default.properties"),
        "EXTENSION_URL=http://localhost\nQUEUE_URL=8198\n");

    assertThatThrownBy(() -> check(Extension.class)).isInstanceOf(GoalException.class);
    assertThat(report.lines())
        .anyMatch(line -> line.startsWith("error: rossum/hook.json: config.url: "))
        .anyMatch(line -> line.startsWith("error: rossum/hook.json: queues: Expected URLs"));
  }

  @Test
  void aSecretInTheFileOfTheEnvironmentIsAMistake_andIsNotShown() throws Exception {
    Files.writeString(
        directory.resolve("rossum/env/default.properties"), "ROSSUM_HOOK_SECRET=marked-secret\n");

    assertThatThrownBy(() -> check(Extension.class)).isInstanceOf(GoalException.class);
    assertThat(report.lines().toString())
        .contains("error: rossum/hook.json: ROSSUM_HOOK_SECRET: It is a secret")
        .doesNotContain("marked-secret");
  }

  @Test
  void theFilesOfAllEnvironmentsAreChecked() throws Exception {
    Files.writeString(
        directory.resolve("rossum/env/test.properties"),
        "\uFEFFROSSUM_HOOK_SECRET=marked-secret\nROSSUM_TOKEN=marked-token\n");
    Files.writeString(
        directory.resolve("rossum/env/production.properties"),
        "ROSSUM_URL=https://acme.rossum.app\nINVOICES=${ROSSUM_URL}/api/v1/queues/19099\n");

    assertThatThrownBy(() -> check(Extension.class))
        .isInstanceOf(GoalException.class)
        .hasMessageStartingWith("rossum:check found 3 mistakes");
    assertThat(report.lines())
        .contains(
            "error: rossum/env/production.properties: INVOICES: Expected a value without a hole"
                + " ${…}. Only the files of hooks have holes. Write the whole value.")
        .anyMatch(line -> line.startsWith("error: rossum/env/test.properties: ROSSUM_TOKEN: The"))
        .anyMatch(
            line -> line.startsWith("error: rossum/hook.json: ROSSUM_HOOK_SECRET: It is a secret"));
    assertThat(report.lines().toString()).doesNotContain("marked-");
  }

  @Test
  void aHoleForTheTokenIsRefused() throws Exception {
    Files.writeString(
        directory.resolve("rossum/hook.json"),
        HOOK.replace("Invoice checks", "with ${ROSSUM_TOKEN}"));

    assertThatThrownBy(() -> check(Extension.class))
        .isInstanceOf(GoalException.class)
        .hasMessageStartingWith("The hole ${ROSSUM_TOKEN} is in the file of a hook");
  }

  @Test
  void aFileThatIsNotJsonIsNotQuoted_notEvenInTheCause() throws Exception {
    Files.writeString(
        directory.resolve("rossum/hook.json"), "{\"config\": {\"secret\": marked-unquoted}}");

    assertThatThrownBy(() -> check(Extension.class))
        .isInstanceOf(GoalException.class)
        .hasMessageContaining("is not JSON: an unknown word (line 1, column ")
        .hasNoCause();
  }

  /** The settings of the project. */
  public record Settings(Tolerance tolerance) {}

  @Test
  void settingsThatTheRecordCannotHoldAreAMistake() throws Exception {
    Files.writeString(
        directory.resolve("rossum/hook.json"),
        HOOK.replace(
            "\"config\"",
            "\"settings\": {\"tolerance\": \"one percent\"}, \"settings_schema\": {\"type\": \"object\","
                + " \"properties\": {\"tolerance\": {\"type\": \"string\"}}}, \"config\""));

    Check check = new Check(Extension.class.getName(), Map.of(), Settings.class.getName(), null);
    assertThatThrownBy(() -> check.run(project(), report)).isInstanceOf(GoalException.class);
    assertThat(report.lines())
        .filteredOn(line -> line.startsWith("error"))
        .containsExactly(
            "error: rossum/hook.json: settings.tolerance: The record cannot hold it: expected a"
                + " tolerance such as 0.01 or 2%.");
  }

  @Test
  void settingsThatRossumWouldRefuseAreAMistake() throws Exception {
    Files.writeString(
        directory.resolve("rossum/hook.json"),
        HOOK.replace(
            "\"config\"",
            "\"settings\": {\"payment_days\": \"fourteen\", \"code\": \"${CODE}\"},"
                + " \"settings_schema\": {\"properties\": {\"payment_days\": {\"type\":"
                + " \"integer\"}, \"code\": {\"enum\": [\"A\"]}}}, \"config\""));

    assertThatThrownBy(() -> check(Extension.class)).isInstanceOf(GoalException.class);
    assertThat(report.lines())
        .filteredOn(line -> line.startsWith("error"))
        .containsExactly(
            "error: rossum/hook.json: settings: settings.payment_days is not of type"
                + " \"integer\".");
  }

  @Test
  void ifTheEndpointCannotBeBuilt_theGoalSaysWhyAndNamesTheOtherWay() {
    assertThat(check(WithoutSecret.class))
        .anyMatch(
            line ->
                line.startsWith("warning: rossum/hook.json is not compared with the code. ")
                    && line.contains("NOT_SET_IN_ANY_BUILD")
                    && line.contains(
                        " Set the variable to any text, because nothing is sent with it. Or check"
                            + " the hook in a test")
                    && line.contains("assertThat(HookFile.of("))
        .contains(
            "info: rossum:check found no mistake in the files. The code was not compared with"
                + " rossum/hook.json: see the warning.")
        .doesNotContain("info: rossum:check found no mistake.");
  }

  @Test
  void theTextOfAnotherExceptionIsNotShown() {
    assertThat(check(WithoutDatabase.class).toString())
        .contains("IllegalStateException (at ", "WithoutDatabase.get", ". Check the hook in a test")
        .doesNotContain("marked-secret");
  }

  @Test
  void aClassThatIsNotAFactoryIsRefused() {
    assertThatThrownBy(() -> check(NotAFactory.class))
        .isInstanceOf(GoalException.class)
        .hasMessageContaining("which is not a factory");
    assertThatThrownBy(
            () -> new Check("com.acme.Nothing", Map.of(), null, null).run(project(), report))
        .isInstanceOf(GoalException.class)
        .hasMessageContaining("com.acme.Nothing, which is not on the run-time class path");
  }

  @Test
  void springBootWritesWhatTheEndpointDoes() throws Exception {
    Check check = new Check(null, Map.of(), null, null);
    check.run(project(), report);
    assertThat(report.lines()).anyMatch(line -> line.contains("rossum-endpoint.json"));

    Files.createDirectories(directory.resolve("target"));
    Files.writeString(
        directory.resolve("target/rossum-endpoint.json"),
        "{\"version\":1,\"events\":[{\"event\":\"email\",\"action\":\"received\"}]}");

    assertThatThrownBy(() -> check.run(project(), report)).isInstanceOf(GoalException.class);
    assertThat(report.lines()).anyMatch(line -> line.contains("The code handles 'email.received'"));
  }

  @Test
  void severalHooksHaveAFileAndAFactoryEach() throws Exception {
    Files.createDirectories(directory.resolve("rossum/hooks"));
    Files.move(
        directory.resolve("rossum/hook.json"), directory.resolve("rossum/hooks/checks.json"));
    Files.writeString(
        directory.resolve("rossum/hooks/mails.json"),
        HOOK.replace("annotation_content.updated", "email.received"));

    assertThatThrownBy(
            () ->
                new Check(
                        null,
                        Map.of(
                            "checks",
                            Extension.class.getName(),
                            "mails",
                            Extension.class.getName()),
                        null,
                        null)
                    .run(project(), report))
        .isInstanceOf(GoalException.class);
    assertThat(report.lines())
        .filteredOn(line -> line.startsWith("error"))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("error: rossum/hooks/mails.json: "));
  }

  @Test
  void theClientThatUsesTheTokenOfARequestIsNoticed(@TempDir Path classes) throws Exception {
    assertThat(RossumClient.class.getMethods())
        .anyMatch(
            method ->
                method.getName().equals("of")
                    && List.of(method.getParameterTypes()).equals(List.of(HookContext.class)));
    Files.writeString(
        classes.resolve("Rule.class"),
        "\0" + methodType(RossumClient.class, HookContext.class).toMethodDescriptorString() + "\0");

    try (AuthorClasses calling = new AuthorClasses(List.of(classes));
        AuthorClasses quiet = new AuthorClasses(List.of(directory))) {
      assertThat(calling.isCallingBack()).isTrue();
      assertThat(quiet.isCallingBack()).isFalse();
    }
  }

  @Test
  void aProjectWithoutFilesHasNothingToCheck() throws Exception {
    Files.delete(directory.resolve("rossum/hook.json"));

    assertThatThrownBy(() -> check(Extension.class))
        .isInstanceOf(GoalException.class)
        .hasMessageStartingWith("There is nothing to check: ");
  }
}
