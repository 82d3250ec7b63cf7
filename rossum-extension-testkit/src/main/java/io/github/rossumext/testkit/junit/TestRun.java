package io.github.rossumext.testkit.junit;

import static java.util.stream.Collectors.joining;

import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.api.Fault;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.internal.SecretTexts;
import io.github.rossumext.testkit.simulator.DeliveryFault;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.Problem;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  private static final String MISSED = "A fault of the API stub met no request:";

  private @Nullable Fixture fixture;
  private HookFinder.@Nullable Made made;
  private @Nullable RossumApiStub api;
  private boolean isShown;
  private boolean isOpened;

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
    Set<Problem> others = new LinkedHashSet<>();
    if (made != null) {
      RossumSimulator rossum = made.rossum();
      others.addAll(rossum.problems());
      for (Exchange exchange : rossum.exchanges()) {
        secrets.addThoseOf(exchange.request());
        others.removeAll(exchange.problems());
      }
      if (!rossum.exchanges().isEmpty()) {
        text.append(rossum.describe());
        text.append("The screen:\n").append(secrets.clean(rossum.screen()));
      }
    }
    if (api != null) {
      others.addAll(api.problems());
      if (!api.exchanges().isEmpty()) {
        text.append("The requests to Rossum's API:\n").append(secrets.clean(api.describe()));
      }
    }
    list(text, "Problems, also of steps that were refused:", others, secrets);
    list(text, MISSED, api == null ? List.of() : api.faultsLeft(), secrets);
    return text.toString();
  }

  private static void list(
      StringBuilder text, String title, Collection<?> entries, SecretTexts secrets) {
    if (!entries.isEmpty()) {
      text.append(title).append('\n');
      entries.forEach(
          each -> text.append("  ").append(secrets.clean(each.toString())).append('\n'));
    }
  }

  /** The conversation of a failed test. Build tools show it below the failure. */
  private static final class ConversationReport extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConversationReport(String conversation) {
      super(conversation, null, false, false);
    }
  }

  /** Throws if something went wrong and the test did not look at it. */
  void requireNothingUnseen(ExtensionContext context) {
    String unseen = isShown ? "" : unseen();
    if (!unseen.isEmpty()) {
      AssertionError failure = new AssertionError(unseen);
      show(failure, context);
      isShown = true;
      open(failure, context);
      throw failure;
    }
  }

  private String unseen() {
    List<Exchange> failed = made == null ? List.of() : made.rossum().unseenFailures();
    if (!failed.isEmpty()) {
      return failed.stream()
          .map(Exchange::describe)
          .collect(
              joining(
                  "",
                  "A request failed, and the test did not look at it:\n",
                  "If the test expects the failure, assert it, such as with"
                      + " assertThat(rossum).lastExchange().hasStatus(500)."));
    }
    Set<Problem> problems = new LinkedHashSet<>();
    if (made != null) {
      problems.addAll(made.rossum().unseenProblems());
    }
    if (api != null) {
      problems.addAll(api.unseenProblems());
    }
    if (!problems.isEmpty()) {
      return lines("There is a problem, and the test did not look at it:", problems)
          + "If the test expects it, assert it, such as with "
          + problems.stream().map(TestRun::assertion).distinct().collect(joining(" or "))
          + ".";
    }
    List<DeliveryFault> unmet = made == null ? List.of() : made.rossum().unseenDeliveryFaults();
    if (!unmet.isEmpty()) {
      return lines("A delivery fault met no attempt:", unmet)
          + "Check the event that it is for, and how many attempts there were. If the test expects"
          + " fewer, assert it, such as with assertThat(rossum.deliveryFaultsLeft()).hasSize(1).";
    }
    List<Fault> faults = api == null ? List.of() : api.unseenFaults();
    return faults.isEmpty()
        ? ""
        : lines(MISSED, faults)
            + "Check the method and path that it waits for. If the test expects no such request,"
            + " assert it, such as with assertThat(api.faultsLeft()).hasSize(1).";
  }

  /** Opens the document of a failed test in the playground, if the user asked for it. */
  void open(Throwable failure, ExtensionContext context) {
    if (made != null && !isOpened) {
      isOpened = true;
      FailedTest.open(made.rossum(), context, failure);
    }
  }

  private static String lines(String title, Collection<?> entries) {
    return entries.stream().map(Object::toString).collect(joining("\n", title + "\n", "\n"));
  }

  private static String assertion(Problem problem) {
    return switch (problem.kind()) {
      case USER -> "assertThat(outcome).isRefused()";
      case API -> "assertThat(api).hasProblemContaining(…)";
      default -> "assertThat(rossum).hasProblemContaining(…)";
    };
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
