package io.github.rossumext.testkit.junit;

import static java.util.stream.Collectors.joining;

import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.internal.SecretTexts;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One run of a test: its fixture, its simulator, and the endpoint to close. */
final class TestRun {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(RossumExtension.class);

  /**
   * The number of characters that are shown of a conversation: the last ones, which led to the
   * failure.
   */
  private static final int MOST_SHOWN = 100_000;

  private @Nullable Fixture fixture;
  private HookFinder.@Nullable Made made;
  private boolean isShown;

  private TestRun() {}

  static TestRun of(ExtensionContext context) {
    ExtensionContext.Store store = context.getStore(NAMESPACE);
    // The key is the run's own, because the store of a test would find the run of its class, too.
    String key = context.getUniqueId();
    TestRun run = store.get(key, TestRun.class);
    if (run == null) {
      run = new TestRun();
      store.put(key, run);
    }
    return run;
  }

  void runFor(Fixture one) {
    fixture = one;
  }

  Optional<Fixture> fixture() {
    return Optional.ofNullable(fixture);
  }

  /**
   * Returns the simulator of this run.
   *
   * @param hook the hook that gets the requests; null for the {@link HookUnderTest}
   */
  RossumSimulator simulator(
      FixtureChoice choice, ExtensionContext context, @Nullable SimulatedHook hook) {
    boolean isNew = made == null;
    if (made == null) {
      made =
          hook == null
              ? HookFinder.simulator(context.getRequiredTestInstances().getAllInstances())
              : new HookFinder.Made(RossumSimulator.of(hook), false, null);
    }
    RossumSimulator rossum = made.rossum();
    boolean opens = choice.isParameters() || (isNew && (choice.isAsked() || !made.isTests()));
    if (opens && (choice.isParameters() || choice.isDocument())) {
      rossum.open(choice.fixture());
    }
    return rossum;
  }

  /** Shows the conversation where IDEs and build tools show the failure. */
  void show(Throwable failure, ExtensionContext context) {
    if (made == null || isShown || made.rossum().exchanges().isEmpty()) {
      return;
    }
    isShown = true;
    SecretTexts secrets = new SecretTexts();
    made.rossum().exchanges().forEach(exchange -> secrets.addThoseOf(exchange.request()));
    String conversation =
        made.rossum().describe() + "The screen:\n" + secrets.clean(made.rossum().screen());
    if (conversation.length() > MOST_SHOWN) {
      conversation = "…" + conversation.substring(conversation.length() - MOST_SHOWN);
    }
    ConversationReport report =
        new ConversationReport("The conversation of the test:\n" + conversation);
    failure.addSuppressed(report);
    if (!Arrays.asList(failure.getSuppressed()).contains(report)) {
      // This exception takes no suppressed ones.
      context.publishReportEntry("conversation", conversation);
    }
  }

  /** The conversation of a failed test. Build tools show it below the failure. */
  private static final class ConversationReport extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConversationReport(String conversation) {
      super(conversation, null, false, false);
    }
  }

  /** Throws if a request failed and the test did not look at it. */
  void requireNoUnseenFailure() {
    List<Exchange> failed = made == null ? List.of() : made.rossum().unseenFailures();
    if (isShown || failed.isEmpty()) {
      return;
    }
    isShown = true;
    throw new AssertionError(
        failed.stream()
            .map(Exchange::describe)
            .collect(
                joining(
                    "",
                    "A request failed, and the test did not look at it:\n",
                    "If the test expects the failure, assert it, such as with"
                        + " assertThat(rossum).lastExchange().hasStatus(500).")));
  }

  void close() {
    if (made != null && made.toClose() != null) {
      made.toClose().close();
    }
  }
}
