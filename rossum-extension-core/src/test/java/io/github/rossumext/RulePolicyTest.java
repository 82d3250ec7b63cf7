package io.github.rossumext;

import static io.github.rossumext.FailurePolicy.FAIL_OPEN;
import static io.github.rossumext.FailurePolicy.NO_RETRY;
import static io.github.rossumext.FailurePolicy.RETRY;
import static io.github.rossumext.FailurePolicy.TELL_USER;
import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.Requests.Kind;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The policy of a rule, for failures that the rule does not throw itself. */
class RulePolicyTest {
  private static final ContentRule QUIET = content -> {};
  private static final ContentRule BROKEN =
      content -> {
        throw new IOException("x");
      };
  private static final ContentRule LOSSY = content -> content.field("note").set("x".repeat(1501));
  private static final ContentRule LOSS_SWALLOWED =
      content -> {
        try {
          LOSSY.apply(content);
        } catch (LossyWriteException e) {
          content.info("Not written.");
        }
      };

  private static ContentRule throwing(FailurePolicy policy) {
    return content -> {
      throw new FailureException(policy, new IOException("x"));
    };
  }

  private static HookEndpoint.Builder endpoint(
      HookHandler<ContentPayload, ContentResponse> handler) {
    return HookEndpoint.builder().secret(Requests.SECRET).on(ANNOTATION_CONTENT, handler);
  }

  private static int status(HookEndpoint.Builder endpoint) {
    return endpoint.build().handle(Kind.EXPORT.request()).status();
  }

  @Nested
  class ATimeout {
    private static final Duration TIME = Duration.ofMillis(200);
    private static final ContentRule STUCK = content -> new CountDownLatch(1).await();

    @BeforeAll
    static void loadClasses() {
      assertThat(status(endpoint(ContentRules.of(BROKEN)))).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({"NO_RETRY,TELL_USER,422", "RETRY,FAIL_OPEN,503", "FAIL_OPEN,NO_RETRY,422"})
    void followsThePolicyOfTheRuleThatRunsUnlessItIsFailOpen(
        FailurePolicy ofRule, FailurePolicy ofEvent, int status) {
      HookEndpoint.Builder builder =
          endpoint(ContentRules.of().and(QUIET, RETRY).and(STUCK, ofRule))
              .onFailure(ANNOTATION_CONTENT, ofEvent)
              .handlersOnOwnThreads()
              .timeout(TIME);
      try (HookEndpoint endpoint = builder.build()) {
        EndpointResponse response = endpoint.handle(Kind.EXPORT.request());

        assertThat(response.status()).isEqualTo(status);
        assertThat(Wire.json(response)).contains("did not respond in time");
      }
    }

    @Test
    void isANoRetryIfARuleWithThatPolicyHasRunBefore() {
      HookEndpoint.Builder builder =
          endpoint(ContentRules.of().and(QUIET, NO_RETRY).and(STUCK))
              .handlersOnOwnThreads()
              .timeout(TIME);
      try (HookEndpoint endpoint = builder.build()) {
        assertThat(endpoint.handle(Kind.EXPORT.request()).status()).isEqualTo(422);
      }
    }

    @Test
    void isThePolicyOfTheEventAfterAllRules() {
      ContentRules rules = ContentRules.of().and(QUIET, RETRY);
      HookEndpoint.Builder builder =
          endpoint(
                  (payload, context) -> {
                    rules.handle(payload, context);
                    new CountDownLatch(1).await();
                    return ContentResponse.empty();
                  })
              .onFailure(ANNOTATION_CONTENT, FAIL_OPEN)
              .handlersOnOwnThreads()
              .timeout(TIME);
      try (HookEndpoint endpoint = builder.build()) {
        assertThat(endpoint.handle(Kind.EXPORT.request()).status()).isEqualTo(200);
      }
    }

    @Test
    void letsNoFurtherRuleBegin() throws Exception {
      Gate gate = new Gate();
      AtomicInteger bookings = new AtomicInteger();
      ContentRules rules =
          ContentRules.of(content -> gate.pass())
              .and(content -> bookings.incrementAndGet(), NO_RETRY);
      ExecutorService threads = Executors.newSingleThreadExecutor();
      HookEndpoint.Builder builder = endpoint(rules).handlersOn(threads).timeout(TIME);
      try (HookEndpoint endpoint = builder.build()) {
        assertThat(endpoint.handle(Kind.EXPORT.request()).status()).isEqualTo(503);
      }

      gate.open();
      threads.shutdown();
      assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      assertThat(bookings).hasValue(0);
    }
  }

