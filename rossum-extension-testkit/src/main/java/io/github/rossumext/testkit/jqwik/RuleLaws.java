package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.UserMessageException;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.Problem;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Laws that a good extension keeps for every document and every conversation. Each method runs the
 * conversation once. If the extension breaks a law, it throws an {@link AssertionError} with the
 * reason, the code that repeats the conversation, and the exchanges. It also does so if the
 * extension got no request about content, or if all of them failed: the law was not tried then.
 *
 * {@snippet class="io.github.rossumext.snippets.PropertySnippetsTest" region="laws"}
 *
 * <p>A rule runs alone in an endpoint that refuses lossy writes. For an endpoint, several endpoints
 * or a URL, give a {@link RossumSimulator}: each method opens the document again. If your extension
 * keeps state elsewhere, such as in a database, reset it yourself.
 */
public final class RuleLaws {
  private static final Set<Problem.Kind> NOT_THE_EXTENSIONS =
      Set.of(Problem.Kind.USER, Problem.Kind.SCHEMA);

  private RuleLaws() {}

  /** Asserts all laws for a rule, in one run of the conversation. */
  public static void all(ContentRule rule, Conversation conversation) {
    Watched watched = new Watched(rule);
    all(watched.rossum(), conversation, watched);
  }

  /** Asserts all laws for an extension, in one run of the conversation. */
  public static void all(RossumSimulator rossum, Conversation conversation) {
    all(rossum, conversation, null);
  }

  private static void all(
      RossumSimulator rossum, Conversation conversation, @Nullable Watched rule) {
    Story story = new Story(rossum, conversation);
    Idempotence idempotence = new Idempotence(rossum, story);
    story.run(
        outcome -> {
          requireNoFailure(story, outcome, rule);
          requireWholeResponse(story, outcome);
          idempotence.check(outcome);
          // The repeats ran the rule, too.
          requireNothingThrown(story, rule);
        });
  }

  /**
   * Asserts that a rule throws nothing but a {@link UserMessageException}. The cause of the error
   * is what the rule threw.
   */
  public static void neverThrows(ContentRule rule, Conversation conversation) {
    Watched watched = new Watched(rule);
    neverThrows(watched.rossum(), conversation, watched);
  }

  /**
   * Asserts that each request to an extension gets a status of 2xx. It does not notice a handler
   * that throws if the endpoint fails open. The cause of the error is what the handler threw, if
   * the endpoint is in the same process.
   */
  public static void neverThrows(RossumSimulator rossum, Conversation conversation) {
    neverThrows(rossum, conversation, null);
  }

  private static void neverThrows(
      RossumSimulator rossum, Conversation conversation, @Nullable Watched rule) {
    Story story = new Story(rossum, conversation);
    story.run(outcome -> requireNoFailure(story, outcome, rule));
  }

  private static void requireNothingThrown(Story story, @Nullable Watched rule) {
    Throwable thrown = rule == null ? null : rule.thrown.get();
    if (thrown != null) {
      String text = "The rule throws " + thrown;
      throw story.error(text.endsWith(".") ? text : text + ".", thrown);
    }
  }

  private static void requireNoFailure(Story story, Outcome outcome, @Nullable Watched rule) {
    requireNothingThrown(story, rule);
    for (Exchange exchange : outcome.exchanges()) {
      if (!exchange.isSuccess()) {
        throw story.error(
            "A request of " + exchange.eventAndAction() + " fails.",
            exchange.exception().orElse(null));
      }
    }
  }

  /**
   * Asserts that a rule changes nothing the second time, as {@link #isIdempotent(RossumSimulator,
   * Conversation)} does.
   */
  public static void isIdempotent(ContentRule rule, Conversation conversation) {
    isIdempotent(new Watched(rule).rossum(), conversation);
  }

  /**
   * Asserts that an extension changes nothing the second time: no field with its options and
   * position, no message and no automation blocker. {@code initialize} and {@code export} arrive
   * again, as they do if a response was lost. After a step of the user, a validation without a
   * change follows.
   *
   * <p>The second response may leave out a message of the first, which may be about a change that
   * is made now. A third response must have the messages of the second.
   */
  public static void isIdempotent(RossumSimulator rossum, Conversation conversation) {
    Story story = new Story(rossum, conversation);
    story.run(new Idempotence(rossum, story)::check);
  }

  /**
   * Asserts that a rule responds with nothing that Rossum would reject, ignore or lose, as {@link
   * #staysWithinProtocol(RossumSimulator, Conversation)} does.
   */
  public static void staysWithinProtocol(ContentRule rule, Conversation conversation) {
    staysWithinProtocol(new Watched(rule).rossum(), conversation);
  }

  /**
   * Asserts that an extension responds with nothing that Rossum would reject, ignore or lose. Of
   * {@link RossumSimulator#problems()}, only those of the user and of the schema are allowed.
   */
  public static void staysWithinProtocol(RossumSimulator rossum, Conversation conversation) {
    Story story = new Story(rossum, conversation);
    story.run(outcome -> requireWholeResponse(story, outcome));
  }

  private static void requireWholeResponse(Story story, Outcome outcome) {
    Optional<Problem> problem =
        outcome.problems().stream()
            .filter(found -> !NOT_THE_EXTENSIONS.contains(found.kind()))
            .findFirst();
    if (problem.isPresent()) {
      throw story.error("Rossum would not take the whole response. " + problem.get(), null);
    }
  }

  /** A rule in an endpoint of its own, and what it threw. */
  private static final class Watched {
    private final ContentRule rule;
    private final AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();

    Watched(ContentRule rule) {
      this.rule = rule;
    }

    RossumSimulator rossum() {
      // Retries do not matter to the laws.
      return RossumSimulator.of(SimulatedHook.of(ContentRules.of(this::apply)).withRetryCount(0));
    }

    private void apply(ContentEditor content) throws Exception {
      try {
        rule.apply(content);
      } catch (UserMessageException e) {
        throw e;
      } catch (Exception | Error e) {
        thrown.compareAndSet(null, e);
        throw e;
      }
    }
  }
}
