package io.github.rossumext.testkit.junit;

import static java.util.stream.Collectors.joining;

import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.internal.SecretTexts;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.Problem;
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
  private @Nullable RossumApiStub api;
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
    if (isNew && api != null) {
      api.join(rossum);
    }
    boolean opens = choice.isParameters() || (isNew && (choice.isAsked() || !made.isTests()));
    if (opens && (choice.isParameters() || choice.isDocument())) {
      rossum.open(choice.fixture());
    }
    return rossum;
  }

  /** Returns the API of this run, which has joined the simulator if the test takes one, too. */
  RossumApiStub api() {
    if (api == null) {
      api = RossumApiStub.create();
      if (made != null) {
        api.join(made.rossum());
      }
    }
    return api;
  }

  /** Shows the conversation where IDEs and build tools show the failure. */
  void show(Throwable failure, ExtensionContext context) {
    String conversation = isShown ? "" : conversation();
    if (conversation.isEmpty()) {
      return;
    }
    isShown = true;
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

  private String conversation() {
    SecretTexts secrets = new SecretTexts();
    StringBuilder text = new StringBuilder();
    if (made != null && !made.rossum().exchanges().isEmpty()) {
      made.rossum().exchanges().forEach(exchange -> secrets.addThoseOf(exchange.request()));
      text.append(made.rossum().describe());
      text.append("The screen:\n").append(secrets.clean(made.rossum().screen()));
    }
    if (api != null && !api.exchanges().isEmpty()) {
      text.append("The requests to Rossum's API:\n").append(secrets.clean(api.describe()));
    }
    return text.toString();
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

  /** Throws if the API had a problem and the test did not look at it. */
  void requireNoUnseenProblem() {
    List<Problem> problems = api == null ? List.of() : api.unseenProblems();
    if (isShown || problems.isEmpty()) {
      return;
    }
    isShown = true;
    throw new AssertionError(
        problems.stream()
            .map(Problem::toString)
            .collect(
                joining(
                    "\n",
                    "The API stub has a problem, and the test did not look at it:\n",
                    "\nIf the test expects the problem, assert it, such as with"
                        + " assertThat(api).hasProblemContaining(…).")));
  }

  void close() {
    if (api != null) {
      api.close();
    }
    if (made != null && made.toClose() != null) {
      made.toClose().close();
    }
  }
}
