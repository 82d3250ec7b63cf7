package io.github.rossumext.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.spring.guide.GuideApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplicationAotProcessor;
import org.springframework.context.aot.AbstractAotProcessor.Settings;

/** What {@code spring-boot:process-aot} writes for a native image. Nobody has built one. */
class AheadOfTimeTest {
  @Test
  void keepsTheRecordsOfRulesAndWhatTheLibraryFindsByName(@TempDir Path folder) throws IOException {
    new SpringApplicationAotProcessor(
            GuideApplication.class,
            Settings.builder()
                .sourceOutput(folder.resolve("sources"))
                .resourceOutput(folder.resolve("resources"))
                .classOutput(folder.resolve("classes"))
                .groupId("com.example")
                .artifactId("extension")
                .build(),
            new String[] {
              "--spring.main.banner-mode=off",
              "--rossum.secret=x",
              "--spring.datasource.url=jdbc:h2:mem:aot"
            })
        .process();

    assertThat(texts(folder.resolve("resources"), ".json"))
        .contains(
            "io.github.rossumext.spring.guide.OrderIdRule$Settings",
            "newVirtualThreadPerTaskExecutor",
            "rossum-extension-jdbc",
            "io.github.rossumext.spring.RossumProperties");
    assertThat(texts(folder.resolve("sources"), ".java")).contains("rossumEndpoint", "orderIdRule");
  }

  private static String texts(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(ending)).toList();
      return found.stream().map(AheadOfTimeTest::text).collect(Collectors.joining("\n"));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
