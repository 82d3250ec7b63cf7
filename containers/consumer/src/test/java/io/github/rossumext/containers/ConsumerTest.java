package io.github.rossumext.containers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs a user's project with the tools of the JDK, each in a process of its own. */
class ConsumerTest {
  private static final Path PROJECT = Path.of("project");
  private static final Path JARS = Path.of(System.getProperty("jars"));

  @TempDir Path classes;

  @Test
  void runsOnTheModulePath() throws Exception {
    compile("--module-path", JARS.toString(), sources());
    String output =
        run(
            "java",
            "--module-path",
            classes + File.pathSeparator + JARS,
            "--module",
            "com.acme.rules/com.acme.rules.Program");
    assertThat(output).contains("module io.github.rossumext.servlet");
    assertResponded(output);
  }

  @Test
  void runsOnTheClassPath() throws Exception {
    String jars = JARS + File.separator + "*";
    compile(
        "--class-path",
        jars,
        sources().stream().filter(source -> !source.endsWith("module-info.java")).toList());
    String output =
        run("java", "--class-path", classes + File.pathSeparator + jars, "com.acme.rules.Program");
    assertThat(output).contains("unnamed module");
    assertResponded(output);
  }

  private static void assertResponded(String output) {
    assertThat(output)
        .contains(System.lineSeparator() + "200" + System.lineSeparator())
        .contains("Settings[tolerance=0.01, companyCode=DE01]");
  }

  private void compile(String pathOption, String path, List<String> sources) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("javac", "--release", "17", "-Xlint:all", "-Werror", "-d", classes.toString()));
    command.addAll(List.of(pathOption, path));
    command.addAll(sources);
    run(command.toArray(String[]::new));
  }

  private static List<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(PROJECT)) {
      return files
          .map(Path::toString)
          .filter(name -> name.endsWith(".java"))
          .collect(Collectors.toList());
    }
  }

  private static String run(String... command) throws Exception {
    command[0] = Path.of(System.getProperty("java.home"), "bin", command[0]).toString();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
