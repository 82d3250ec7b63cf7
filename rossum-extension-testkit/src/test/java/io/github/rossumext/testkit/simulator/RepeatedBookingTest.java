package io.github.rossumext.testkit.simulator;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.FailureException;
import io.github.rossumext.FailurePolicy;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.LossyWrites;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.Secret;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An export rule that books and then throws: how often it books. */
class RepeatedBookingTest {
  private static final Secret SECRET = Secret.of("simulated");

  private int bookings;

  private void book(RuntimeException failure) {
    bookings++;
    throw failure;
  }

  private RossumSimulator exported(HookEndpoint endpoint, UnaryOperator<SimulatedHook> change) {
    RossumSimulator rossum =
        RossumSimulator.of(change.apply(SimulatedHook.of(endpoint, SECRET)))
            .open(Fixtures.invoice().with(HookAction.EXPORT));
    rossum.export();
    return rossum;
  }

  private HookEndpoint ofEvent(FailurePolicy policy) {
    return of(ContentRules.of(content -> book(new IllegalStateException("x"))), policy);
  }

  private static HookEndpoint of(ContentRules rules, FailurePolicy policy) {
    return HookEndpoint.builder()
        .secret(SECRET)
        .on(ANNOTATION_CONTENT.only(HookAction.EXPORT), rules)
        .onFailure(ANNOTATION_CONTENT.only(HookAction.EXPORT), policy)
        .build();
  }

  @ParameterizedTest
  @CsvSource({"TELL_USER,5", "RETRY,5", "NO_RETRY,1", "FAIL_OPEN,1"})
  void followsThePolicyOfTheEvent(FailurePolicy policy, int times) {
    RossumSimulator rossum = exported(ofEvent(policy), hook -> hook);

    assertThat(bookings).isEqualTo(times);
    assertThat(rossum)
        .hasStatus(
            policy == FailurePolicy.FAIL_OPEN
                ? AnnotationStatus.EXPORTED
                : AnnotationStatus.FAILED_EXPORT);
  }

  @Test
  void isOneUnderNoRetryOfARule() {
    ContentRule rule = content -> book(new IllegalStateException("x"));

    RossumSimulator rossum =
        exported(
            of(ContentRules.of().and(rule, FailurePolicy.NO_RETRY), FailurePolicy.RETRY),
            hook -> hook);

    assertThat(bookings).isEqualTo(1);
    assertThat(rossum).hasStatus(AnnotationStatus.FAILED_EXPORT);
  }

  @Test
  void isOneUnderNoRetryOfTheException() {
    ContentRule rule =
        content ->
            book(new FailureException(FailurePolicy.NO_RETRY, new IllegalStateException("x")));

    exported(of(ContentRules.of(rule), FailurePolicy.TELL_USER), hook -> hook);

    assertThat(bookings).isEqualTo(1);
  }

  private HookEndpoint.Builder ofRule(ContentRule afterwards) {
    ContentRule rule =
        content -> {
          bookings++;
          afterwards.apply(content);
        };
    return HookEndpoint.builder()
        .secret(SECRET)
        .on(ANNOTATION_CONTENT, ContentRules.of().and(rule, FailurePolicy.NO_RETRY));
  }

  @Test
  void isOneUnderNoRetryOfARuleThatDoesNotReturnInTime() {
    HookEndpoint.Builder builder =
        ofRule(content -> new CountDownLatch(1).await())
            .handlersOnOwnThreads()
            .timeout(Duration.ofSeconds(1));
    try (HookEndpoint endpoint = builder.build()) {
      RossumSimulator rossum = exported(endpoint, hook -> hook);

      assertThat(rossum).hasStatus(AnnotationStatus.FAILED_EXPORT);
    }
    assertThat(bookings).isEqualTo(1);
  }

  @Test
  void isOneUnderNoRetryOfARuleThatWritesWhatRossumLoses() {
    HookEndpoint endpoint =
        ofRule(content -> content.field("document_id").set("x".repeat(1501)))
            .lossyWrites(LossyWrites.REFUSE)
            .build();

    RossumSimulator rossum = exported(endpoint, hook -> hook);

    assertThat(bookings).isEqualTo(1);
    assertThat(rossum).hasStatus(AnnotationStatus.FAILED_EXPORT);
  }

  @Test
  void isOneUnderNoRetryOfARuleIfALaterRuleFails() {
    ContentRules rules =
        ContentRules.of()
            .and(content -> bookings++, FailurePolicy.NO_RETRY)
            .and(
                content -> {
                  throw new IllegalStateException("x");
                });

    RossumSimulator rossum = exported(of(rules, FailurePolicy.RETRY), hook -> hook);

    assertThat(bookings).isEqualTo(1);
    assertThat(rossum).hasStatus(AnnotationStatus.FAILED_EXPORT);
  }

  @Test
  void areFiveUnderNoRetryIfTheHookRepeatsAfterAnyStatus() {
    exported(ofEvent(FailurePolicy.NO_RETRY), SimulatedHook::withRetryOnAnyNon2xx);

    assertThat(bookings).isEqualTo(5);
  }
}
