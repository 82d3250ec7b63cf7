package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.QueueSettings;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another build would do differently, as the pipeline of a release asks. */
@Timeout(120)
class CompareTest {
  @TempDir static Path builds;
  private static Project old;
  private static Project now;

  @TempDir Path folder;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @BeforeAll
  static void build() throws IOException {
    old = Project.thatNotes(builds.resolve("old"), "as before");
    now = Project.thatNotes(builds.resolve("now"), "as before");
    now.rule(
        """
        content.field("notes").set("as before");
        if (content.field("order_id").text().startsWith("9")) {
          content.field("notes").set("an order of\\n\\"the\\" new kind");
          content.field("order_id").error("Orders with 9 are new.");
          content.field("order_id").hidden(content.field("order_id").text().equals("99"));
        }
        """);
  }

  @BeforeEach
  void record() throws IOException {
    write("000001", Fixtures.invoiceWithSchema());
    write("000002", Fixtures.invoiceWithSchema().withField("order_id", "912345"));
    write("000003", Fixtures.invoiceWithSchema().withEdited("order_id"));
    Files.writeString(folder.resolve("000003.approved.json"), "{}");
    Files.writeString(folder.resolve("notes.txt"), "not a recording");
  }

  private void write(String name, Fixture request) throws IOException {
    Files.write(folder.resolve(name + ".json"), request.body());
  }

  private static String classPath(Project project) {
    return project.testClasses() + File.pathSeparator + project.classes();
  }

