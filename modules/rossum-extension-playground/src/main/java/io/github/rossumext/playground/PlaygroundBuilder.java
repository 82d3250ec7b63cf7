package io.github.rossumext.playground;

import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.QueueSettings;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A builder of a {@link Playground}. Not thread-safe.
 *
 * {@snippet class="io.github.rossumext.snippets.PlaygroundSnippetsTest" region="builder"}
 */
public final class PlaygroundBuilder {
  /** Made at the end, so that a builder that opens nothing leaves nothing open. */
  private final Function<PlaygroundBuilder, Subject> subject;

  private final List<PlaygroundDocument> documents = new ArrayList<>();
  private int port;
  private @Nullable Path compared;
  private @Nullable UnaryOperator<SimulatedHook> hook;
  private @Nullable QueueSettings queue;
  private @Nullable Path scenarios;
  private @Nullable Path sources;
  private EndpointInTest endpointInTest;

  PlaygroundBuilder(Function<PlaygroundBuilder, Subject> subject, EndpointInTest endpointInTest) {
    this.subject = subject;
    this.endpointInTest = endpointInTest;
  }

  /**
   * Sets the port to listen on. Without this call, it is any free port.
   *
   * @throws IllegalArgumentException if it is not from 0 to 65535
   */
  public PlaygroundBuilder port(int number) {
    if (number < 0 || number > 65535) {
      throw new IllegalArgumentException(
          "The port must be from 0 to 65535, but was " + number + ".");
    }
    port = number;
    return this;
  }

  /**
   * Sets the hook as it is in Rossum: its settings, secrets, events or timeout. Without this call,
   * it has those of the document.
   *
   * @param settings gets the hook, and returns a changed copy, such as {@code hook ->
   *     hook.withSettings(Map.of("tolerance", "0.05"))}
   */
  public PlaygroundBuilder hook(UnaryOperator<SimulatedHook> settings) {
    hook = settings;
    return this;
  }

  /** Sets the queue, such as its automation. Without this call, it automates nothing. */
  public PlaygroundBuilder queue(QueueSettings settings) {
    queue = settings;
    return this;
  }

  UnaryOperator<SimulatedHook> hookSettings() {
    return hook == null ? UnaryOperator.identity() : hook;
  }

  @Nullable Path compared() {
    return compared;
  }

  /** Fails if somebody set the hook of a simulator, which has its own. */
  void requireNoHook() {
    if (hook != null) {
      throw new IllegalStateException(
          "hook(…) has no effect on a simulator. Set the hook when you make the RossumSimulator.");
    }
  }

  /**
   * Adds a document.
   *
   * @param fixture a fixture of {@code annotation_content}. At {@code initialize}, the playground
   *     imports the document and opens it. At {@code started}, it opens it. Otherwise, it sends the
   *     fixture as it is.
   * @param pages the images of its pages in their order, PNG or JPEG. Without any, the page is
   *     drawn from the positions of the fields.
   * @throws IllegalArgumentException if the fixture is about another event
   */
  public PlaygroundBuilder document(Fixture fixture, Path... pages) {
    documents.add(PlaygroundDocument.of(fixture, List.of(pages)));
    return this;
  }

  /**
   * Adds the document of a file, or the documents of a folder, sorted by their names. A file has
   * one of these:
   *
   * <ul>
   *   <li>a request of {@code annotation_content}, such as one of a {@code RequestRecorder}
   *   <li>a schema, as in a file {@code schema.json}: the document is empty
   * </ul>
   *
   * <p>Files of a folder that are something else are left out. The images of the pages of {@code
   * NAME.json} are {@code NAME.page-1.png} and so on, or {@code .jpg}.
   *
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if no document is given
   */
  public PlaygroundBuilder documents(Path fileOrFolder) throws IOException {
    documents.addAll(DocumentFiles.in(fileOrFolder));
    return this;
  }

