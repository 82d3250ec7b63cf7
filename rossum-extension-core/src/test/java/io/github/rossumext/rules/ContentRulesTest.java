package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.FailurePolicy.FAIL_OPEN;
import static io.github.rossumext.FailurePolicy.NO_RETRY;
import static io.github.rossumext.FailurePolicy.RETRY;
import static io.github.rossumext.FailurePolicy.TELL_USER;
import static io.github.rossumext.Wire.json;
import static io.github.rossumext.Wire.messages;
import static io.github.rossumext.Wire.operations;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.CapturedLog;
import io.github.rossumext.ContentRequest;
import io.github.rossumext.FailureException;
import io.github.rossumext.FailurePolicy;
import io.github.rossumext.LossyWrites;
import io.github.rossumext.SettingsException;
import io.github.rossumext.UserMessageException;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.value.Option;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

class ContentRulesTest {
  private static final ContentRequest CALL =
      initialize()
          .field("a", "1")
          .field("b", "2")
          .field("vendor", "")
          .with("request_id", "'r-1'")
          .with("settings", "{'max':'a lot'}");
  private static final String A_IS_2 =
      "{'op':'replace','id':5483409760,'value':{'content':{'value':'2'}}}";
  private static final String B_IS_3 =
      "{'op':'replace','id':5483409761,'value':{'content':{'value':'3'}}}";

  private static final ContentRule FIRST = content -> content.field("a").set("2").info("first");
  private static final ContentRule LAST = content -> content.field("b").set("3").info("last");

  /** A rule that does everything that can be taken back, and then fails. */
  private static ContentRule failing(Throwable failure) {
    return content -> {
      content.field("a").set("9").hidden(true).validatedBy(CONNECTOR).error("failing");
      content.field("b").clear().automationBlocker("failing");
      content.field("vendor").options(Option.of("1"));
      content.automationBlocker("failing");
      content.warning("failing");
      if (failure instanceof Exception exception) {
        throw exception;
      }
      throw (Error) failure;
    };
  }

  private static ContentResponse response(ContentRules rules) throws Exception {
    ContentPayload payload = CALL.payload();
    return rules.handle(payload, ContentRequest.context(payload, LossyWrites.DROP_AND_LOG));
  }

  @Nested
  class Order {
    @Test
    void rulesRunInTheirOrder() throws Exception {
      List<String> ran = new ArrayList<>();

      response(
          ContentRules.of(content -> ran.add("1"), content -> ran.add("2"))
              .and(content -> ran.add("3"), FAIL_OPEN)
              .and(content -> ran.add("4"), RETRY));

      assertThat(ran).containsExactly("1", "2", "3", "4");
    }

    @Test
    void eachRuleSeesTheEditsOfThoseBeforeIt() throws Exception {
      ContentRules rules =
          ContentRules.of(
              FIRST,
              content -> content.field("b").copyFrom(content.field("a")),
              content -> content.number("a").set(content.number("a").value().movePointRight(1)));

      assertThat(operations(response(rules)))
          .containsExactly("{'op':'replace','id':5483409760,'value':{'content':{'value':'20'}}}");
    }

    @Test
    void rulesThatCancelEachOtherOutEmitNothing() throws Exception {
      ContentRules rules =
          ContentRules.of(
              content -> content.field("a").set("2"), content -> content.field("a").set("1"));

      assertThat(json(response(rules))).isEqualTo("{}");
    }

    @Test
    void addingARuleLeavesTheRulesItWasAddedToAsTheyAre() throws Exception {
      ContentRules one = ContentRules.of(FIRST);
      ContentRules two = one.and(LAST, FAIL_OPEN);

      assertThat(operations(response(one))).containsExactly(A_IS_2);
      assertThat(operations(response(two))).containsExactly(A_IS_2, B_IS_3);
    }

    @Test
    void withoutRulesTheResponseIsEmpty() throws Exception {
      assertThat(json(response(ContentRules.of()))).isEqualTo("{}");
    }

