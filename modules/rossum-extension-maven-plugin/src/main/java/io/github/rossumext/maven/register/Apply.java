package io.github.rossumext.maven.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.client.RossumApiException;
import io.github.rossumext.maven.project.GoalException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Does what a plan says, object by object: the schema first, because hooks read its fields. */
final class Apply {
  private final Work work;
  private final Set<String> accepted;
  private final boolean isRestoring;
  private final List<String> done = new ArrayList<>();
  private final List<String> left = new ArrayList<>();
  private Progress progress = Progress.NOT_CHANGED;

  /** How far the change of an object has come. */
  private enum Progress {
    NOT_CHANGED,
    SENT,
    CHANGED
  }

  /**
   * Prepares a run.
   *
   * @param accepted the ids whose values documents may lose
   * @param isRestoring whether development sessions end
   */
  Apply(Work work, Set<String> accepted, boolean isRestoring) {
    this.work = work;
    this.accepted = accepted;
    this.isRestoring = isRestoring;
  }

  void run(Plan plan) {
    PlanFile file = PlanFile.of(work.project());
    file.check(plan);
    work.report().info(plan.text());
    plan.schema().ifPresent(this::checkLoss);
    plan.hooks().forEach(this::check);

    plan.schema().filter(each -> !each.isEmpty()).ifPresent(each -> left.add(each.title()));
    plan.hooks().stream().filter(each -> !each.isEmpty()).forEach(each -> left.add(each.title()));
    file.delete(); // from here on, what was shown is history
    plan.schema().ifPresent(each -> step(each.title(), each.isEmpty(), () -> apply(each)));
    for (HookPlan each : plan.hooks()) {
      step(each.title(), each.isEmpty(), () -> apply(each));
    }
    work.report()
        .info(done.isEmpty() ? "Nothing to apply." : "Applied: " + String.join(", ", done) + ".");
  }

  private void checkLoss(SchemaPlan plan) {
    Set<String> refused = new TreeSet<>(plan.lost());
    refused.removeAll(accepted);
    if (!refused.isEmpty()) {
      throw new GoalException(
          "Documents would lose the values of "
              + String.join(", ", refused)
              + ", also exported ones. Nothing was applied. If that is what you want, add"
              + " -Drossum.acceptLoss="
              + String.join(",", plan.lost())
              + ".");
    }
  }

  private void check(HookPlan plan) {
    if (!isRestoring && Marker.dev(plan.actual()).isObject()) {
      throw new GoalException(
          DevSession.explain(plan.id(), plan.actual())
              + " Nothing was applied. apply with -Drossum.restore puts it back, too.");
    }
    Collection<String> missing = new TreeSet<>(plan.desired().secrets().missing());
    missing.retainAll(plan.sent());
    if (!missing.isEmpty()) {
      throw new GoalException(
          "These secrets of the hook \""
              + plan.desired().title()
              + "\" have no value: "
              + String.join(", ", missing)
              + ". Nothing was applied. Set the variables "
              + String.join(", ", missing.stream().map(plan.desired().secrets()::variable).toList())
              + ".");
    }
  }

  private void step(String title, boolean isEmpty, Runnable change) {
    progress = Progress.NOT_CHANGED;
    try {
      change.run();
    } catch (RossumApiException e) {
      throw new GoalException(stopped(title, Work.explain(e), isUnknown(e)));
    } catch (GoalException e) {
      throw new GoalException(stopped(title, String.valueOf(e.getMessage()), true));
    } catch (IllegalArgumentException e) { // the client refuses to send a value
      throw new GoalException(stopped(title, Work.explain(e), false));
    }
    left.remove(title);
    if (!isEmpty) {
      done.add(title);
    }
  }

  /** Returns whether Rossum may have done what it was asked for, also if it says so unreadably. */
  private static boolean isUnknown(RossumApiException e) {
    return e instanceof RossumApiException.Unavailable || e.status().orElse(200) / 100 == 2;
  }

  /**
   * Says what was done and what was not.
   *
   * @param isUnknown whether a change that was sent may have been made
   */
  private String stopped(String title, String reason, boolean isUnknown) {
    List<String> rest = new ArrayList<>(left);
    rest.remove(title);
    List<String> applied = new ArrayList<>(done);
    String last = "";
    if (progress == Progress.CHANGED) {
      applied.add(title + ", which was not read again or not recorded");
    } else if (progress == Progress.SENT && isUnknown) {
      last = "\nUnknown: " + title + ", because Rossum may have acted before the call failed.";
    } else {
      last = "\nNot applied: " + title + ".";
    }
    return reason
        + "\nApplied: "
        + (applied.isEmpty() ? "nothing" : String.join(", ", applied))
        + "."
        + last
        + (rest.isEmpty() ? "" : "\nNot applied: " + String.join(", ", rest) + ".")
        + "\nRun plan again to see what is left, and then apply.";
  }

