package io.github.rossumext.maven.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.maven.project.GoalException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassConstantsTest {
  @TempDir Path directory;

  /** A class with constants of each kind, and a name that is not a constant. */
  static final class Sample {
    static final long LONG = 0x1234_5678_9ABCL;
    static final double DOUBLE = 1.5;
    static final String NAMED = "sample_constant";

    static String text(String argument_name) {
      Runnable lambda = () -> System.getProperty("sample_in_lambda");
      lambda.run();
      return switch (argument_name) {
        case "sample_case" -> "sample_" + LONG + argument_name + DOUBLE;
        default -> "Größe";
      };
    }
  }

  private static Path classes() {
    try {
      return Path.of(
          ClassConstantsTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theConstantsOfAClassAreFound() {
    assertThat(Sample.text("sample_case")).isNotEmpty();
    Set<String> found =
        ClassConstants.of(classes(), file -> file.endsWith("ClassConstantsTest$Sample.class"));
    assertThat(found)
        .contains("sample_constant", "sample_in_lambda", "sample_case", "Größe")
        .doesNotContain("argument_name", "text", "NAMED");
  }

  @Test
  void aDirectoryThatIsMissingHasNone() {
    assertThat(ClassConstants.of(directory.resolve("none"), file -> true)).isEmpty();
  }

  @Test
  void everyClassOfTheJdkCanBeRead() throws IOException {
    Path base = Path.of(URI.create("jrt:/java.base/java/lang"));
    int number = 0;
    try (var files = Files.newDirectoryStream(base, "S*.class")) {
      for (Path file : files) {
        Files.copy(file, directory.resolve(file.getFileName().toString()));
        number++;
      }
    }
    assertThat(number).isGreaterThan(20);
    assertThat(ClassConstants.of(directory, file -> true)).contains("java.security.manager");
  }

  @Test
  void anythingElseIsRefused() throws IOException {
    Files.writeString(directory.resolve("A.class"), "not a class file");
    assertThatThrownBy(() -> ClassConstants.of(directory, file -> true))
        .isInstanceOf(GoalException.class)
        .hasMessageContaining("A.class is not a class file");
  }
}