  private List<String> arguments(Project before, Project after, String... more) {
    List<String> arguments = new ArrayList<>(List.of(Project.FACTORY, folder.toString()));
    arguments.addAll(List.of("--before", classPath(before), "--after", classPath(after)));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private int compare(String... more) throws Exception {
    return run(arguments(old, now, more));
  }

  private int run(List<String> arguments) throws Exception {
    output.reset();
    errors.reset();
    return Compare.run(
        CompareArguments.of(arguments),
        TestExtension.SECRET,
        new PrintStream(output, true, StandardCharsets.UTF_8),
        new PrintStream(errors, true, StandardCharsets.UTF_8));
  }

  private String output() {
    return output.toString(StandardCharsets.UTF_8);
  }

  private String errors() {
    return errors.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatDiffersIsSaidByDocument() throws Exception {
    assertThat(compare()).isEqualTo(1);

    assertThat(output())
        .isEqualTo(
            """
            000002
              field notes: "as before" → "an order of\\n\\"the\\" new kind"
              automation: "always" → "never"
              blocker order_id: (none) → "error_message: Orders with 9 are new."
              message order_id: (none) → "error: Orders with 9 are new."
            3 documents: 1 differs
            """);
    assertThat(errors()).isEmpty();
  }

  @Test
  void whatIsApprovedIsNotADifference() throws Exception {
    String approved = folder.resolve("approved.txt").toString();

    assertThat(compare("--approved", approved, "--approve")).isZero();
    assertThat(compare("--approved", approved)).isZero();
    assertThat(output()).isEqualTo("3 documents: 1 differs, 1 only as approved\n");

    write("000003", Fixtures.invoiceWithSchema().withField("order_id", "99"));
    assertThat(compare("--approved", approved)).isEqualTo(1);
    assertThat(output())
        .startsWith("000003\n")
        .contains("hidden order_id: (none) → \"hidden\"")
        .endsWith("3 documents: 2 differ, 1 only as approved\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"# 7", "  indented", " ", "\\# 7", "a\nb"})
  void aDocumentMayHaveAnyName(String name) throws Exception {
    String approved = folder.resolve("approved.txt").toString();
    write(name, Fixtures.invoiceWithSchema().withField("order_id", "99"));

    assertThat(compare("--approved", approved, "--approve")).isZero();
    assertThat(compare("--approved", approved)).isZero();
    assertThat(output()).isEqualTo("4 documents: 2 differ, 2 only as approved\n");
  }

  @Test
  void whatWasApprovedAndIsNotThereAnyMoreIsSaid() throws Exception {
    Path approved = folder.resolve("approved.txt");
    compare("--approved", approved.toString(), "--approve");
    Files.writeString(approved, Files.readString(approved) + "  field notes: \"a\" → \"b\"\n");

    assertThat(compare("--approved", approved.toString())).isZero();
    assertThat(output())
        .isEqualTo(
            """
            Approved, but not found:
            000002
              field notes: "a" → "b"
            3 documents: 1 differs, 1 only as approved
            """);
  }

  @Test
  void theSameBuildDoesTheSame() throws Exception {
    assertThat(compare("--approved", folder.resolve("none.txt").toString())).isEqualTo(1);
    assertThat(run(arguments(old, old))).isZero();
    assertThat(output()).isEqualTo("3 documents: 0 differ\n");
  }

  @Test
  void aRequestThatBothBuildsFailIsToldUntilItIsApproved() throws Exception {
    Project broken = Project.thatNotes(builds.resolve("broken"), "as before");
    broken.rule("throw new IllegalStateException(\"No price list.\");");
    String approved = folder.resolve("approved.txt").toString();
    List<String> arguments = arguments(broken, broken, "--approved", approved);

    assertThat(run(arguments)).isEqualTo(1);
    assertThat(output())
        .startsWith("000001\n")
        .contains("IllegalStateException: No price list.\" in both builds\n")
        .endsWith("3 documents: 0 differ, 3 fail in both builds\n");

    List<String> approving = new ArrayList<>(arguments);
    approving.add("--approve");
    assertThat(run(approving)).isZero();
    assertThat(run(arguments)).isZero();
    assertThat(output())
        .isEqualTo("3 documents: 0 differ, 3 fail in both builds, 3 only as approved\n");
  }

  /** Returns a build whose rule changes the metadata of the annotation at Rossum. */
  private static Project callingBack(String name, String metadata) throws IOException {
    return callingBack(name, metadata, "true");
  }

  /**
   * Returns such a build.
   *
   * @param condition when its rule calls
   */
  private static Project callingBack(String name, String metadata, String condition)
      throws IOException {
    Project project = Project.thatNotes(builds.resolve(name), "as before");
    project.rule(
        """
        String notes = content.field("notes").text();
        if (!(%s)) return;
        try {
          var context = content.context();
          var annotation = "/api/v1/annotations/" + content.payload().annotation().id().getAsLong();
          java.net.http.HttpClient.newHttpClient().send(
              java.net.http.HttpRequest.newBuilder(context.baseUrl().get().resolve(annotation))
                  .header("Authorization", "Bearer " + context.token().get().reveal())
                  .header("Content-Type", "application/json")
                  .method("PATCH", java.net.http.HttpRequest.BodyPublishers.ofString(
                      "{\\"metadata\\": {\\"seen\\": \\"%s" + notes + "\\", \\"at\\": \\"" + context.baseUrl().get() + "\\"}}"))
                  .build(),
              java.net.http.HttpResponse.BodyHandlers.discarding());
        } catch (java.io.IOException | InterruptedException e) {
          throw new IllegalStateException(e);
        }
        """
            .formatted(condition, metadata));
    return project;
  }

  @Test
  void whatARuleChangesByCallingRossumIsCompared() throws Exception {
    Project one = callingBack("one", "once");
    Project two = callingBack("two", "twice");

    assertThat(run(arguments(one, one))).as(output()).isZero();

    assertThat(run(arguments(one, two))).isEqualTo(1);
    assertThat(output())
        .contains("  call PATCH /v1/annotations/", "{\\\"seen\\\":\\\"once\\\"")
        .endsWith("3 documents: 3 differ\n");
  }

  @Test
  void aCallIsToldWithTheStepThatLedToIt() throws Exception {
    ScenarioFolder.of(folder)
        .save(
            "two-edits",
            new Scenario(
                TestExtension.invoice(),
                QueueSettings.defaults(),
                List.of(
                    Acts.read(
                        Json.read("{\"act\": \"edit\", \"path\": \"notes\", \"text\": \"a\"}")),
                    Act.of(Acts.CONFIRM))));

    Project always = callingBack("always", "before ");
    Project later = callingBack("later", "after ", "!notes.isEmpty()");
    run(arguments(always, later));
    assertThat(output().substring(output().indexOf("two-edits")).lines())
        .filteredOn(line -> line.contains("call PATCH"))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("  open: ").endsWith(" → (none)"),
            line ->
                assertThat(line)
                    .startsWith("  step 1 (Edit notes to a): ")
                    .contains("before a", "after a"));
  }

  @Test
  void otherEventsAreComparedByTheirResponses() throws Exception {
    write("000004", Fixtures.emailReceived());

    assertThat(compare()).isEqualTo(1);
    assertThat(output()).endsWith("4 documents: 1 differs\n");
  }

  @Test
  void aScenarioIsComparedStepByStep() throws Exception {
    Scenario scenario =
        new Scenario(
            TestExtension.invoice(),
            QueueSettings.defaults(),
            List.of(
                Acts.read(Json.read("{\"act\": \"postpone\"}")),
                Acts.read(
                    Json.read("{\"act\": \"edit\", \"path\": \"order_id\", \"text\": \"912345\"}")),
                Act.of(Acts.CONFIRM)));
    ScenarioFolder.of(folder).save("new-order", scenario);

    assertThat(compare()).isEqualTo(1);
    assertThat(output())
        .endsWith(
            """
            new-order
              step 2 (Edit order_id to 912345): field notes: "as before" → "an order of\\n\\"the\\" new kind"
              step 2 (Edit order_id to 912345): automation: "always" → "never"
              step 2 (Edit order_id to 912345): message order_id: (none) → "error: Orders with 9 are new."
              step 2 (Edit order_id to 912345): blocker order_id: (none) → "error_message: Orders with 9 are new."
              step 3 (Confirm): status: "exporting" → "reviewing"
              step 3 (Confirm): response annotation_content.confirm: "200" → (none)
              step 3 (Confirm): refused: (none) → "There is an error on 'order_id': Orders with 9 are new."
            4 documents: 2 differ
            """);
  }

  @Test
  void whatDiffersAlreadyWhenAScenarioOpensIsSaidOnce() throws Exception {
    Fixture document = Fixtures.invoiceWithSchema().withField("order_id", "912345");
    ScenarioFolder.of(folder)
        .save(
            "new-order",
            new Scenario(document, QueueSettings.defaults(), List.of(Act.of(Acts.CONFIRM))));

    compare();
    assertThat(output())
        .endsWith(
            """
            new-order
              open: field notes: "as before" → "an order of\\n\\"the\\" new kind"
              open: automation: "always" → "never"
              open: blocker order_id: (none) → "error_message: Orders with 9 are new."
              open: message order_id: (none) → "error: Orders with 9 are new."
              step 1 (Confirm): status: "exporting" → "reviewing"
              step 1 (Confirm): response annotation_content.confirm: "200" → (none)
              step 1 (Confirm): refused: (none) → "There is an error on 'order_id': Orders with 9 are new."
            4 documents: 2 differ
            """);
  }

  private static LoadedEndpoint load(Project project) throws FactoryException {
    List<Path> classPath = List.of(project.testClasses(), project.classes());
    return LoadedEndpoint.of(
        Project.FACTORY, ExtensionLoader.of(classPath, Compare.class.getClassLoader()));
  }

  @Test
  void bothBuildsAreClosedAtTheEnd() throws Exception {
    LoadedEndpoint before = load(old);
    LoadedEndpoint after = load(now);

    new Comparison(before, after, TestExtension.SECRET).close();
    assertThat(before.endpoint().isClosed()).isTrue();
    assertThat(after.endpoint().isClosed()).isTrue();
  }

  @Test
  void aDocumentThatCannotBeReadFailsTheComparison() throws Exception {
    Files.writeString(folder.resolve("000004.json"), "[");

    assertThat(compare()).isEqualTo(2);
    assertThat(errors()).startsWith("000004: ").contains("000004.json");
    assertThat(output()).endsWith("4 documents: 1 differs, 1 cannot be compared\n");
  }

  @Test
  void aClassPathWithoutTheFactoryIsSaid() throws Exception {
    String arguments = Project.FACTORY + " " + folder + " --after " + now.classes();
    int status =
        Compare.run(
            CompareArguments.of(List.of(arguments.split(" ", -1))),
            TestExtension.SECRET,
            new PrintStream(output, true, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8));

    assertThat(status).isEqualTo(2);
    assertThat(errors())
        .isEqualTo(
            "--before: The class com.example.Factory is missing. Compile it, or check the class"
                + " path.\n");
  }

  /** As a pipeline starts it. The program has the build after on its class path. */
  private Process program(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(now) + File.pathSeparator + TestClassPath.text(),
                Compare.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder program = new ProcessBuilder(command);
    program.environment().put("ROSSUM_HOOK_SECRET", TestExtension.SECRET.reveal());
    program.redirectError(folder.resolve("errors.txt").toFile());
    program.redirectOutput(folder.resolve("output.txt").toFile());
    Process started = program.start();
    return started;
  }

  private int status(String... arguments) throws Exception {
    Process program = program(arguments);
    try {
      assertThat(program.waitFor(100, TimeUnit.SECONDS)).isTrue();
      return program.exitValue();
    } finally {
      program.destroyForcibly();
    }
  }

  @Test
  void theExitStatusSaysWhetherSomethingDiffers() throws Exception {
    assertThat(status(Project.FACTORY, folder.toString(), "--before", classPath(old))).isEqualTo(1);
    assertThat(folder.resolve("output.txt")).content().endsWith("3 documents: 1 differs\n");

    assertThat(status(Project.FACTORY, folder.toString(), "--before", classPath(now))).isZero();
    assertThat(folder.resolve("output.txt")).hasContent("3 documents: 0 differ\n");

    assertThat(status(Project.FACTORY, folder.toString())).isEqualTo(2);
    assertThat(folder.resolve("errors.txt"))
        .content()
        .contains("Expected --before or --after: otherwise nothing can differ.", "Usage: Compare");
  }
}