  private void apply(SchemaPlan plan) {
    ObjectNode after = plan.actual();
    if (!plan.isEmpty()) {
      checkUnchanged(plan.title(), plan.modifiedAt(), work.account().schema(plan.id()));
      changed(plan.title(), () -> work.account().changeSchema(plan.id(), plan.body()));
      after = work.account().schema(plan.id());
      List<SchemaChange> other =
          SchemaDiff.of(after.path("content"), plan.body().path("content"), Set.of());
      other.forEach(change -> work.report().warning(stored(plan.title(), change.line())));
    }
    work.state()
        .schema(
            new State.Applied(
                plan.id(),
                after.path("modified_at").asText(""),
                SchemaPlanner.hash(after),
                List.of()));
  }

  private void apply(HookPlan plan) {
    if (plan.isNew()) {
      create(plan);
    } else if (plan.isEmpty()) {
      record(plan, plan.id(), work.account().hook(plan.id()));
    } else {
      change(plan);
    }
  }

  private void create(HookPlan plan) {
    ObjectNode body = plan.desired().json().deepCopy();
    plan.desired().secrets().addTo(body, plan.sent());
    progress = Progress.SENT;
    long id = work.account().createHook(body).path("id").asLong();
    if (id == 0) {
      throw new GoalException("Rossum's response to the new hook has no id.");
    }
    progress = Progress.CHANGED;
    // First of all, so that a fault now does not make a second hook.
    work.state().hook(plan.name(), new State.Applied(id, "", "", plan.sent()));
    read(plan, id);
  }

  private void change(HookPlan plan) {
    ObjectNode actual = work.account().hook(plan.id());
    checkUnchanged(plan.title(), plan.modifiedAt(), actual);
    ObjectNode before = HookFields.withoutSecrets(actual);
    ObjectNode body = HookDiff.body(plan.desired().json(), before);
    if (plan.sent().stream().anyMatch(name -> name.startsWith(HookFields.CONFIG + "."))) {
      body.set(
          HookFields.CONFIG,
          HookDiff.merged(
              HookFields.CONFIG,
              plan.desired().json().path(HookFields.CONFIG),
              before.path(HookFields.CONFIG)));
    }
    plan.desired().secrets().addTo(body, plan.sent());
    changed(plan.title(), () -> work.account().changeHook(plan.id(), body));
    read(plan, plan.id());
  }

  /** Reads a hook again, because the response to a change may lack keys. */
  private void read(HookPlan plan, long id) {
    ObjectNode after = work.account().hook(id);
    record(plan, id, after);
    for (FieldChange change :
        HookDiff.of(plan.desired().json(), HookFields.withoutSecrets(after))) {
      work.report().warning(stored(plan.title(), change.line()));
    }
  }

  private static String stored(String title, String line) {
    return title + ": Rossum stored something else than the file has: " + line;
  }

  private void record(HookPlan plan, long id, ObjectNode after) {
    Set<String> sent = new TreeSet<>(plan.sent());
    work.state().hook(plan.name()).ifPresent(last -> sent.addAll(last.secrets()));
    work.state()
        .hook(
            plan.name(),
            new State.Applied(
                id,
                after.path("modified_at").asText(""),
                HookFields.hash(after),
                List.copyOf(sent)));
  }

  private static void checkUnchanged(String title, String planned, ObjectNode now) {
    String modified = now.path("modified_at").asText("");
    if (!modified.equals(planned)) {
      throw new GoalException(
          title
              + " was modified in Rossum since the plan, at "
              + modified
              + " by "
              + now.path("modified_by").asText("somebody")
              + ".");
    }
  }

  private void changed(String title, Runnable call) {
    progress = Progress.SENT;
    try {
      call.run();
      progress = Progress.CHANGED;
    } catch (RossumApiException e) {
      if (e.status().orElse(0) == 412) {
        progress = Progress.NOT_CHANGED;
        throw new GoalException(title + " was modified in Rossum since the plan (status 412).");
      }
      throw e;
    }
  }
}
