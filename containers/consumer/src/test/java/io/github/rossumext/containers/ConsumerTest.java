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

  @TempDir Path classes;

  @Test
  void runsOnTheModulePath() throws Exception {
    compile("--module-path", JARS.toString(), sources());
    String output =
        Jdk.java(
            "--module-path",
            classes + File.pathSeparator + JARS,
            "--module",
            "com.acme.rules/com.acme.rules.Program");
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
        Jdk.java("--class-path", classes + File.pathSeparator + jars, "com.acme.rules.Program");
    assertThat(output).contains("unnamed module");
    assertResponded(output);
  }

  private static void assertResponded(String output) {
    assertThat(output)
        .contains(System.lineSeparator() + "200" + System.lineSeparator())
        .contains("Settings[tolerance=0.01, companyCode=DE01]");
  }

  private void compile(String pathOption, String path, List<String> sources) {
    List<String> files = new ArrayList<>(List.of(pathOption, path));
    files.addAll(sources);
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
