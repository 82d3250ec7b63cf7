package io.github.rossumext.testkit.junit;

import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.internal.SecretTexts;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What one run of a test has: its fixture, its simulator, what is to be closed. */
final class TestRun {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(RossumExtension.class);

  /** Characters of a conversation that are shown; its end is what a failure is about. */
  private static final int MOST_SHOWN = 100_000;

  private @Nullable Fixture fixture;
  private HookFinder.@Nullable Made made;
  private boolean isShown;

  private TestRun() {}

  static TestRun of(ExtensionContext context) {
    ExtensionContext.Store store = context.getStore(NAMESPACE);
    // A run's own: the store of a test is asked, which would find one of the class, too.
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
   * @param hook what it sends its requests to; null for the {@link HookUnderTest}
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
    boolean opens = choice.isParameters() || (isNew && (choice.isAsked() || !made.isAuthors()));
    if (opens && (choice.isParameters() || choice.isDocument())) {
      rossum.open(choice.fixture());
    }
    return rossum;
  }

  /** Shows the conversation where IDEs and build tools show the failure. */
  void show(Throwable failure, ExtensionContext context) {
    if (made == null || isShown || made.rossum().conversation().isEmpty()) {
      return;
    }
    isShown = true;
    SecretTexts secrets = new SecretTexts();
    made.rossum().conversation().forEach(call -> secrets.addThoseOf(call.request()));
    String conversation =
        made.rossum().describe() + "The screen:\n" + secrets.clean(made.rossum().screen());
    if (conversation.length() > MOST_SHOWN) {
      conversation = "…" + conversation.substring(conversation.length() - MOST_SHOWN);
    }
    ConversationReport report =
        new ConversationReport("The conversation of the test:\n" + conversation);
    failure.addSuppressed(report);
    if (!Arrays.asList(failure.getSuppressed()).contains(report)) {
      // An exception that takes nothing along.
      context.publishReportEntry("conversation", conversation);
    }
  }

  /** The conversation of a test that failed, shown below its failure. */
  private static final class ConversationReport extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConversationReport(String conversation) {
      super(conversation, null, false, false);
    }
  }

  void close() {
    if (made != null && made.toClose() != null) {
      made.toClose().close();
    }
  }
}
