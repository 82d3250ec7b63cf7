package io.github.rossumext.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code generate} and {@code check} in the build of a user. */
@Tag("maven")
class GenerateAndCheckBuildTest {
  private static final String SECRET = "marked-secret-of-the-hook";

  private static final String POM = MavenBuild.pom("com.acme:extension", plugin());

  private static final String SCHEMA =
      """
      [{"category": "section", "id": "amounts", "label": "Amounts", "children": [
        {"category": "datapoint", "id": "amount_total", "label": "Total", "type": "number"}]}]
      """;

  private static final String HOOK =
      """
      {"name": "Checks", "queues": ["${QUEUE_URL}"], "events": ["annotation_content.updated"],
       "sideload": ["schemas"],
       "config": {"url": "${EXTENSION_URL}", "secret": "${ROSSUM_HOOK_SECRET}"},
       "settings_schema": {"type": "object", "properties": {"tolerance": {"type": "string"}}}}
      """;

  private static final String EXTENSION =
      """
      package com.acme;

      import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;

      import com.acme.invoice.Fields;
      import io.github.rossumext.HookEndpoint;
      import io.github.rossumext.rules.ContentRules;
      import io.github.rossumext.value.Secret;
      import java.util.function.Supplier;

      public final class Extension implements Supplier<HookEndpoint> {
        @Override
        public HookEndpoint get() {
          return HookEndpoint.builder()
              .secret(Secret.fromEnv("ROSSUM_HOOK_SECRET"))
              .on(
                  ANNOTATION_CONTENT,
                  ContentRules.of(content -> content.number(Fields.AMOUNT_TOTAL).warning("Check.")))
              .build();
        }
      }
      """;

  private static final String SETTINGS =
      """
      package com.acme;

      import io.github.rossumext.value.Tolerance;

      public record ApSettings(Tolerance tolerance) {}
      """;

  private final Path directory;

  GenerateAndCheckBuildTest(@TempDir Path directory) {
    this.directory = directory;
  }

  /** Returns how the page about the plugin declares both goals. */
  private static String plugin() {
    try {
      String page = Files.readString(Path.of("../../docs/register.md"));
      return Pattern.compile("```xml\\n(.*?)```", Pattern.DOTALL)
          .matcher(page)
          .results()
          .map(block -> block.group(1))
          .filter(block -> block.contains("<goal>generate</goal>"))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeAll
  static void prepare() {
    MavenBuild.prepare();
  }

  @BeforeEach
  void writeTheProject() {
    write("pom.xml", POM);
    write("rossum/schema.json", SCHEMA);
    write("rossum/hook.json", HOOK);
    write("src/main/java/com/acme/Extension.java", EXTENSION);
    write("src/main/java/com/acme/ApSettings.java", SETTINGS);
  }

  private void write(String file, String text) {
    try {
      Path path = directory.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String maven(boolean isSuccess, Map<String, String> variables, String... goals) {
    MavenBuild.Result result = MavenBuild.run(directory, variables, goals);
    assertThat(result.isSuccess()).as(result.output()).isEqualTo(isSuccess);
    assertThat(result.output()).doesNotContain(SECRET).doesNotContain("\tat ");
    return result.output();
  }

  private static String contents(Path directory) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  @Test
  void aBuildGeneratesCompilesAndChecks_andTheGoalByItsNameCompilesFirst() throws Exception {
    Map<String, String> secret = Map.of("ROSSUM_HOOK_SECRET", SECRET);

    assertThat(maven(true, secret, "process-classes"))
        .contains("Generated 3 classes of com.acme.invoice", "rossum:check found no mistake.")
        .doesNotContain("is not compared with the code");
    assertThat(directory.resolve("target/generated-sources/rossum/com/acme/invoice/Fields.java"))
        .content()
        .contains("AMOUNT_TOTAL = \"amount_total\"");

    write("src/main/java/com/acme/Extension.java", EXTENSION.replace("Check.", "Check it."));
    assertThat(maven(true, secret, "rossum:check"))
        .contains(
            "Recompiling the module because of changed source code",
            "rossum:check found no mistake.");
    assertThat(contents(directory)).doesNotContain(SECRET);
  }

  @Test
  void aModuleWithoutFilesIsSkipped() {
    String parent =
        "<parent><groupId>com.acme</groupId><artifactId>all</artifactId><version>1</version>"
            + "</parent>";
    write("one/pom.xml", POM.replace("<modelVersion>", parent + "<modelVersion>"));
    write("one/rossum/schema.json", SCHEMA);
    write("one/src/main/java/com/acme/Extension.java", EXTENSION);
    write("one/src/main/java/com/acme/ApSettings.java", SETTINGS);
    write(
        "two/pom.xml",
        MavenBuild.pom("com.acme:two", "").replace("<modelVersion>", parent + "<modelVersion>"));
    write(
        "pom.xml",
        MavenBuild.pom("com.acme:all", "")
            .replace(
                "<version>1</version>",
                "<version>1</version><packaging>pom</packaging><modules><module>one</module>"
                    + "<module>two</module></modules>"));

    assertThat(maven(true, Map.of(), "rossum:check"))
        .contains(
            "rossum:check found no mistake.",
            "Skipped, because this module has no directory rossum.");
  }

  @Test
  void aMisspeltFieldDoesNotCompile() {
    write("rossum/schema.json", SCHEMA.replace("amount_total", "total_amount"));

    assertThat(maven(false, Map.of(), "process-classes"))
        .contains("cannot find symbol", "AMOUNT_TOTAL");
  }

  @Test
  void aHookThatNeverReachesItsHandlerFailsTheBuild() {
    write(
        "rossum/hook.json",
        HOOK.replace("annotation_content.updated", "annotation_status.changed"));

    assertThat(maven(false, Map.of("ROSSUM_HOOK_SECRET", SECRET), "process-classes"))
        .contains(
            "rossum/hook.json: events: The code does not handle 'annotation_status.changed'",
            "The code handles 'annotation_content', but the hook does not have it",
            "rossum:check found 2 mistakes");
  }

  @Test
  void withoutTheSecretTheGoalSaysWhyAndChecksTheRest() {
    assertThat(maven(true, Map.of(), "process-classes"))
        .contains(
            "[WARNING] rossum/hook.json is not compared with the code.",
            "ROSSUM_HOOK_SECRET",
            "Set the variable to any text",
            "Or check the hook in a test",
            "rossum:check found no mistake in the files. The code was not compared");
  }
}