    @Test
    void oneRequestLeavesNothingBehindForTheNext() throws Exception {
      ContentRules rules = ContentRules.of(FIRST);

      assertThat(response(rules)).isEqualTo(response(rules));
    }
  }

  @Nested
  class FailOpen {
    static Stream<Throwable> failures() {
      return Stream.of(
          new IllegalStateException("x"),
          new IOException("x"),
          new RejectedExecutionException("the author's pool"),
          new TimeoutException(),
          new CancellationException(),
          new StackOverflowError(),
          new AssertionError("x"),
          new NoClassDefFoundError("x"),
          new OutOfMemoryError("x"),
          new FailureException(RETRY, new IOException("x")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theFailingRuleTakesAllOfItsOwnBackAndTheOthersStay(Throwable failure) throws Exception {
      ContentResponse response =
          response(ContentRules.of(FIRST).and(failing(failure), FAIL_OPEN).and(LAST, TELL_USER));

      assertThat(response).isEqualTo(response(ContentRules.of(FIRST, LAST)));
      assertThat(response.automationBlockers()).isEmpty();
    }

    @Test
    void anEndlessRecursionIsCaughtToo() throws Exception {
      ContentRule endless =
          content -> {
            content.field("a").set("9");
            recurse(1);
          };

      ContentResponse response =
          response(ContentRules.of().and(endless, FAIL_OPEN).and(LAST, RETRY));

      assertThat(operations(response)).containsExactly(B_IS_3);
    }

    private static long recurse(long depth) {
      return depth == 0 ? 0 : recurse(depth + 1) + depth;
    }

    @Test
    void aFieldThatWasWrittenBeforeGoesBackToThatValueAndPlace() throws Exception {
      ContentRules rules =
          ContentRules.of(
                  content -> content.field("b").set("3"), content -> content.field("a").set("2"))
              .and(failing(new IllegalStateException("x")), FAIL_OPEN);

      assertThat(operations(response(rules))).containsExactly(B_IS_3, A_IS_2);
    }

    @Test
    void aFailureThatBringsFailOpenItselfIsRevertedToo() throws Exception {
      ContentRule own = failing(new FailureException(FAIL_OPEN, new IOException("x")));

      assertThat(response(ContentRules.of(FIRST, own, LAST)))
          .isEqualTo(response(ContentRules.of(FIRST, LAST)));
    }

    @Test
    void theLogNamesRuleFailureAndRequestAndNotTheText() throws Exception {
      try (CapturedLog log = CapturedLog.start()) {
        response(ContentRules.of().and(failing(new IOException("Roboyo owes 77")), FAIL_OPEN));

        assertThat(log.lines())
            .singleElement()
            .asString()
            .startsWith("WARN rule failed, its edits were taken back rule=");
        assertThat(log.text())
            .contains("ContentRulesTest", "java.io.IOException", "request=r-1")
            .doesNotContain("Roboyo");
      }
    }

    @Test
    void theLogNamesNoPlaceIfThereIsNone() throws Exception {
      IOException failure = new IOException("x");
      failure.setStackTrace(new StackTraceElement[0]);

      try (CapturedLog log = CapturedLog.start()) {
        response(ContentRules.of().and(failing(new FailureException(RETRY, failure)), FAIL_OPEN));

        assertThat(log.text()).contains("exception=java.io.IOException at=unknown request=");
      }
    }

    @Test
    void anInterruptedRuleLeavesTheThreadInterrupted() throws Exception {
      ContentRules rules =
          ContentRules.of().and(failing(new InterruptedException()), FAIL_OPEN).and(LAST, RETRY);

      ContentResponse response = response(rules);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(operations(response)).containsExactly(B_IS_3);
    }
  }

  @Nested
  class ToldToTheUser {
    @Test
    void theRuleTakesItsOwnBackTheTextIsAnErrorAndTheOthersGoOn() throws Exception {
      ContentRules rules =
          ContentRules.of(FIRST, failing(new UserMessageException("<No> order.")), LAST);

      assertThat(messages(response(rules)))
          .containsExactly(
              "{'type':'info','content':'first','id':5483409760}",
              "{'type':'error','content':'&lt;No&gt; order.'}",
              "{'type':'info','content':'last','id':5483409761}");
      assertThat(operations(response(rules))).containsExactly(A_IS_2, B_IS_3);
      assertThat(response(rules).automationBlockers()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void thePolicyOfTheRuleDoesNotMatter(FailurePolicy policy) throws Exception {
      ContentRules rules =
          ContentRules.of(FIRST).and(failing(new UserMessageException("No.")), policy);

      assertThat(messages(response(rules)))
          .containsExactly(
              "{'type':'info','content':'first','id':5483409760}",
              "{'type':'error','content':'No.'}");
    }
  }

  @Nested
  class OtherFailures {
    @Test
    void withoutAPolicyOfItsOwnTheFailureGoesOnAsItIs() {
      IOException failure = new IOException("x");

      assertThatThrownBy(() -> response(ContentRules.of(FIRST, failing(failure), LAST)))
          .isSameAs(failure);
    }

    @ParameterizedTest
    @EnumSource(names = "FAIL_OPEN", mode = Mode.EXCLUDE)
    void thePolicyOfTheRuleGoesWithTheFailure(FailurePolicy policy) {
      for (Throwable failure : List.of(new IOException("x"), new AssertionError("x"))) {
        assertThatThrownBy(() -> response(ContentRules.of(FIRST).and(failing(failure), policy)))
            .isInstanceOfSatisfying(
                FailureException.class, e -> assertThat(e.policy()).isEqualTo(policy))
            .hasCause(failure);
      }
    }

    @Test
    void thePolicyOfTheRuleCountsMoreThanThatOfTheFailure() {
      Throwable failure = new FailureException(RETRY, new IOException("x"));

      assertThatThrownBy(() -> response(ContentRules.of().and(failing(failure), NO_RETRY)))
          .isInstanceOfSatisfying(
              FailureException.class, e -> assertThat(e.policy()).isEqualTo(NO_RETRY))
          .hasCause(failure);
      assertThatThrownBy(() -> response(ContentRules.of().and(failing(failure), RETRY)))
          .isSameAs(failure);
    }

    @Test
    void aFailureThatFailsOpenFailsTheRequestIfTheRuleSaysSo() {
      Throwable failure = new FailureException(FAIL_OPEN, new IOException("x"));

      assertThatThrownBy(() -> response(ContentRules.of(FIRST).and(failing(failure), NO_RETRY)))
          .isInstanceOfSatisfying(
              FailureException.class, e -> assertThat(e.policy()).isEqualTo(NO_RETRY))
          .hasCause(failure);
    }

    @Test
    void aFailureThatCarriesItsOwnPolicyKeepsIt() {
      ContentRules rules =
          ContentRules.of(failing(new FailureException(RETRY, new IOException("x"))));

      assertThatThrownBy(() -> response(rules))
          .isInstanceOfSatisfying(
              FailureException.class, e -> assertThat(e.policy()).isEqualTo(RETRY));
    }

    @ParameterizedTest
    @EnumSource
    void settingsThatDoNotFitFailTheRequestWhateverThePolicy(FailurePolicy policy) {
      ContentRules rules =
          ContentRules.of(FIRST).and(content -> content.settings(new Limits(1)), policy);

      assertThatThrownBy(() -> response(rules))
          .isInstanceOf(SettingsException.class)
          .hasMessage(
              HelpTopic.SETTINGS_OR_SECRETS.explain("settings.max: expected a whole number"));
    }

    @Test
    void anInterruptedRuleLeavesTheThreadInterruptedUnderAnotherPolicyToo() {
      ContentRules rules = ContentRules.of().and(failing(new InterruptedException()), RETRY);

      assertThatThrownBy(() -> response(rules)).isInstanceOf(FailureException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  record Limits(int max) {}
}
