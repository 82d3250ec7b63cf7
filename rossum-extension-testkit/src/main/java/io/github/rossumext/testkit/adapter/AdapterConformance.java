package io.github.rossumext.testkit.adapter;

import io.github.rossumext.HookEndpoint;
import java.net.URI;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The tests that every adapter must pass, over a wire: one for each limit, status, header and log
 * line. Extend the class, and start and stop your server in its methods. Each test starts a server
 * of its own. Not thread-safe: JUnit must run the tests one after the other.
 *
 * <pre>{@code
 * class MyServerConformanceTest extends AdapterConformance {
 *   private MyServer server;
 *
 *   @Override protected URI start(HookEndpoint endpoint) {
 *     server = MyServer.serving(endpoint);
 *     return server.url();
 *   }
 *
 *   @Override protected void stop() {
 *     server.stop();
 *   }
 *
 *   @Override protected AutoCloseable captureLog(Consumer<String> lines) {
 *     … // an appender of your logging library
 *   }
 * }
 * }</pre>
 */
public abstract class AdapterConformance {
  /** Creates the tests. */
  protected AdapterConformance() {}

  /**
   * Starts a server that serves this endpoint through the adapter, and returns its URL, such as
   * {@code http://localhost:8080/rossum}. The server must accept HTTP/1.1 without TLS.
   *
   * @throws Exception if the server does not start
   */
  protected abstract URI start(HookEndpoint endpoint) throws Exception;

  /**
   * Stops the last server after its running requests have ended.
   *
   * @throws Exception if the server does not stop
   */
  protected abstract void stop() throws Exception;

  /**
   * Passes each line of the logger {@code io.github.rossumext.HookEndpoint} to the consumer: the
   * level, a blank and the message. Closing the result ends this.
   *
   * @throws Exception if the log cannot be captured
   */
  protected abstract AutoCloseable captureLog(Consumer<String> lines) throws Exception;

  /** Returns the tests. */
  @TestFactory
  public final Stream<DynamicNode> isWhatEveryAdapterMustDo() {
    return Stream.of(
        group("The response", HeadCases.responses()),
        group("A signature", HeadCases.signatures()),
        group("Method, type and encoding", HeadCases.methodsAndTypes()),
        group("The size of a body", BodyCases.sizes()),
        group("The length of a body", BodyCases.lengths()),
        group("Load and end", BodyCases.load()),
        group("The status page", HeadCases.page()),
        group("A poll", PollCases.polls()));
  }

  private DynamicNode group(String name, Stream<Bench.Case> cases) {
    return DynamicContainer.dynamicContainer(name, cases.map(this::test));
  }

  private DynamicTest test(Bench.Case one) {
    return DynamicTest.dynamicTest(
        one.name(),
        () -> {
          Bench bench = new Bench(this);
          try {
            one.check().run(bench);
          } finally {
            bench.close();
          }
        });
  }
}
