package io.github.rossumext.playground;

import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that says what another build of an extension does differently with recorded requests
 * and scenarios: fields, messages, automation, blockers and responses. For the pipeline of a
 * release:
 *
 * <pre>{@code
 * java -cp CLASSPATH io.github.rossumext.playground.Compare com.example.Factory recorded \
 *     --before previous.jar --approved approved-differences.txt
 * }</pre>
 *
 * <p>The arguments are the class of a factory as in {@link Playground#builder(Class, Secret)}, the
 * folder, and these options:
 *
 * <table>
 * <caption>Options</caption>
 * <tr><td>{@code --before CLASSPATH}</td><td>the classes of the build before; without it, those of
 *     the program</td></tr>
 * <tr><td>{@code --after CLASSPATH}</td><td>the classes of the build after; without it, those of
 *     the program</td></tr>
 * <tr><td>{@code --approved FILE}</td><td>the differences that are right</td></tr>
 * <tr><td>{@code --approve}</td><td>writes what differs to that file</td></tr>
 * </table>
 *
 * <p>What a class path does not have comes from the class path of the program, and the library
 * always does. The requests are signed with the secret in the environment variable {@code
 * ROSSUM_HOOK_SECRET}, which the factory takes, too.
 *
 * <p>The exit status is 0 if nothing was found that was not approved, 1 if something differs or a
 * request fails in both builds, and 2 if the arguments are wrong or a document cannot be compared.
 * The result goes to the standard output, and what is logged to the standard error. The result
 * contains the values that differ: protect it as you protect the documents.
 */
public final class Compare {
  private static final int SAME = 0;
  private static final int DIFFERENT = 1;
  private static final int FAILED = 2;

  private static final String USAGE =
      "Usage: Compare FACTORY FOLDER [--before CLASSPATH] [--after CLASSPATH]"
          + " [--approved FILE [--approve]]";

  private Compare() {}

  /** Compares, and ends the program with the exit status. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.setOut(System.err); // what the extension prints and logs is not the result
    int status = FAILED;
    try {
      status = run(List.of(args), out, err);
    } catch (RuntimeException | Error e) {
      e.printStackTrace(err); // thrown on, it would end the program as a difference does
    }
    System.exit(status);
  }

  static int run(List<String> args, PrintStream out, PrintStream err) {
    try {
      return run(CompareArguments.of(args), Subject.secretOfEnvironment(), out, err);
    } catch (CompareArguments.UsageException e) {
      err.println(e.getMessage());
      err.println(USAGE);
    } catch (IllegalStateException e) { // the variable is not set
      err.println(e.getMessage());
    }
    return FAILED;
  }

  static int run(CompareArguments arguments, Secret secret, PrintStream out, PrintStream err) {
    try {
      List<ComparedDocument> documents = ComparedFolder.in(arguments.folder());
      Approvals approvals = approvals(arguments);
      try (LoadedEndpoint before = load(arguments, arguments.before(), "--before");
          LoadedEndpoint after = load(arguments, arguments.after(), "--after");
          Comparison comparison = new Comparison(before, after, secret)) {
        Report report = new Report(approvals, arguments.isApproving(), out, err);
        comparison.run(documents, () -> false, report);
        return report.end(documents.size(), arguments);
      }
    } catch (FactoryException | IOException | IllegalArgumentException e) {
      err.println(e instanceof IOException ? e.toString() : e.getMessage());
      return FAILED;
    }
  }

  private static Approvals approvals(CompareArguments arguments) throws IOException {
    return arguments.approved().isEmpty() || arguments.isApproving()
        ? Approvals.none()
        : Approvals.read(arguments.approved().get());
  }

  private static LoadedEndpoint load(
      CompareArguments arguments, List<Path> classPath, String option) throws FactoryException {
    ClassLoader program = Compare.class.getClassLoader();
    try {
      return classPath.isEmpty()
          ? LoadedEndpoint.ofClassPath(arguments.factory(), program)
          : LoadedEndpoint.of(arguments.factory(), ExtensionLoader.of(classPath, program));
    } catch (FactoryException e) {
      throw new FactoryException(option + ": " + e.getMessage(), e);
    }
  }

  /** Prints the differences as they are found, and counts. */
  private static final class Report implements Comparison.Sink {
    private final Approvals approvals;
    private final boolean isApproving;
    private final PrintStream out;
    private final PrintStream err;
    private final List<String> found = new ArrayList<>();
    private int differing;
    private int failing;
    private int open;
    private int failed;

    Report(Approvals approvals, boolean isApproving, PrintStream out, PrintStream err) {
      this.approvals = approvals;
      this.isApproving = isApproving;
      this.out = out;
      this.err = err;
    }

    @Override
    public void found(DocumentResult result) {
      if (result.isDifferent()) {
        differing++;
      } else {
        failing++;
      }
      List<String> lines = approvals.open(result);
      if (!lines.isEmpty()) {
        open++;
        out.print(Approvals.text(result.document(), lines));
      }
      if (isApproving) {
        found.add(Approvals.text(result.document(), result.lines()));
      }
    }

    @Override
    public void failed(String document, String why) {
      failed++;
      err.println(document + ": " + why);
    }

    private int found() {
      return differing + failing;
    }

    int end(int documents, CompareArguments arguments) throws IOException {
      approvals
          .left()
          .forEach(
              (document, lines) ->
                  out.print(
                      "Approved, but not found:\n"
                          + Approvals.textOfLine(document, lines.stream().toList())));
      out.println(
          (documents == 1 ? "1 document: " : documents + " documents: ")
              + differing
              + (differing == 1 ? " differs" : " differ")
              + (failing > 0 ? ", " + failing + (failing == 1 ? " fails" : " fail") : "")
              + (failing > 0 ? " in both builds" : "")
              + (found() > open ? ", " + (found() - open) + " only as approved" : "")
              + (failed > 0 ? ", " + failed + " cannot be compared" : ""));
      if (isApproving && failed == 0) {
        Approvals.write(arguments.approved().orElseThrow(), found);
      }
      return failed > 0 ? FAILED : open > 0 && !isApproving ? DIFFERENT : SAME;
    }
  }
}
