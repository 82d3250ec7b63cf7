package io.github.rossumext.maven.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.maven.project.GoalException;
import io.github.rossumext.maven.project.Project;
import io.github.rossumext.testkit.internal.JsonSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares the files of a project with Rossum. It changes nothing. */
final class Planner {
  private final Project project;
  private final Account account;
  private final State state;
  private final Marker marker;
  private final SecretChoice choice;

  Planner(Project project, Account account, State state, Marker marker, SecretChoice choice) {
    this.project = project;
    this.account = account;
    this.state = state;
    this.marker = marker;
    this.choice = choice;
  }

  /** Returns the plan for these hooks and the schema. */
  Plan plan(List<DesiredHook> hooks) {
    choice.check(hooks);
    Found found = new Found(account, state, marker);
    List<HookPlan> plans = new ArrayList<>();
    for (DesiredHook hook : hooks) {
      Optional<ObjectNode> actual = found.find(hook);
      plans.add(actual.isPresent() ? changed(hook, actual.get()) : created(hook));
    }
    Optional<SchemaPlan> schema = new SchemaPlanner(project, account, state).plan(hooks);
    return new Plan(project.environment().name(), account.url(), schema, plans, withoutFile(hooks));
  }

  /** Names the hooks whose files are gone: they stay in Rossum. */
  private List<String> withoutFile(List<DesiredHook> hooks) {
    Map<String, State.Applied> left = new TreeMap<>(state.hooks());
    hooks.forEach(hook -> left.remove(hook.name()));
    List<String> notes = new ArrayList<>();
    left.forEach(
        (name, applied) ->
            notes.add(
                "The hook \""
                    + name
                    + "\" ("
                    + applied.id()
                    + ") of the state has no file any more. These goals delete nothing: delete it in"
                    + " Rossum, and then its lines in the state file."));
    return notes;
  }

  private static HookPlan created(DesiredHook hook) {
    List<String> notes = new ArrayList<>();
    for (String name : hook.secrets().missing()) {
      notes.add(
          name
              + ": the variable "
              + hook.secrets().variable(name)
              + " is not set. apply needs it to create the hook.");
    }
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    notes.addAll(refusedSettings(hook, nothing));
    return new HookPlan(
        hook, 0, nothing, HookDiff.of(hook.json(), nothing), hook.secrets().names(), notes);
  }

  private HookPlan changed(DesiredHook hook, ObjectNode found) {
    long id = found.path("id").asLong();
    if (found.path(HookFields.CONFIG).path("private").asBoolean(false)) {
      throw new GoalException(
          "Hook " + id + " is private: Rossum does not show its URL, so it cannot be compared.");
    }
    ObjectNode actual = HookFields.withoutSecrets(found);
    List<String> notes = new ArrayList<>();
    List<FieldChange> changes = HookDiff.of(hook.json(), actual);
    for (FieldChange change : changes) {
      if (HookFields.FIXED.contains(change.path())) {
        throw new GoalException(
            "The field "
                + change.path()
                + " of hook "
                + id
                + " is "
                + change.before()
                + " and cannot become "
                + change.after()
                + ". Change the file, or delete the hook in Rossum.");
      }
    }
    JsonNode dev = Marker.dev(actual);
    if (dev.isObject()) {
      notes.add(DevSession.explain(id, actual));
    }
    drift(hook, found).ifPresent(notes::add);
    notes.addAll(refusedSettings(hook, actual));
    List<String> sent = choice.sent(hook.secrets().names());
    Collection<String> known = known(id);
    for (String name : hook.secrets().names()) {
      boolean isKnown =
          name.startsWith(HookFields.SECRETS + ".")
              ? known.contains(name.substring(HookFields.SECRETS.length() + 1))
              : state.hook(hook.name()).filter(it -> it.secrets().contains(name)).isPresent();
      if (!isKnown && !sent.contains(name)) {
        notes.add(
            name
                + " was never sent from this project. -Drossum.secrets="
                + name
                + " sends it, from "
                + hook.secrets().variable(name)
                + ".");
      }
    }
    return new HookPlan(hook, id, actual, changes, sent, notes);
  }

  /** Says which settings do not fit the schema that the hook will have. */
  private static List<String> refusedSettings(DesiredHook hook, ObjectNode actual) {
    String key = "settings_schema";
    JsonNode schema = hook.json().has(key) ? hook.json().path(key) : actual.path(key);
    JsonNode settings =
        hook.json().has("settings") ? hook.json().path("settings") : actual.path("settings");
    return settings.isMissingNode()
        ? List.of()
        : JsonSchema.problems("settings", schema, settings, part -> false).stream()
            .map(problem -> "Rossum refuses it: " + problem)
            .toList();
  }

  private Collection<String> known(long id) {
    Set<String> names = new TreeSet<>(account.client().hooks().secretNames(id));
    return names;
  }

  /** Says if somebody changed a hook in Rossum after the last apply. */
  private Optional<String> drift(DesiredHook hook, ObjectNode found) {
    return state
        .hook(hook.name())
        .filter(last -> !last.hash().isEmpty())
        .filter(last -> last.id() == found.path("id").asLong())
        .filter(last -> !last.hash().equals(HookFields.hash(found)))
        .map(
            last ->
                "drift: it was changed in Rossum after the last apply, last at "
                    + found.path("modified_at").asText("an unknown time")
                    + " by "
                    + found.path("modified_by").asText("somebody"));
  }
}
