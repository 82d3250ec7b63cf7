package io.github.rossumext.testkit.rule;

import static java.util.stream.Collectors.joining;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.HookHandler;
import io.github.rossumext.LossyWrites;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.Problem;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.value.Secret;
import java.util.Arrays;

/**
 * A test of rules on one request. Its result is the document after Rossum applied the response:
 *
 * {@snippet class="io.github.rossumext.snippets.TestkitSnippetsTest" region="rule-scenario"}
 *
 * <p>The action, {@code updated_datapoints}, settings and secrets are those of the fixture. The
 * test fails:
 *
 * <ul>
 *   <li>if a rule throws. The failure is the exception of the rule. A note below it names the rule
 *       and the request
 *   <li>if Rossum would lose, reject or ignore a part of the response, unless you call {@link
 *       #withLossyWrites withLossyWrites(DROP_AND_LOG)}
 * </ul>
 *
 * <p>Immutable and thread-safe.
 */
public final class RuleScenario {
  private static final Secret SECRET = Secret.of("invented for the test of a rule");

  private final Fixture request;
  private final LossyWrites lossyWrites;

  private RuleScenario(Fixture request, LossyWrites lossyWrites) {
    this.request = request;
    this.lossyWrites = lossyWrites;
  }

  /**
   * Returns a scenario that applies rules to this request.
   *
   * @param request a fixture of {@code annotation_content}
   * @throws IllegalArgumentException if the fixture is about another event
   */
  public static RuleScenario given(Fixture request) {
    request.payload(ContentPayload.class);
    return new RuleScenario(request, LossyWrites.REFUSE);
  }

  /**
   * Returns a copy with this setting of the endpoint. {@code REFUSE}, the default, fails the test
   * if Rossum would lose a write. {@code DROP_AND_LOG} drops and logs such a write, and does not
   * fail the test.
   */
  public RuleScenario withLossyWrites(LossyWrites setting) {
    return new RuleScenario(request, setting);
  }

  /**
   * Applies rules in this order. Each rule sees the edits of the rules before it. An unchecked
   * exception of a rule is thrown as it is, such as a {@code LossyWriteException}.
   *
   * @throws AssertionError if Rossum would reject or ignore a part of the response
   * @throws IllegalArgumentException if no rule is given
   * @throws IllegalStateException if a rule throws a checked exception, which is then the cause
   */
  public RuleResult when(ContentRule... rules) {
    if (rules.length == 0) {
      throw new IllegalArgumentException("Expected at least one rule, but found none.");
    }
    return when(ContentRules.of(Arrays.stream(rules).map(this::noted).toArray(ContentRule[]::new)));
  }

  private ContentRule noted(ContentRule rule) {
    return content -> {
      try {
        rule.apply(content);
      } catch (Exception | Error e) {
        e.addSuppressed(new FailureNote(rule, request));
        throw e;
      }
    };
  }

  /**
   * Sends the request to a handler, such as {@code ContentRules} with failure policies. An
   * unchecked exception of the handler is thrown as it is.
   *
   * @throws AssertionError if Rossum would reject or ignore a part of the response
   * @throws IllegalStateException if the handler throws a checked exception, which is then the
   *     cause
   */
  public RuleResult when(HookHandler<? super ContentPayload, ContentResponse> handler) {
    CapturingHandler captured = new CapturingHandler(handler);
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(SECRET)
            .lossyWrites(lossyWrites)
            .logExceptionTexts()
            .on(HookEvent.ANNOTATION_CONTENT, captured)
            .build();
    RossumSimulator rossum =
        RossumSimulator.of(
            SimulatedHook.of(endpoint, SECRET).withName("the rule").withRetryCount(0));
    Outcome outcome = rossum.deliver(request);
    RuleResult result = new RuleResult(rossum, captured.response(), outcome.problems());
    if (lossyWrites == LossyWrites.REFUSE && !outcome.problems().isEmpty()) {
      throw new AssertionError(problems(outcome));
    }
    return result;
  }

  private static String problems(Outcome outcome) {
    return outcome.problems().stream()
        .map(Problem::toString)
        .collect(
            joining(
                "\n  ",
                "Expected a response that Rossum takes as it is, but found problems:\n  ",
                "\n" + outcome.exchanges().stream().map(Exchange::describe).collect(joining())));
  }

  /** Returns the fixture, event and action. */
  @Override
  public String toString() {
    return "RuleScenario[" + request + "]";
  }

  /** A note below the exception of a rule, which names the rule. */
  private static final class FailureNote extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailureNote(ContentRule rule, Fixture request) {
      super("Thrown by " + nameOf(rule) + " for the request " + request + ".", null, false, false);
    }

    private static String nameOf(ContentRule rule) {
      String name = rule.getClass().getName();
      int lambda = name.indexOf("$$Lambda");
      return lambda < 0 ? name : "a lambda or method reference of " + name.substring(0, lambda);
    }
  }
}
