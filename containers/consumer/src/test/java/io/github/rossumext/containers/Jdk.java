package io.github.rossumext.containers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/** The tools of the JDK that runs the tests. */
final class Jdk {
  private Jdk() {}

  /** Compiles for Java 17. Any warning fails. */
  static void compile(Path classes, List<String> arguments) {
    List<String> all =
        new ArrayList<>(
            List.of("--release", "17", "-Xlint:all", "-Werror", "-d", classes.toString()));
    all.addAll(arguments);
    StringWriter output = new StringWriter();
    int result =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(new PrintWriter(output), new PrintWriter(output), all.toArray(String[]::new));
    assertThat(result).as(output.toString()).isZero();
  }

  /** Runs a program in a process of its own, and returns what it prints. */
  static String java(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
