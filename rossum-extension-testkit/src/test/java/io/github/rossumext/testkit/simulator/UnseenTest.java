package io.github.rossumext.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a test passes over fails it, unless the test looked at it. */
class UnseenTest {
  private static Arguments look(String name, Consumer<Outcome> look) {
    return Arguments.of(name, look);
  }

  @Nested
  class AStepThatNoUserCanTake {
    private final RossumSimulator rossum = Order.simulator("{}");
    private final Outcome refused = rossum.export();

    @Test
    void isUnseenAndNamed() {
      assertThat(rossum.unseenProblems())
          .extracting(Problem::toString)
          .containsExactly("export: The document is importing: it is not confirmed.");
    }

    static Stream<Arguments> looks() {
      return Stream.of(
          look("acceptance", Outcome::isAccepted),
          look("refusals", Outcome::refusals),
          look("problems", Outcome::problems),
          look("status", Outcome::status));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void isSeenWithIts(String part, Consumer<Outcome> look) {
      look.accept(refused);

      assertThat(rossum.unseenProblems()).isEmpty();
    }

    @Test
    void isSeenWithAllProblems() {
      assertThat(rossum.problems()).hasSize(1);

      assertThat(rossum.unseenProblems()).isEmpty();
    }

    @Test
    void isNotSeenWithTheRequestsNorWithTheScreen() {
      refused.exchanges();
      rossum.status();
      rossum.messages();
      rossum.screen();

      assertThat(rossum.unseenProblems()).hasSize(1);
    }
  }

  @Nested
  class AnErrorThatPreventsConfirming {
    private final RossumSimulator rossum =
        Order.simulator(Order.quoted("{'messages':[{'type':'error','content':'No','id':101}]}"));
    private final Outcome refused = rossum.confirm();

    static Stream<Arguments> looks() {
      return Stream.of(
          Arguments.of("messages", (Consumer<RossumSimulator>) RossumSimulator::messages),
          Arguments.of("status", (Consumer<RossumSimulator>) RossumSimulator::status),
          Arguments.of("screen", (Consumer<RossumSimulator>) RossumSimulator::screen));
    }

    @Test
    void isUnseenAndNamed() {
      assertThat(rossum.unseenProblems())
          .extracting(Problem::toString)
          .containsExactly("confirm: There is an error on 'order_id': No");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void isSeenWithTheDocuments(String part, Consumer<RossumSimulator> look) {
      look.accept(rossum);

      assertThat(rossum.unseenProblems()).isEmpty();
    }

    @Test
    void isSeenWithTheMessagesOfAField() {
      assertThat(rossum.field("order_id").messages()).hasSize(1);

      assertThat(rossum.unseenProblems()).isEmpty();
    }

    @Test
    void isSeenWithTheRequests() {
      assertThat(refused.exchanges()).isNotEmpty();

      assertThat(rossum.unseenProblems()).isEmpty();
    }
  }

  @Nested
  class AProblemOfAResponse {
    private final RossumSimulator rossum = Order.simulator(Order.quoted("{'answer':42}"));

    @Test
    void isUnseenUntilTheProblemsOfItsExchangeAreSeen() {
      Exchange exchange = rossum.start().exchanges().get(0);
      assertThat(exchange.isSuccess()).isTrue();

      assertThat(rossum.unseenProblems())
          .extracting(Problem::text)
          .containsExactly(
              "The response has a key 'answer', which annotation_content.started ignores.");
      assertThat(exchange.problems()).hasSize(1);
      assertThat(rossum.unseenProblems()).isEmpty();
    }

    @Test
    void isSeenWithAllProblems() {
      rossum.start();
      assertThat(rossum.problems()).hasSize(1);

      assertThat(rossum.unseenProblems()).isEmpty();
    }

    @Test
    void isNotAFailure() {
      rossum.start();

      assertThat(rossum.unseenFailures()).isEmpty();
    }
  }

  @Nested
  class AFailedRequest {
    private final RossumSimulator rossum =
        Order.simulator(StubTransport.responding(StubTransport.status(400, "{}")));

    @Test
    void isAFailureAndNotAProblem() {
      rossum.start();

      assertThat(rossum.unseenFailures()).hasSize(1);
      assertThat(rossum.unseenProblems()).isEmpty();
    }

    @Test
    void isOneOfSeveral() {
      rossum.start();
      rossum.validate();

      assertThat(rossum.unseenFailures())
          .extracting(Exchange::eventAndAction)
          .containsExactly("annotation_content.started", "annotation_content.user_update");
    }

    @Test
    void isNotSeenByThoseWhoReadTheLog() {
      Exchange failed = rossum.start().exchanges().get(0);

      assertThat(ApiMessages.log(failed).path("status_code").asInt()).isEqualTo(400);

      assertThat(rossum.unseenFailures()).containsExactly(failed);
    }

    @Test
    void isSeenWithItsStatus() {
      assertThat(rossum.start().exchanges().get(0).status()).hasValue(400);

      assertThat(rossum.unseenFailures()).isEmpty();
    }

    @Test
    void saysWhyAConfirmIsRefused() {
      rossum.confirm();

      assertThat(rossum.unseenProblems()).isEmpty();
      assertThat(rossum.unseenFailures()).hasSize(2);
    }
  }
}