  /**
   * Adds documents as {@link #documents(Path)} does, each with this schema in place of its own.
   *
   * @param schema a file with a schema object of Rossum's API, or with a bare list of sections
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if no document is given
   */
  public PlaygroundBuilder documents(Path fileOrFolder, Path schema) throws IOException {
    for (PlaygroundDocument each : DocumentFiles.in(fileOrFolder)) {
      documents.add(PlaygroundDocument.of(each.fixture().withSchema(schema), each.pages()));
    }
    return this;
  }

  /**
   * Sets the directory of recorded requests and scenarios by which the page compares builds of the
   * extension. It offers the directory and the folders in it. It counts if the playground is opened
   * with a factory. Recordings and scenarios bring the settings of their hook with them, so those
   * of {@link #hook} do not count there.
   *
   * @param directory a directory such as that of a {@code RequestRecorder}
   */
  public PlaygroundBuilder comparing(Path directory) {
    compared = directory;
    return this;
  }

  /**
   * Sets the folder of scenarios: what was done on the page is saved there, and loaded from there.
   * Without this call, it is {@code src/test/resources/scenarios} if {@code src/test} exists. The
   * page writes nowhere else, except tests.
   *
   * @param folder the folder, which is made when the first scenario is saved
   */
  public PlaygroundBuilder scenarios(Path folder) {
    scenarios = folder;
    return this;
  }

  /**
   * Sets the directory of the sources of your tests, in which the page saves a scenario as a test.
   * Without this call, it is {@code src/test/java} if that exists.
   *
   * @param sources a directory that exists
   * @throws IllegalArgumentException if it does not exist
   */
  public PlaygroundBuilder tests(Path sources) {
    if (!Files.isDirectory(sources)) {
      throw new IllegalArgumentException(
          "Expected the directory of the sources of your tests, but there is no " + sources + ".");
    }
    this.sources = sources;
    return this;
  }

  /**
   * Sets the class that saved tests extend. It tells them your endpoint: annotate it with {@code
   * RossumTest}, and one of its fields or methods with {@code HookUnderTest}. A playground that is
   * opened with a factory does not need it, if a static field of the factory that is not private
   * has the secret.
   *
   * @throws IllegalArgumentException if tests cannot extend it
   */
  public PlaygroundBuilder testsExtend(Class<?> testClass) {
    endpointInTest = EndpointInTest.ofBase(testClass);
    return this;
  }

  private ScenarioDesk desk() {
    Path folder = scenarios;
    if (folder == null && Files.isDirectory(Path.of("src/test"))) {
      folder = Path.of("src/test/resources/scenarios");
    }
    return new ScenarioDesk(
        folder == null ? null : ScenarioFolder.of(folder),
        sources == null ? existing("src/test/java") : sources,
        endpointInTest);
  }

  private static @Nullable Path existing(String directory) {
    Path path = Path.of(directory);
    return Files.isDirectory(path) ? path : null;
  }

  /**
   * Opens the playground.
   *
   * @throws IllegalArgumentException if the class of the factory is not in a directory of classes
   * @throws IllegalStateException if the port is taken, if the factory does not make an endpoint,
   *     or if {@link #hook} was called for a simulator
   */
  public Playground open() {
    return open(null);
  }

  /** Opens the playground on the document that the simulator has open, as a failed test left it. */
  Playground openAsItIs(FailedTestText failed) {
    return open(failed);
  }

  private Playground open(@Nullable FailedTestText failed) {
    List<PlaygroundDocument> opened =
        documents.isEmpty()
            ? List.of(PlaygroundDocument.of(Fixtures.invoiceWithSchema(), List.of()))
            : List.copyOf(documents);
    Subject shown = subject.apply(this);
    if (queue != null) {
      shown.rossum().queue(queue);
    }
    LiveDocument document = new LiveDocument(shown, opened);
    PageServer server;
    try {
      server = PageServer.listening(port, document, desk());
    } catch (RuntimeException e) {
      document.end();
      throw e;
    }
    if (failed == null) {
      document.open(0);
    } else {
      document.show(failed);
    }
    server.start();
    if (shown.reload() != null) {
      shown.reload().start(document);
    }
    return new Playground(document, server);
  }
}
