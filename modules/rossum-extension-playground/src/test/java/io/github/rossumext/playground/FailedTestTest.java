package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A failing JUnit test is opened in the playground, in a program of its own as in a build. */
class FailedTestTest {
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() {
    started.forEach(Process::destroyForcibly);
  }

  private Process run(Class<?> test, String classPath, List<String> options, boolean isInCi)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, FailureInChild.class.getName(), test.getName()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("CI");
    if (isInCi) {
      builder.environment().put("CI", "true");
    }
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private static List<String> asked(String limit) {
    return List.of("-Drossum.playground=failed", "-Drossum.playground.limit=" + limit);
  }

  private static String output(Process process) throws IOException {
    try (BufferedReader lines = process.inputReader()) {
      return lines.lines().collect(Collectors.joining("\n"));
    }
  }

  /** Returns the URL that the program prints. */
  private static URI url(BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int url = line.indexOf("http://127.0.0.1:");
      if (line.startsWith("Playground: ") && url > 0) {
        return URI.create(line.substring(url));
      }
    }
    throw new AssertionError("The program has printed no URL.");
  }

  @Test
  void thePageShowsTheStateAndTheFailureUntilDone() throws Exception {
    Process process = run(FailureInChild.Wrong.class, TestClassPath.text(), asked("PT5M"), false);
    try (BufferedReader lines = process.inputReader()) {
      Screen screen = Screen.at(url(lines));

      screen.awaitAlert("Wrong, theNotesAreRead(RossumSimulator) failed.");
      screen.awaitAlert("error 'Read the notes.'");
      assertThat(screen.value(screen.field("notes"))).isEqualTo("seen by the test");
      screen.awaitAlert("Read the notes.");
      screen.enter(screen.field("notes"), "tried by the user");
      screen.await(() -> screen.texts("#tab-Scenario .count").contains("1"));

      screen.assertQuiet(); // before the server ends, which a request of the page may meet

      screen.button("Done").click();

      screen.await(() -> screen.status().equals("The playground has ended."));
      List<String> rest = lines.lines().toList();
      assertThat(rest).anyMatch(line -> line.startsWith("FAILED: "));
      assertThat(rest).last().isEqualTo("ENDED");
    }
  }

  @Test
  void aFailureThatTheTestDidNotSeeIsOpenedAndStaysAFailure() throws Exception {
    Process process =
        run(FailureInChild.Unseen.class, TestClassPath.text(), asked("PT0.2S"), false);

    String output = output(process);

    assertThat(output).contains("Playground: Unseen, theRequestFails(RossumSimulator) failed.");
    assertThat(output)
        .contains("FAILED: java.lang.AssertionError: A request failed, and the test did not look");
  }

  @Test
  void nobodyIsWaitedForLongerThanTheLimit() throws Exception {
    Process process = run(FailureInChild.Wrong.class, TestClassPath.text(), asked("PT0.2S"), false);

    assertThat(output(process)).contains("Look at it, and press Done: http://127.0.0.1:", "ENDED");
  }

  @Test
  void underCiNobodyIsWaitedFor() throws Exception {
    Process process = run(FailureInChild.Wrong.class, TestClassPath.text(), asked("PT5M"), true);

    assertThat(output(process))
        .contains("Playground: CI is set, so no failed test is opened in the playground.", "ENDED")
        .doesNotContain("http://");
  }

  @Test
  void withoutTheModuleItSaysHowToAddIt() throws Exception {
    String own = Path.of("target", "classes").toAbsolutePath().toString();
    String without =
        Arrays.stream(TestClassPath.text().split(File.pathSeparator, -1))
            .filter(entry -> !Path.of(entry).toAbsolutePath().toString().equals(own))
            .collect(Collectors.joining(File.pathSeparator));

    assertThat(output(run(FailureInChild.Wrong.class, without, asked("PT5M"), false)))
        .contains(
            "Playground: To open a failed test in the playground, add the dependency"
                + " io.github.rossumext:rossum-extension-playground with the scope test.",
            "ENDED");
  }

  @ParameterizedTest
  @CsvSource({"-Dother=failed", "-Drossum.playground=no"})
  void withoutTheSwitchNothingIsOpened(String option) throws Exception {
    Process process = run(FailureInChild.Wrong.class, TestClassPath.text(), List.of(option), false);

    assertThat(output(process)).contains("ENDED").doesNotContain("Playground:");
  }

  @Test
  void aLimitThatIsNoneIsSaid() throws Exception {
    assertThat(output(run(FailureInChild.Wrong.class, TestClassPath.text(), asked("soon"), false)))
        .contains(
            "Playground: The failed test cannot be opened",
            "Expected a duration such as PT30M in rossum.playground.limit, but found 'soon'.",
            "ENDED");
  }
}
