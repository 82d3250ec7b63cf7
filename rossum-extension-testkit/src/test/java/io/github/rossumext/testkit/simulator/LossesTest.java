package io.github.rossumext.testkit.simulator;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatThrownBy;

import io.github.rossumext.FailurePolicy;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.LossyWriteException;
import io.github.rossumext.LossyWrites;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.Secret;
import org.junit.jupiter.api.Test;

/** What an endpoint in the same process leaves out or refuses is a problem of the conversation. */
class LossesTest {
  private static final Secret SECRET = Secret.of("invented for losses");
  private static final ContentRule OUTSIDE = content -> content.field("vendor").set("outside");
  private static final String LOSS =
      "The field 'vendor' got a value that is not among its options.";

  private static RossumSimulator simulator(LossyWrites setting, ContentRules rules) {
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(SECRET)
            .lossyWrites(setting)
            .on(HookEvent.ANNOTATION_CONTENT, rules)
            .build();
    return RossumSimulator.of(endpoint, SECRET).open(Fixtures.invoice());
  }

  @Test
  void aDroppedLossIsAProblem() {
    RossumSimulator rossum = simulator(LossyWrites.DROP_AND_LOG, ContentRules.of(OUTSIDE));

    Outcome outcome = rossum.start();

    assertThat(rossum.field("vendor")).hasDisplayedText("2207");
    assertThat(outcome.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(Problem.Kind.LOSS);
              assertThat(problem.text()).isEqualTo(LOSS);
            });
    assertThatThrownBy(() -> assertThat(rossum).hasNoProblems())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(LOSS);
    assertThatThrownBy(() -> assertThat(outcome).hasNoProblems())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(LOSS);
  }

  @Test
  void aDroppedLossWithoutADocumentIsInTheFailureText() {
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(SECRET)
            .on(
                HookEvent.EMAIL_RECEIVED,
                (email, context) -> EmailResponse.importAll(email).withOriginalSender("", "x"))
            .build();
    RossumSimulator rossum = RossumSimulator.of(endpoint, SECRET);

    rossum.receive(Fixtures.emailReceived());

    String loss = "The original sender has no e-mail address.";
    assertFails(() -> assertThat(rossum).hasNoProblems(), loss);
    assertFails(() -> assertThat(rossum).hasProblemContaining("x"), loss);
    assertFails(() -> assertThat(rossum).hasRequests(), loss);
    assertFails(() -> assertThat(rossum).hasNoErrors(), loss);
    assertFails(() -> assertThat(rossum).lastExchange().hasStatus(201), loss);
  }

  @Test
  void aRefusedLossThatTheRuleHidesIsAProblem() {
    ContentRules hiding =
        ContentRules.of(
                content -> {
                  try {
                    content.field("notes").set("x".repeat(1501));
                  } catch (LossyWriteException e) {
                    content.info("Not written.");
                  }
                })
            .and(content -> content.field("notes").set("y".repeat(1501)), FailurePolicy.FAIL_OPEN);
    RossumSimulator rossum = simulator(LossyWrites.REFUSE, hiding);

    rossum.start();

    assertThat(rossum).lastExchange().hasStatus(500);
    assertThat(rossum)
        .hasProblemContaining("takes values of up to 1500 characters, not 1501.")
        .hasProblemContaining("The request failed with status 500.");
  }

  @Test
  void withoutLossesThereIsNoProblem() {
    RossumSimulator rossum =
        simulator(
            LossyWrites.DROP_AND_LOG,
            ContentRules.of(content -> content.field("notes").set("Checked.")));

    rossum.start();

    assertThat(rossum).hasNoProblems();
  }

  @Test
  void aRefusedEditOfTheUserIsInEveryFailureText() {
    RossumSimulator rossum =
        simulator(LossyWrites.REFUSE, ContentRules.of(content -> content.info("Hello.")));
    String refusal = "a user cannot see it";

    Outcome outcome = rossum.edit("vendor_iban", "CZ65 0800 0000 1920 0014 5399");

    assertThat(outcome.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.USER);
    assertFails(() -> assertThat(outcome).hasNoProblems(), refusal);
    assertFails(() -> assertThat(outcome).hasError("x"), refusal);
    assertFails(() -> assertThat(rossum).hasError("x"), refusal);
    assertFails(() -> assertThat(rossum).lastExchange().hasStatus(201), refusal);
    assertFails(() -> assertThat(rossum.field("notes")).hasText("x"), refusal);
    assertFails(() -> assertThat(rossum.row("line_items[0]")).hasError("x"), refusal);
  }

  private static void assertFails(Runnable assertion, String part) {
    assertThatThrownBy(assertion::run)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(part);
  }
}
