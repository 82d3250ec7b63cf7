package io.github.rossumext.maven.register;

import io.github.rossumext.maven.project.Goal;
import io.github.rossumext.maven.project.GoalException;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The goals that call Rossum. Each needs the variable {@code ROSSUM_TOKEN}. */
public final class Registration {
  private Registration() {}

  /**
   * Returns the goal {@code plan}, which shows what would change in Rossum.
   *
   * @param project the name of the project, which marks its hooks
   * @param secrets which secrets are sent: {@code ""}, {@code true}, or names with commas
   */
  public static Goal plan(String project, String secrets) {
    return Work.goal(
        project,
        work -> {
          Plan plan = work.plan(SecretChoice.of(secrets));
          PlanFile.of(work.project()).write(plan);
          work.report().info(plan.text());
          work.report()
              .info(
                  plan.isEmpty()
                      ? "Nothing to apply."
                      : "Nothing was changed. The goal apply does exactly this.");
        });
  }

  /**
   * Returns the goal {@code apply}, which changes Rossum as the plan says.
   *
   * @param secrets as in {@link #plan}
   * @param acceptLoss the ids whose values documents may lose, with commas
   * @param isRestoring whether it may end a development session
   */
  public static Goal apply(String project, String secrets, String acceptLoss, boolean isRestoring) {
    return Work.goal(
        project,
        work ->
            new Apply(work, names(acceptLoss), isRestoring)
                .run(work.plan(SecretChoice.of(secrets))));
  }

  /**
   * Returns the goal {@code verify}, which lets Rossum call the hooks.
   *
   * @param events the events to try, with commas; {@code ""} for those that only read and fill in a
   *     document
   */
  public static Goal verify(String project, String events) {
    return Work.goal(project, work -> new Verify(work, names(events)).run());
  }

  /**
   * Returns the goal {@code dev}, which lets a hook call another URL until the process ends.
   *
   * @param hook the name of the hook's file; {@code ""} if the project has one hook
   * @param url the URL, such as that of a tunnel; {@code ""} to put back only
   * @param isRestoring whether it puts back what an earlier session left
   */
  public static Goal dev(String project, String hook, String url, boolean isRestoring) {
    return Work.goal(
        project,
        work -> {
          DevSession session = new DevSession(work, work.hook(hook));
          if (isRestoring) {
            session.restore();
          } else {
            session.run(checked(url));
          }
        });
  }

  private static String checked(String url) {
    try {
      URI uri = URI.create(url.strip());
      boolean isLoopback = "127.0.0.1".equals(uri.getHost());
      if (uri.getHost() != null && ("https".equals(uri.getScheme()) || isLoopback)) {
        return url.strip();
      }
    } catch (IllegalArgumentException e) {
      // It is said below.
    }
    throw new GoalException(
        "-Drossum.url must be the https URL at which Rossum reaches your extension, with its path,"
            + " but was '"
            + url
            + "'.");
  }

  private static Set<String> names(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
