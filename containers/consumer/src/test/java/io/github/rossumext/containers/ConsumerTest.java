package io.github.rossumext.containers;

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

/** Compiles and runs a user's project with the tools of the JDK. */
class ConsumerTest {
  private static final Path PROJECT = Path.of("project");
  private static final Path JARS = Path.of(System.getProperty("jars"));
  private static final List<String> WITH_TESTKIT = // as a tool adds it to run tests
      List.of(
          "--add-modules=io.github.rossumext.testkit",
          "--add-reads=com.acme.rules=io.github.rossumext.testkit");

  @TempDir Path classes;
  @TempDir Path recordings;

  @Test
  void runsOnTheModulePath() throws Exception {
    List<String> withTestkit = new ArrayList<>(WITH_TESTKIT);
    withTestkit.addAll(sources());
    compile("--module-path", JARS.toString(), withTestkit);
    List<String> arguments = new ArrayList<>(WITH_TESTKIT);
    arguments.addAll(
        List.of(
            "--module-path",
            classes + File.pathSeparator + JARS,
            "--module",
            "com.acme.rules/com.acme.rules.Program",
            recordings.toString()));
    String output = Jdk.java(arguments.toArray(String[]::new));
    assertThat(output).contains("module io.github.rossumext.servlet");
    assertResponded(output);
  }

  @Test
  void runsOnTheClassPath() throws Exception {
    String jars;
    try (Stream<Path> files = Files.list(JARS)) {
      jars = files.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
    compile(
        "--class-path",
        jars,
        sources().stream().filter(source -> !source.endsWith("module-info.java")).toList());
    String output =
        Jdk.java(
            "--class-path",
            classes + File.pathSeparator + jars,
            "com.acme.rules.Program",
            recordings.toString());
    assertThat(output).contains("unnamed module");
    assertResponded(output);
  }

  /** JUnit and AssertJ are not among the jars. */
  private void assertResponded(String output) {
    assertThat(recordings).isDirectoryContaining("glob:**.json");
    assertThat(output)
        .contains(System.lineSeparator() + "200" + System.lineSeparator())
        .contains("Settings[tolerance=0.01, companyCode=DE01]");
  }

  private void compile(String pathOption, String path, List<String> arguments) {
    List<String> files = new ArrayList<>(List.of(pathOption, path));
    files.addAll(arguments);
    Jdk.compile(classes, files);
  }

  private static List<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(PROJECT)) {
      return files
          .map(Path::toString)
          .filter(name -> name.endsWith(".java"))
          .collect(Collectors.toList());
    }
  }
}
