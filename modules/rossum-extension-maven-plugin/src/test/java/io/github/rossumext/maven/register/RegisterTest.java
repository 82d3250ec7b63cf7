package io.github.rossumext.maven.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.maven.project.Goal;
import io.github.rossumext.maven.project.GoalException;
import io.github.rossumext.maven.project.Project;
import io.github.rossumext.maven.project.ProjectJson;
import io.github.rossumext.maven.project.Report;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.api.ApiExchange;
import io.github.rossumext.testkit.api.RossumApiStub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with a project in a directory of its own, and Rossum's API in the process. */
abstract class RegisterTest implements AutoCloseable {
  static final String QUEUE = "https://papierhaus.rossum.example/api/v1/queues/19055";
  static final String SECRET = "marked-hook-secret";
  static final String ERP = "marked-erp-password";

  static final String HOOK =
      """
      {
        "name": "Vendor matching",
        "type": "webhook",
        "queues": ["${INVOICES}"],
        "events": ["annotation_content.initialize", "annotation_content.updated"],
        "sideload": ["schemas"],
        "config": {"url": "${EXTENSION_URL}", "secret": "${ROSSUM_HOOK_SECRET}", "timeout_s": 20},
        "settings": {"tolerance": 0.01},
        "secrets": {"erp_password": "${ERP_PASSWORD}"}
      }
      """;

  @TempDir Path directory;

  final RossumApiStub api = RossumApiStub.create();
  final Map<String, String> variables =
      new HashMap<>(Map.of("ROSSUM_HOOK_SECRET", SECRET, "ERP_PASSWORD", ERP));
  final StringBuilder output = new StringBuilder();
  String token = "";

  RegisterTest() {
    api.add(Fixtures.invoiceWithSchema().withStatus(AnnotationStatus.TO_REVIEW));
  }

  @AfterEach
  @Override
  public final void close() {
    try (api) {
      assertThat(api.unseenProblems()).isEmpty();
      assertNoSecret();
    }
  }

  /** Looks for the marked secrets in every file and in all that was printed. */
  private void assertNoSecret() {
    assertThat(output.toString()).doesNotContain("marked-", "stubtoken");
    try (var files = Files.walk(directory)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> assertThat(file).content().doesNotContain("marked-", "stubtoken"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file of the project. */
  final void write(String path, String text) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a project with one hook and the environment {@code test}. */
  final void writeProject() {
    write("rossum/hook.json", HOOK);
    writeEnvironment("test", "https://hooks.example/rossum");
  }

  final void writeEnvironment(String name, String extension) {
    write(
        "rossum/env/" + name + ".properties",
        "ROSSUM_URL=" + api.baseUrl() + "\nEXTENSION_URL=" + extension + "\nINVOICES=" + QUEUE);
  }

  final String read(String path) {
    try {
      return Files.readString(directory.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  final JsonNode state() {
    return json(read("rossum/state/test.json"));
  }

  static JsonNode json(String text) {
    try {
      return ProjectJson.MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  final Project project(String environment) {
    // A token of its own, because a client limits the calls of each.
    variables.put("ROSSUM_TOKEN", token.isEmpty() ? api.token().reveal() : token);
    return Project.of(
        directory,
        directory.resolve("target"),
        List.of(directory.resolve("target/classes")),
        environment,
        variables);
  }

  /** Runs a goal in the environment {@code test}, and returns what it prints. */
  final String run(Goal goal) {
    return run("test", goal);
  }

  final String run(String environment, Goal goal) {
    return run(environment, goal, text -> {});
  }

  /**
   * Runs a goal.
   *
   * @param meanwhile is told each line before the goal goes on
   */
  final String run(String environment, Goal goal, Consumer<String> meanwhile) {
    int start = output.length();
    try {
      goal.run(project(environment), new Printed(meanwhile));
    } catch (GoalException e) {
      output.append(e.getMessage()).append('\n');
      throw e;
    }
    return output.substring(start);
  }

  private final class Printed implements Report {
    private final Consumer<String> meanwhile;

    Printed(Consumer<String> meanwhile) {
      this.meanwhile = meanwhile;
    }

    @Override
    public void info(String text) {
      output.append(text).append('\n');
      meanwhile.accept(text);
    }

    @Override
    public void warning(String text) {
      output.append("WARNING: ").append(text).append('\n');
    }

    @Override
    public void error(String text) {
      output.append("ERROR: ").append(text).append('\n');
    }
  }

  static Goal plan() {
    return Registration.plan("org.example:vendor", "");
  }

  static Goal apply() {
    return Registration.apply("org.example:vendor", "", "", false);
  }

  static Goal applyWithSecrets(String names) {
    return Registration.apply("org.example:vendor", names, "", false);
  }

  static Goal applyAccepting(String ids) {
    return Registration.apply("org.example:vendor", "", ids, false);
  }

  /** The hooks in Rossum. */
  final JsonNode hooks() {
    return json(api.get("/v1/hooks").text()).path("results");
  }

  final JsonNode hook() {
    assertThat(hooks()).hasSize(1);
    return hooks().get(0);
  }

  /** The requests that change something, so far. */
  final List<String> changes() {
    return api.exchanges().stream()
        .map(ApiExchange::methodAndPath)
        .filter(each -> !each.startsWith("GET "))
        .filter(each -> !each.endsWith("/schemas/validate"))
        .toList();
  }
}
