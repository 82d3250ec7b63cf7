package io.github.rossumext.maven.register;

import io.github.rossumext.client.RossumApiException;
import io.github.rossumext.maven.project.Goal;
import io.github.rossumext.maven.project.GoalException;
import io.github.rossumext.maven.project.HookFile;
import io.github.rossumext.maven.project.Project;
import java.util.ArrayList;
import java.util.List;

/**
 * What the goals that call Rossum share.
 *
 * @param hooks the hooks of the project, with their holes filled
 */
record Work(
    Project project,
    Account account,
    State state,
    Marker marker,
    List<DesiredHook> hooks,
    Discretion report) {
  /** A goal that calls Rossum. */
  interface Step {
    void run(Work work);
  }

  /**
   * Returns a goal. A failed call ends it with a text that holds no secret.
   *
   * @param name the name of the project, which marks its hooks
   */
  static Goal goal(String name, Step step) {
    return (project, report) -> {
      Discretion discretion = new Discretion(report);
      try {
        step.run(open(name, project, discretion));
      } catch (RossumApiException e) {
        // The cause is left out, because a log may print its text.
        throw new GoalException(discretion.clean(explain(e)));
      } catch (IllegalArgumentException e) {
        // A client refuses what it cannot send, such as a URL of something else.
        throw new GoalException(discretion.clean(explain(e)));
      } catch (GoalException e) {
        throw new GoalException(discretion.clean(String.valueOf(e.getMessage())));
      }
    };
  }

  private static Work open(String name, Project project, Discretion report) {
    Account account = Account.of(project.environment());
    report.keep(List.of(account.token()));
    Marker marker = new Marker(name, project.environment().name());
    List<DesiredHook> hooks = new ArrayList<>();
    for (HookFile file : project.hooks()) {
      report.keep(HookSecrets.of(file, project.environment()).values());
      hooks.add(DesiredHook.of(file, project.environment(), marker));
    }
    if (hooks.isEmpty() && project.schema().isEmpty()) {
      throw new GoalException(
          "The project has no hook and no schema. Create "
              + project.shown(project.rossum().resolve("hook.json"))
              + ".");
    }
    return new Work(project, account, State.read(project.state()), marker, hooks, report);
  }

  /** Says what a failed call means. */
  static String explain(RossumApiException e) {
    String text = String.valueOf(e.getMessage());
    if (e instanceof RossumApiException.Unauthorized) {
      return text + " Is " + Account.TOKEN + " a token of this organization, and still valid?";
    }
    if (e instanceof RossumApiException.Forbidden) {
      return text + " The owner of the token needs the role of an admin.";
    }
    return text;
  }

  /** Says what the client refuses to send. */
  static String explain(IllegalArgumentException e) {
    return "A value of the project's files cannot be sent to Rossum: " + e.getMessage();
  }

  /** Returns the plan with these secrets. */
  Plan plan(SecretChoice choice) {
    return new Planner(project, account, state, marker, choice).plan(hooks);
  }

  /**
   * Returns the hook with a name.
   *
   * @param name the name of the file; {@code ""} for the only hook
   */
  DesiredHook hook(String name) {
    List<DesiredHook> named =
        hooks.stream().filter(each -> name.isEmpty() || each.name().equals(name)).toList();
    if (named.size() != 1) {
      throw new GoalException(
          "-Drossum.hook must name one of the hooks: "
              + hooks.stream().map(DesiredHook::name).toList()
              + ".");
    }
    return named.get(0);
  }
}
