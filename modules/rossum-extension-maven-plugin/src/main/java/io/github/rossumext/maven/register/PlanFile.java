package io.github.rossumext.maven.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.maven.project.GoalException;
import io.github.rossumext.maven.project.Project;
import io.github.rossumext.maven.project.ProjectJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code plan} showed, for {@code apply}: a hash in the target directory. Without it, {@code
 * apply} makes a plan of its own.
 */
final class PlanFile {
  private static final String DIGEST = "digest";
  private static final String MODIFIED = "modified_at";

  private final Path file;

  private PlanFile(Path file) {
    this.file = file;
  }

  static PlanFile of(Project project) {
    return new PlanFile(
        project.target().resolve("rossum-plan-" + project.environment().name() + ".json"));
  }

  void write(Plan plan) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put(DIGEST, plan.digest());
    ObjectNode modified = json.putObject(MODIFIED);
    plan.modified().forEach(modified::put);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, json.toPrettyString() + "\n");
    } catch (IOException e) {
      throw new GoalException(file + " cannot be written: " + e + ".", e);
    }
  }

  /**
   * Checks that a plan is the one that was shown.
   *
   * @throws GoalException if it is another one
   */
  void check(Plan plan) {
    if (!Files.exists(file)) {
      return;
    }
    JsonNode shown = ProjectJson.read(file);
    if (shown.path(DIGEST).asText("").equals(plan.digest())) {
      return;
    }
    List<String> modified = new ArrayList<>();
    plan.modified()
        .forEach(
            (title, time) -> {
              if (!shown.path(MODIFIED).path(title).asText("").equals(time)) {
                modified.add(title);
              }
            });
    delete(); // the next plan or apply starts again
    throw new GoalException(
        "This is not what plan showed: "
            + (modified.isEmpty()
                ? "the files, the variables or the flags are others now"
                : String.join(", ", modified) + " changed in Rossum since")
            + ". Nothing was applied. Run plan again.");
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new GoalException(file + " cannot be deleted: " + e + ".", e);
    }
  }
}
