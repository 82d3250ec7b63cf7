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

/**
 * Applies a rule to one call and shows what Rossum would make of the answer:
 *
 * <pre>{@code
 * RuleTest.given(Fixtures.extractedInvoice().withField("vendor_name", "volv"))
 *     .when(new VendorRule(suppliers))
 *     .then().field("vendor").hasValue("3").isValidatedBy(CONNECTOR);
 * }</pre>
 *
 * <p>Action, {@code updated_datapoints}, settings and secrets are the fixture's. What Rossum would
 * lose of the answer, reject or ignore fails the test, unless {@link #allowingLosses()} was said;
 * so does an exception of the rule, which is thrown as it is. Immutable and thread-safe.
 */
public final class RuleTest {
  private static final Secret SECRET = Secret.of("made up for the test of a rule");

  private final Fixture call;
  private final boolean allowsLosses;

  private RuleTest(Fixture call, boolean allowsLosses) {
    this.call = call;
    this.allowsLosses = allowsLosses;
  }

  /**
   * The call that the rule is tried on.
   *
   * @param call a fixture of {@code annotation_content}
   * @throws IllegalArgumentException if it is one of another event
   */
  public static RuleTest given(Fixture call) {
    call.payload(ContentPayload.class);
    return new RuleTest(call, false);
  }

  /**
   * The same, where writes that Rossum would lose are left out and logged, as by an endpoint in
   * production, and other problems do not fail the test.
   */
  public RuleTest allowingLosses() {
    return new RuleTest(call, true);
  }

  /**
   * Applies rules in their order, each of which sees the edits of those before it.
   *
   * @throws AssertionError if Rossum would reject or ignore something of the answer
   * @throws IllegalStateException if a rule throws a checked exception, which is the cause
   */
  public RuleResult when(ContentRule... rules) {
    return when(ContentRules.of(rules));
  }

  /**
   * Lets a handler answer, such as rules with policies.
   *
   * @throws AssertionError if Rossum would reject or ignore something of the answer
   * @throws IllegalStateException if it throws a checked exception, which is the cause
   */
  public RuleResult when(HookHandler<? super ContentPayload, ContentResponse> handler) {
    Answering answering = new Answering(handler);
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(SECRET)
            .lossyWrites(allowsLosses ? LossyWrites.DROP_AND_LOG : LossyWrites.REFUSE)
            .on(HookEvent.ANNOTATION_CONTENT, answering)
            .build();
    RossumSimulator rossum =
        RossumSimulator.of(SimulatedHook.of(endpoint, SECRET).named("the rule"));
    Outcome outcome = rossum.deliver(call);
    RuleResult result = new RuleResult(rossum, answering.answer(), outcome.problems());
    if (!allowsLosses && !outcome.problems().isEmpty()) {
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
                "Rossum would not take the answer as it is:\n  ",
                "\n" + outcome.exchanges().stream().map(Exchange::describe).collect(joining())));
  }

  /** The fixture, event and action. */
  @Override
  public String toString() {
    return "RuleTest[" + call + "]";
  }
}
