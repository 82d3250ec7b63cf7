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
 * What holds for a good extension, whatever the document says and the user does. Each law holds the
 * conversation and throws an {@link AssertionError} that tells the story where the law is broken:
 * why, the code that repeats it, and what was said.
 *
 * <pre>{@code
 * @Property
 * void myRuleKeepsTheLaws(@ForAll("conversations") Conversation conversation) {
 *   RuleLaws.all(new MyRule(), conversation);
 * }
 * }</pre>
 *
 * <p>Rules are tested alone, in an endpoint that refuses lossy writes; an endpoint, several of them
 * or a URL in a {@link RossumSimulator}, of which each law opens the document anew. State that an
 * extension keeps elsewhere, such as a database, is the author's to reset.
 */
public final class RuleLaws {
  private static final Set<Problem.Kind> NOT_THE_EXTENSIONS =
      Set.of(Problem.Kind.USER, Problem.Kind.SCHEMA);

  private RuleLaws() {}

  /** Each of the laws for a rule. */
  public static void all(ContentRule rule, Conversation conversation) {
    neverThrows(rule, conversation);
    isIdempotent(rule, conversation);
    staysWithinProtocol(rule, conversation);
  }

  /** Each of the laws for an extension. */
  public static void all(RossumSimulator rossum, Conversation conversation) {
    neverThrows(rossum, conversation);
    isIdempotent(rossum, conversation);
    staysWithinProtocol(rossum, conversation);
  }

  /**
   * A rule never throws, other than a {@link UserMessageException}. The error has what it threw as
   * its cause.
   */
  public static void neverThrows(ContentRule rule, Conversation conversation) {
    Watched watched = new Watched(rule);
    neverThrows(watched.rossum(), conversation, watched);
  }

  /**
   * No request to an extension fails: each gets a status of 2xx. What an endpoint fails open is not
   * seen.
   */
  public static void neverThrows(RossumSimulator rossum, Conversation conversation) {
    neverThrows(rossum, conversation, null);
  }

  private static void neverThrows(
      RossumSimulator rossum, Conversation conversation, @Nullable Watched rule) {
    Story story = new Story(rossum, conversation);
    story.run(
        outcome -> {
          Throwable thrown = rule == null ? null : rule.thrown.get();
          if (thrown != null) {
            String text = "The rule throws " + thrown;
            throw story.error(text.endsWith(".") ? text : text + ".", thrown);
          }
          for (Exchange exchange : outcome.exchanges()) {
            if (!exchange.isSuccess()) {
              throw story.error("A request of " + exchange.event() + " fails.", null);
            }
          }
        });
  }

  /**
   * A rule changes nothing the second time: see {@link #isIdempotent(RossumSimulator,
   * Conversation)}.
   */
  public static void isIdempotent(ContentRule rule, Conversation conversation) {
    isIdempotent(new Watched(rule).rossum(), conversation);
  }

  /**
   * An extension changes nothing the second time: neither when {@code initialize} or {@code export}
   * arrives again, as it does when a response was lost, nor at a validation without a change after
   * anything that a user did.
   */
  public static void isIdempotent(RossumSimulator rossum, Conversation conversation) {
    Story story = new Story(rossum, conversation);
    story.run(
        outcome -> {
          if (outcome.exchanges().stream().noneMatch(RuleLaws::isContent)) {
            return;
          }
          boolean isRetried = Set.of("initialize", "export").contains(outcome.action());
          Outcome again = isRetried ? rossum.repeat() : rossum.validate();
          if (again.exchanges().stream().anyMatch(exchange -> !exchange.changes().isEmpty())) {
            story.also(isRetried ? "rossum.repeat();" : "rossum.validate();");
            throw story.error(
                isRetried
                    ? "The request of " + outcome.action() + " changes more when it arrives again."
                    : "A validation without a change changes the document.",
                null);
          }
        });
  }

  private static boolean isContent(Exchange exchange) {
    return exchange.event().startsWith("annotation_content.");
  }

  /**
   * A rule responds with nothing that Rossum would reject, ignore or lose: see {@link
   * #staysWithinProtocol(RossumSimulator, Conversation)}.
   */
  public static void staysWithinProtocol(ContentRule rule, Conversation conversation) {
    staysWithinProtocol(new Watched(rule).rossum(), conversation);
  }

  /**
   * An extension responds with nothing that Rossum would reject, ignore or lose: no {@link
   * RossumSimulator#problems()} but those of what the user did.
   */
  public static void staysWithinProtocol(RossumSimulator rossum, Conversation conversation) {
    Story story = new Story(rossum, conversation);
    story.run(
        outcome -> {
          Optional<Problem> problem =
              outcome.problems().stream()
                  .filter(found -> !NOT_THE_EXTENSIONS.contains(found.kind()))
                  .findFirst();
          if (problem.isPresent()) {
            throw story.error("Rossum would not take the response. " + problem.get(), null);
          }
        });
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
