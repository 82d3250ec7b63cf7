package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.testkit.Fixtures;
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

/** Whoever logs with another backend than Logback does not need it on the path. */
class WithoutLogbackTest {
  private static final List<String> NEEDED =
      List.of("jackson-", "slf4j-api-", "rossum-extension-", "preact-");

  /** A program that opens a playground. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) {
      try (Playground playground =
          Playground.open(
              TestExtension.endpoint(), TestExtension.SECRET, Fixtures.invoiceWithSchema())) {
        System.out.println("It shows " + playground.exchanges().size() + " exchanges.");
      }
    }
  }

  private static boolean isNeeded(String entry) {
    String name = new File(entry).getName();
    return name.endsWith("classes") || NEEDED.stream().anyMatch(name::startsWith);
  }

  @Test
  void thePlaygroundOpens(@TempDir Path folder) throws IOException, InterruptedException {
    String path =
        Arrays.stream(TestClassPath.text().split(File.pathSeparator, -1))
            .filter(WithoutLogbackTest::isNeeded)
            .collect(Collectors.joining(File.pathSeparator));
    File output = folder.resolve("output.txt").toFile();
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                path,
                Program.class.getName())
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
        .endsWith("It shows 2 exchanges." + System.lineSeparator());
  }
}
