package io.github.rossumext.playground;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Rossum's validation screen in a browser. You edit a document, your endpoint responds through its
 * signed entrance, and the response is applied as Rossum applies it. {@link RossumSimulator} plays
 * Rossum, so the screen follows the same rules as your tests.
 *
 * {@snippet class="io.github.rossumext.snippets.PlaygroundSnippetsTest" region="open"}
 *
 * <p>It is a tool for your own machine, in a test or in a {@code main} of the test sources. Nothing
 * starts it but a call of {@code open}. Its server listens on the loopback address only, and
 * responds only to a page that knows its token: see {@link #url()}. Tokens and secrets of the
 * requests stay in this process.
 *
 * <p>Thread-safe. The endpoint and the simulator must not be used elsewhere until the playground is
 * closed.
 */
public final class Playground implements AutoCloseable {
  private final LiveDocument document;
  private final PageServer server;
  private boolean isClosed;

  Playground(LiveDocument document, PageServer server) {
    this.document = document;
    this.server = server;
  }

  /**
   * Opens a playground for an endpoint. The page shows the first document, and offers the others.
   *
   * @param endpoint the endpoint, which the playground does not close
   * @param secret a secret that the endpoint knows
   * @param documents fixtures of {@code annotation_content}, best with their schema; without any,
   *     the page shows an invoice
   * @throws IllegalArgumentException if a fixture is about another event
   */
  public static Playground open(HookEndpoint endpoint, Secret secret, Fixture... documents) {
    PlaygroundBuilder builder = builder(endpoint, secret);
    for (Fixture document : documents) {
      builder.document(document);
    }
    return builder.open();
  }

  /**
   * Opens a playground for an endpoint with documents of your own.
   *
   * @param endpoint the endpoint, which the playground does not close
   * @param secret a secret that the endpoint knows
   * @param documents see {@link PlaygroundBuilder#documents}
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if no document is given
   */
  public static Playground open(HookEndpoint endpoint, Secret secret, Path documents)
      throws IOException {
    return builder(endpoint, secret).documents(documents).open();
  }

  /**
   * Opens a playground for the endpoint of a factory, whose classes are loaded again when they
   * change: see {@link #builder(Class, Secret)}. The requests are signed with the secret in the
   * environment variable {@code ROSSUM_HOOK_SECRET}, which the factory takes, too.
   *
   * @param documents fixtures of {@code annotation_content}, best with their schema; without any,
   *     the page shows an invoice
   * @throws IllegalArgumentException if a fixture is about another event, or if the class of the
   *     factory is not in a directory of classes
   * @throws IllegalStateException if the variable is not set, or if the factory does not make an
   *     endpoint
   */
  public static Playground open(
      Class<? extends Supplier<HookEndpoint>> factory, Fixture... documents) {
    PlaygroundBuilder builder = builder(factory, Subject.secretOfEnvironment());
    for (Fixture document : documents) {
      builder.document(document);
    }
    return builder.open();
  }

  /** Returns a builder of a playground for an endpoint. */
  public static PlaygroundBuilder builder(HookEndpoint endpoint, Secret secret) {
    return new PlaygroundBuilder(
        builder -> Subject.of(endpoint, secret, builder.hookSettings()), EndpointInTest.unknown());
  }

  /**
   * Returns a builder of a playground for the endpoint of a factory. While the playground is open,
   * it follows the directory of classes that the factory is in, and the directories of the class
   * path beside that one, such as {@code target/test-classes} and {@code target/classes}.
   *
   * <p>If a file in them changes, the playground waits until the compiler has ended. Then it loads
   * their classes again, in a class loader of their own, and calls the factory. The new endpoint
   * responds from then on, the old one is closed, and the document stays as it is. If that fails,
   * the old endpoint stays, and the page shows why. Classes of jars are not loaded again.
   *
   * @param factory a class with a constructor without parameters, as that of the servlet's {@code
   *     web.xml}. If it is {@link AutoCloseable}, it is closed after its endpoint.
   * @param secret a secret that the endpoint knows
   */
  public static PlaygroundBuilder builder(
      Class<? extends Supplier<HookEndpoint>> factory, Secret secret) {
    return new PlaygroundBuilder(
        builder -> Subject.of(factory, secret, builder.hookSettings(), builder.compared()),
        EndpointInTest.of(factory, secret));
  }

  /**
   * Returns a builder of a playground for a simulator: with several extensions, a clock or an API
   * stub of your own.
   */
  public static PlaygroundBuilder builder(RossumSimulator rossum) {
    return new PlaygroundBuilder(
        builder -> {
          builder.requireNoHook();
          return Subject.of(rossum);
        },
        EndpointInTest.unknown());
  }

  /**
   * Returns the URL of the page. Who knows it can use the playground: its fragment is the token,
   * which browsers send to nobody.
   */
  public URI url() {
    return server.url();
  }

  /**
   * Prints the URL to the standard output, and waits until another thread closes the playground or
   * the program ends. At the end of the program, the playground closes, so that its pages say it.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  public void await() throws InterruptedException {
    System.out.println("Playground: " + url());
    System.out.flush();
    Thread closing = new Thread(this::close, "playground-end");
    Runtime.getRuntime().addShutdownHook(closing);
    try {
      document.pulse().awaitEnd();
    } finally {
      forget(closing);
    }
  }

  private static void forget(Thread closing) {
    try {
      Runtime.getRuntime().removeShutdownHook(closing);
    } catch (IllegalStateException e) {
      // The program ends just now.
    }
  }

  /** Closes the playground: its server stops, and pages say that it has ended. */
  @Override
  public synchronized void close() {
    if (!isClosed) {
      isClosed = true;
      document.end();
      server.close();
    }
  }

  List<Exchange> exchanges() {
    return document.view().exchanges();
  }

  LiveDocument document() {
    return document;
  }

  ActResult act(Act act) {
    return document.act(act);
  }

  /** Returns the port, and not the token. */
  @Override
  public String toString() {
    return "Playground[port " + url().getPort() + "]";
  }
}
