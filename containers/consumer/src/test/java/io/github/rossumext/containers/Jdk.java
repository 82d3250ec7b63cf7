package io.github.rossumext.containers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tools of the JDK that runs the tests, each in a process of its own. */
final class Jdk {
  private Jdk() {}

  /** Runs a tool with its arguments, and returns what it prints. */
  static String run(List<String> tool, List<String> further) throws Exception {
    List<String> command = new ArrayList<>(tool);
    command.addAll(further);
    command.set(0, Path.of(System.getProperty("java.home"), "bin", tool.get(0)).toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
