package io.github.rossumext.maven.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.maven.project.Environment;
import io.github.rossumext.maven.project.FilledHook;
import io.github.rossumext.maven.project.Goal;
import io.github.rossumext.maven.project.GoalException;
import io.github.rossumext.maven.project.HookFile;
import io.github.rossumext.maven.project.Project;
import io.github.rossumext.maven.project.ProjectJson;
import io.github.rossumext.maven.project.Report;
import io.github.rossumext.testkit.internal.HookFacts;
import io.github.rossumext.testkit.internal.hook.Finding;
import io.github.rossumext.testkit.internal.hook.HookCheck;
import io.github.rossumext.testkit.internal.hook.RecordBinding;
import io.github.rossumext.testkit.internal.hook.RecordSchema;
import io.github.rossumext.testkit.internal.hook.SchemaCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The goal {@code check}: what can be known to be wrong before Rossum is called. */
public final class Check implements Goal {
  private final @Nullable String endpoint;
  private final Map<String, String> endpoints;
  private final @Nullable String settings;
  private final @Nullable String secrets;

  /**
   * @param endpoint the class of the factory; null without one
   * @param endpoints the classes of factories by the names of the hooks, if there are several
   * @param settings the record of the settings; null if they are not checked
   * @param secrets the record of the secrets; null if they are not checked
   */
  public Check(
      @Nullable String endpoint,
      Map<String, String> endpoints,
      @Nullable String settings,
      @Nullable String secrets) {
    this.endpoint = endpoint;
    this.endpoints = Map.copyOf(endpoints);
    this.settings = settings;
    this.secrets = secrets;
  }

  @Override
  public void run(Project project, Report report) {
    List<HookFile> hooks = project.hooks();
    if (hooks.isEmpty() && project.schema().isEmpty()) {
      throw new GoalException(
          "There is nothing to check: "
              + project.rossum()
              + " has neither hook.json nor hooks nor schema.json.");
    }
    requireKnownNames(hooks);
    int mistakes = sayOfEnvironments(project, report);
    List<String> notCompared = new ArrayList<>();
    try (AuthorClasses classes = new AuthorClasses(project.classPath())) {
      Class<?> settingsRecord = recordOf("<settings>", settings, classes);
      Class<?> secretsRecord = recordOf("<secrets>", secrets, classes);
      ObjectNode settingsSchema = schemaOf("<settings>", settingsRecord, RecordSchema::ofSettings);
      ObjectNode secretsSchema = schemaOf("<secrets>", secretsRecord, RecordSchema::ofSecrets);
      for (HookFile hook : hooks) {
        JsonNode described = described(project, classes, hook, report);
        if (described == null) {
          notCompared.add(project.shown(hook.path()));
        }
        ObjectNode filled = filled(hook, project, report);
        List<Finding> findings =
            new ArrayList<>(
                new HookCheck(
                        filled, described, classes.isCallingBack(), settingsSchema, secretsSchema)
                    .run());
        if (settingsRecord != null) {
          findings.addAll(RecordBinding.check(settingsRecord, filled, findings));
        }
        findings.addAll(SecretsInEnvironment.check(hook, project.environments()));
        mistakes += say(project.shown(hook.path()) + ": ", findings, report);
      }
    }
    if (project.schema().isPresent()) {
      mistakes +=
          say("rossum/", SchemaCheck.run(ProjectJson.read(project.schema().orElseThrow())), report);
    }
    if (mistakes > 0) {
      throw new GoalException(
          "rossum:check found "
              + (mistakes == 1 ? "a mistake" : mistakes + " mistakes")
              + ", which the lines above name.");
    }
    report.info(
        notCompared.isEmpty()
            ? "rossum:check found no mistake."
            : "rossum:check found no mistake in the files. The code was not compared with "
                + String.join(", ", notCompared)
                + (notCompared.size() == 1 ? ": see the warning." : ": see the warnings."));
  }

  private static int sayOfEnvironments(Project project, Report report) {
    int mistakes = 0;
    for (Environment environment : project.environments()) {
      for (String mistake : environment.mistakes()) {
        report.error(project.shown(environment.file()) + ": " + mistake);
        mistakes++;
      }
    }
    return mistakes;
  }

  private void requireKnownNames(List<HookFile> hooks) {
    for (String name : endpoints.keySet()) {
      if (hooks.stream().noneMatch(hook -> hook.name().equals(name))) {
        throw new GoalException(
            "<endpoints> names the hook '"
                + name
                + "', but rossum/hooks/"
                + name
                + ".json does not exist.");
      }
    }
  }

  private static @Nullable Class<?> recordOf(
      String parameter, @Nullable String className, AuthorClasses classes) {
    return className == null ? null : classes.load(parameter, className);
  }

  private static @Nullable ObjectNode schemaOf(
      String parameter, @Nullable Class<?> record, Function<Class<?>, ObjectNode> derive) {
    if (record == null) {
      return null;
    }
    try {
      return derive.apply(record);
    } catch (IllegalArgumentException e) {
      throw new GoalException(parameter + ": " + e.getMessage(), e);
    }
  }

  private @Nullable JsonNode described(
      Project project, AuthorClasses classes, HookFile hook, Report report) {
    String factory = endpoints.getOrDefault(hook.name(), endpoint == null ? "" : endpoint);
    try {
      return factory.isEmpty()
          ? EndpointSource.ofFile(project.target().resolve("rossum-endpoint.json"))
          : EndpointSource.of(classes, factory);
    } catch (EndpointSource.UnavailableException e) {
      report.warning(
          project.shown(hook.path())
              + " is not compared with the code. "
              + String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** Returns the hook with what its holes mean, except for secrets, which stay holes. */
  private static ObjectNode filled(HookFile hook, Project project, Report report) {
    FilledHook filled = hook.fill(project.environment());
    ObjectNode json = filled.json();
    ObjectNode raw = hook.json();
    for (String key : HookFacts.SECRET_CONFIG) {
      JsonNode own = raw.path("config").path(key);
      if (!own.isMissingNode() && json.path("config") instanceof ObjectNode config) {
        config.set(key, own);
      }
    }
    if (raw.has("secrets")) {
      json.set("secrets", raw.path("secrets"));
    }
    List<String> missing =
        filled.missing().stream()
            .filter(name -> json.toString().contains("${" + name + "}"))
            .filter(name -> !SecretsInEnvironment.names(hook).contains(name))
            .sorted()
            .toList();
    if (!missing.isEmpty()) {
      report.info(
          "The environment '"
              + project.environment().name()
              + "' has no value for "
              + String.join(", ", missing)
              + ", so nothing is said about it. rossum:apply needs it.");
    }
    return json;
  }

  private static int say(String where, List<Finding> findings, Report report) {
    int mistakes = 0;
    for (Finding finding : findings) {
      if (finding.isError()) {
        mistakes++;
        report.error(where + finding);
      } else {
        report.warning(where + finding);
      }
    }
    return mistakes;
  }
}
