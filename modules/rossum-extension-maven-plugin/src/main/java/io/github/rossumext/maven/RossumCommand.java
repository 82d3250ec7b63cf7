package io.github.rossumext.maven;

import io.github.rossumext.maven.check.Check;
import io.github.rossumext.maven.generate.Generate;
import io.github.rossumext.maven.project.Goal;
import io.github.rossumext.maven.project.GoalException;
import io.github.rossumext.maven.project.Project;
import io.github.rossumext.maven.project.Report;
import io.github.rossumext.maven.register.Registration;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The goals of the plugin as a program, for Gradle and CI:
 *
 * <pre>java -cp PLUGIN io.github.rossumext.maven.RossumCommand GOAL [--OPTION VALUE]…</pre>
 *
 * <p>The class path is that of the plugin: its jar and its dependencies. The exit status is 0 if
 * the goal succeeded, 1 if it failed, and 2 if the arguments are wrong. Each goal has the options
 * {@code --directory} (of the project; the working directory by default), {@code --target}, {@code
 * --classpath} (with the classes and libraries of the project) and {@code --env}. Those that call
 * Rossum need {@code --project}, the name that marks its hooks, and the variable {@code
 * ROSSUM_TOKEN}.
 */
public final class RossumCommand {
  private static final Map<String, Command> COMMANDS =
      new TreeMap<>(
          Map.of(
              "check",
              new Command(
                  Set.of("endpoint", "settings", "secrets"),
                  arguments ->
                      new Check(
                          arguments.find("endpoint").orElse(null),
                          Map.of(),
                          arguments.find("settings").orElse(null),
                          arguments.find("secrets").orElse(null))),
              "generate",
              new Command(
                  Set.of("package", "output"),
                  arguments ->
                      new Generate(
                          arguments.required("package"), Path.of(arguments.required("output")))),
              "plan",
              new Command(
                  Set.of("project", "secrets"),
                  arguments ->
                      Registration.plan(
                          arguments.required("project"), arguments.find("secrets").orElse(""))),
              "apply",
              new Command(
                  Set.of("project", "secrets", "acceptLoss", "restore"),
                  arguments ->
                      Registration.apply(
                          arguments.required("project"),
                          arguments.find("secrets").orElse(""),
                          arguments.find("acceptLoss").orElse(""),
                          arguments.isSet("restore"))),
              "verify",
              new Command(
                  Set.of("project", "events"),
                  arguments ->
                      Registration.verify(
                          arguments.required("project"), arguments.find("events").orElse(""))),
              "dev",
              new Command(
                  Set.of("project", "hook", "url", "restore"),
                  arguments ->
                      Registration.dev(
                          arguments.required("project"),
                          arguments.find("hook").orElse(""),
                          arguments.find("url").orElse(""),
                          arguments.isSet("restore")))));

  private RossumCommand() {}

  /** Runs a goal, and ends the process. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, System.getenv(), args));
  }

  /** Runs a goal, and returns the exit status. */
  static int run(PrintStream out, PrintStream err, Map<String, String> variables, String... args) {
    Command command = args.length == 0 ? null : COMMANDS.get(args[0]);
    if (command == null) {
      err.println("The first argument must be a goal: " + String.join(", ", COMMANDS.keySet()));
      return 2;
    }
    Goal goal;
    Project project;
    try {
      Arguments arguments = Arguments.parse(args, command.options());
      goal = command.goal().apply(arguments);
      Path directory = Path.of(arguments.find("directory").orElse("")).toAbsolutePath().normalize();
      project =
          Project.of(
              directory,
              arguments.find("target").map(Path::of).orElse(directory.resolve("target")),
              arguments.paths("classpath"),
              arguments.find("env").orElse(null),
              variables);
    } catch (GoalException | IllegalArgumentException e) {
      err.println(e.getMessage());
      return 2;
    }
    try {
      goal.run(project, report(out, err));
      return 0;
    } catch (GoalException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  private static Report report(PrintStream out, PrintStream err) {
    return new Report() {
      @Override
      public void info(String text) {
        out.println(text);
      }

      @Override
      public void warning(String text) {
        err.println("WARNING: " + text);
      }

      @Override
      public void error(String text) {
        err.println("ERROR: " + text);
      }
    };
  }

  /** A goal, and the options that it has in addition to those of all goals. */
  private record Command(Set<String> options, Function<Arguments, Goal> goal) {}
}