  @Nested
  class ALossThatIsRefused {
    private static int status(ContentRules rules, FailurePolicy ofEvent) {
      return RulePolicyTest.status(
          endpoint(rules).onFailure(ANNOTATION_CONTENT, ofEvent).lossyWrites(LossyWrites.REFUSE));
    }

    @Test
    void followsThePolicyOfTheRule() {
      assertThat(status(ContentRules.of().and(LOSSY, NO_RETRY), TELL_USER)).isEqualTo(422);
      assertThat(status(ContentRules.of().and(LOSSY, RETRY), NO_RETRY)).isEqualTo(503);
      assertThat(status(ContentRules.of().and(LOSS_SWALLOWED, NO_RETRY), RETRY)).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
      "NO_RETRY,RETRY,422",
      "RETRY,TELL_USER,503",
      "FAIL_OPEN,NO_RETRY,422",
      "FAIL_OPEN,FAIL_OPEN,500"
    })
    void followsThePolicyOfTheExceptionUnlessItHidesTheLoss(
        FailurePolicy own, FailurePolicy ofEvent, int status) {
      ContentRule rule =
          content -> {
            LOSS_SWALLOWED.apply(content);
            throwing(own).apply(content);
          };

      assertThat(status(ContentRules.of(rule), ofEvent)).isEqualTo(status);
    }

    @Test
    void isANoRetryIfTheHandlerFoundItAfterARuleWithThatPolicy() {
      ContentRules rules = ContentRules.of().and(QUIET, NO_RETRY).and(LOSSY);

      assertThat(status(rules, RETRY)).isEqualTo(422);
      assertThat(status(rules, FAIL_OPEN)).isEqualTo(422);
    }
  }

  /** An exception that cannot be shown, such as one whose text runs into an endless recursion. */
  private static final class Untold extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
      throw new StackOverflowError();
    }
  }

  @Test
  void isKeptIfTheTextOfTheExceptionCannotBeRead() {
    ContentRule rule =
        content -> {
          throw new Untold();
        };

    assertThat(status(endpoint(ContentRules.of().and(rule, RETRY)))).isEqualTo(503);
    assertThat(status(endpoint(ContentRules.of().and(rule, NO_RETRY)))).isEqualTo(422);
    assertThat(status(endpoint(ContentRules.of().and(rule, FAIL_OPEN)))).isEqualTo(200);
  }

  @Test
  void anEventThatFailsOpenLosesTheEditsOfAllItsRules() {
    ContentRules rules =
        ContentRules.of(content -> content.field("note").set("x"))
            .and(content -> content.info("Checked."))
            .and(BROKEN);
    EndpointResponse response =
        endpoint(rules)
            .onFailure(ANNOTATION_CONTENT, FAIL_OPEN)
            .build()
            .handle(Kind.UPDATED.request());

    assertThat(response.status()).isEqualTo(200);
    assertThat(Wire.json(response)).isEqualTo("{}");
  }

  @Nested
  class AFailureAfterANoRetryRule {
    private final ContentRules booked = ContentRules.of().and(QUIET, NO_RETRY);

    @ParameterizedTest
    @EnumSource(names = "FAIL_OPEN", mode = Mode.EXCLUDE)
    void isANoRetryWhateverItsOwnPolicy(FailurePolicy policy) {
      assertThat(status(endpoint(booked.and(BROKEN, policy)))).isEqualTo(422);
      assertThat(status(endpoint(booked.and(throwing(policy))))).isEqualTo(422);
      assertThat(status(endpoint(booked.and(BROKEN)).onFailure(ANNOTATION_CONTENT, policy)))
          .isEqualTo(422);
    }

    @Test
    void isANoRetryOfTheHandlerThatAppliesTheRules() {
      assertThat(
              status(
                  endpoint(
                      (payload, context) -> {
                        booked.handle(payload, context);
                        throw new IOException("x");
                      })))
          .isEqualTo(422);
    }

    @Test
    void isA200IfItFailsOpen() {
      assertThat(status(endpoint(booked.and(BROKEN, FAIL_OPEN)))).isEqualTo(200);
      assertThat(status(endpoint(booked.and(BROKEN)).onFailure(ANNOTATION_CONTENT, FAIL_OPEN)))
          .isEqualTo(200);
    }

    @Test
    void isRepeatedIfTheRuleHasNotBegun() {
      assertThat(status(endpoint(ContentRules.of(BROKEN).and(QUIET, NO_RETRY)))).isEqualTo(500);
    }
  }
}
