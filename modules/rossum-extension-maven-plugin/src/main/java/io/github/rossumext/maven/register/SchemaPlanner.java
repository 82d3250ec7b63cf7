package io.github.rossumext.maven.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.client.RossumApiException;
import io.github.rossumext.maven.project.GoalException;
import io.github.rossumext.maven.project.Project;
import io.github.rossumext.maven.project.ProjectJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares the schema of a project with that of its queues. It changes nothing. */
final class SchemaPlanner {
  /** The name in the environment of the schema's URL, if the queues have several. */
  static final String URL = "SCHEMA_URL";

  private final Project project;
  private final Account account;
  private final State state;

  SchemaPlanner(Project project, Account account, State state) {
    this.project = project;
    this.account = account;
    this.state = state;
  }

  /** Returns the plan; empty if the project has no schema. */
  Optional<SchemaPlan> plan(Collection<DesiredHook> hooks) {
    return project.schema().map(file -> plan(file, hooks));
  }

  private SchemaPlan plan(Path file, Collection<DesiredHook> hooks) {
    JsonNode desired = ProjectJson.read(file);
    JsonNode content = desired.isArray() ? desired : desired.path("content");
    if (!content.isArray() || content.isEmpty()) {
      throw new GoalException(
          file + " has no sections. Expected a list, or an object with content.");
    }
    ObjectNode actual = account.schema(id(hooks));
    AuthorCode code = AuthorCode.of(project);
    List<SchemaChange> changes =
        new ArrayList<>(SchemaDiff.of(actual.path("content"), content, code.texts()));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("content", content);
    JsonNode name = desired.path("name");
    if (name.isTextual() && !JsonForm.isSame(actual.path("name"), name)) {
      body.set("name", name);
      changes.add(
          new SchemaChange(
              '~',
              "name",
              "name",
              JsonForm.shown(actual.path("name")) + " -> " + name,
              Set.of(Effect.SAFE)));
    }
    List<String> notes = new ArrayList<>();
    drift(actual).ifPresent(notes::add);
    if (!changes.isEmpty()) {
      code.gap()
          .ifPresent(
              gap ->
                  notes.add(
                      gap
                          + ", so not every change that touches rules is known. Compile code that"
                          + " fits the schema in Rossum, and run plan again"));
      ObjectNode asked = body.deepCopy().put("id", actual.path("id").asLong());
      asked.set("name", body.has("name") ? body.path("name") : actual.path("name"));
      account.problems(asked).ifPresent(problems -> notes.add("Rossum refuses it: " + problems));
    }
    return new SchemaPlan(actual, body, changes, queues(actual.path("queues")), notes);
  }

  private long id(Collection<DesiredHook> hooks) {
    Optional<String> url = project.environment().find(URL);
    if (url.isPresent()) {
      return Account.id(JsonNodeFactory.instance.textNode(url.get()));
    }
    if (state.schema().isPresent()) {
      return state.schema().get().id();
    }
    Set<Long> found = new TreeSet<>();
    for (DesiredHook hook : hooks) {
      for (JsonNode queue : hook.json().path("queues")) {
        found.add(Account.id(account.queue(queue.asText()).path("schema")));
      }
    }
    if (found.size() != 1) {
      throw new GoalException(
          (found.isEmpty()
                  ? "No hook has a queue, so the schema in Rossum is unknown"
                  : "The queues of the hooks have " + found.size() + " schemas: " + found)
              + ". Add "
              + URL
              + "=<URL of the schema> to "
              + project.environment().file()
              + ".");
    }
    return found.iterator().next();
  }

  private Optional<String> drift(ObjectNode actual) {
    return state
        .schema()
        .filter(last -> last.id() == actual.path("id").asLong())
        .filter(last -> !last.hash().equals(hash(actual)))
        .map(
            last ->
                "drift: it was changed in Rossum after the last apply, last at "
                    + actual.path("modified_at").asText("an unknown time")
                    + " by "
                    + actual.path("modified_by").asText("somebody"));
  }

  /** Returns the hash of what can change. */
  static String hash(ObjectNode schema) {
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    kept.set("name", schema.path("name"));
    kept.set("content", schema.path("content"));
    return JsonForm.hash(kept);
  }

  /** Returns the queues of the schema, each with the number of its annotations. */
  private List<String> queues(JsonNode urls) {
    List<String> lines = new ArrayList<>();
    for (JsonNode url : urls) {
      try {
        ObjectNode queue = account.queue(url.asText());
        long annotations = 0;
        for (JsonNode count : queue.path("counts")) {
          annotations += count.asLong();
        }
        lines.add(
            "queue \""
                + queue.path("name").asText()
                + "\" ("
                + queue.path("id").asText()
                + "): "
                + (queue.path("counts").isObject() ? annotations : "an unknown number of")
                + (annotations == 1 ? " annotation" : " annotations"));
      } catch (RossumApiException.NotFound | RossumApiException.Forbidden e) {
        lines.add("queue " + Account.id(url) + ", which the owner of the token may not see");
      }
    }
    return lines;
  }
}
