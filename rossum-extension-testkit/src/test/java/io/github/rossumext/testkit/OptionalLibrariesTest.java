package io.github.rossumext.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever does not use AssertJ and JUnit does not need them on the path. */
class OptionalLibrariesTest {
  private static final List<String> NEEDED = List.of("jackson-", "slf4j-api-", "rossum-extension-");

  private static boolean isNeeded(String entry) {
    String name = new File(entry).getName();
    return name.endsWith("classes") || NEEDED.stream().anyMatch(name::startsWith);
  }

  @Test
  void simulatorAndRuleTestsWorkWithoutThem(@TempDir Path folder)
      throws IOException, InterruptedException {
    String path =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(OptionalLibrariesTest::isNeeded)
            .collect(Collectors.joining(File.pathSeparator));
    File output = folder.resolve("output.txt").toFile();
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                path,
                OwnTestLibrary.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    try {
      assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      program.destroyForcibly();
    }

    assertThat(output)
        .content(StandardCharsets.UTF_8)
        .endsWith("It works." + System.lineSeparator());
    assertThat(program.exitValue()).isZero();
  }
}
