package io.github.rossumext.testkit.rule;

import static io.github.rossumext.LossyWrites.DROP_AND_LOG;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatThrownBy;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.github.rossumext.FailurePolicy;
import io.github.rossumext.LossyWriteException;
import io.github.rossumext.UserMessageException;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.DatapointChange;
import io.github.rossumext.response.Replace;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.Problem;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.Option;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RuleScenarioTest {
  private static void chooseVendor(ContentEditor content) {
    if (content.field("vendor_name").text().equals("volv")) {
      content.field("vendor").options(Option.of("3", "Volvo")).set("3").validatedBy(CONNECTOR);
    } else {
      content.field("vendor_name").error("Vendor not found.");
    }
  }

  @Nested
  class ThreeLines {
    @Test
    void showWhatBecomesOfTheDocument() {
      RuleScenario.given(Fixtures.extractedInvoice().withField("vendor_name", "volv"))
          .when(RuleScenarioTest::chooseVendor)
          .then()
          .field("vendor")
          .hasDisplayedText("3")
          .hasOptions("3")
          .isValidatedBy(CONNECTOR)
          .and()
          .hasNoMessages();
    }

    @Test
    void showWhatTheRuleSays() {
      RuleResult result =
          RuleScenario.given(Fixtures.invoice()).when(RuleScenarioTest::chooseVendor);

      result.then().field("vendor_name").hasError("Vendor not found.");
      assertThat(result.messages()).hasSize(1);
      assertThat(result.response()).hasNoOperations().hasError("Vendor not found.");
    }
  }

  @Nested
  class TheRequest {
    @Test
    void isTheFixtureWithItsActionIdsSettingsAndSecrets() {
      RuleResult result =
          RuleScenario.given(
                  Fixtures.invoice()
                      .withSettings("{\"prefix\": \"PO-\"}")
                      .withSecret("erp", "hush")
                      .withEdited("line_items[1].item_quantity"))
              .when(
                  content -> {
                    if (content.at(HookAction.UPDATED) && content.changed("item_quantity")) {
                      content
                          .field("notes")
                          .set(
                              content.settings(Prefix.class).prefix()
                                  + content.context().secret("erp").reveal().length());
                    }
                  });

      result
          .then()
          .field("notes")
          .hasDisplayedText("PO-4")
          .and()
          .lastExchange()
          .changedOnly("notes");
    }

    @Test
    void mustBeAboutContent() {
      assertThatThrownBy(() -> RuleScenario.given(Fixtures.emailReceived()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("email.received");
    }

    record Prefix(String prefix) {}
  }

  @Nested
  class Rules {
    @Test
    void seeTheEditsOfThoseBefore() {
      RuleScenario.given(Fixtures.invoice())
          .when(
              content -> content.field("notes").set("one"),
              content -> content.field("notes").set(content.field("notes").text() + ", two"))
          .then()
          .field("notes")
          .hasDisplayedText("one, two");
    }

    @Test
    void mayHavePolicies() {
      ContentRule broken =
          content -> {
            throw new IllegalStateException("broken");
          };
      RuleScenario.given(Fixtures.invoice())
          .when(ContentRules.of().and(broken, FailurePolicy.FAIL_OPEN))
          .then()
          .hasNoMessages();
    }

    @Test
    void goOnInTheSimulator() {
      RuleResult result =
          RuleScenario.given(Fixtures.extractedInvoice()).when(RuleScenarioTest::chooseVendor);

      result.simulator().edit("vendor_name", "volv");

      result.then().field("vendor").hasDisplayedText("3");
    }
  }

  @Nested
  class Failures {
    @Test
    void ofTheRuleAreThrownAsTheyAre() {
      IllegalStateException broken = new IllegalStateException("broken");
      assertThatThrownBy(
              () ->
                  RuleScenario.given(Fixtures.invoice())
                      .when(
                          content -> {
                            throw broken;
                          }))
          .isSameAs(broken);
    }

    @Test
    void ofTheRuleNameRuleAndRequest() {
      assertThatThrownBy(
              () -> RuleScenario.given(Fixtures.receipt()).when(content -> {}, new Broken()))
          .isInstanceOf(UnsupportedOperationException.class)
          .satisfies(
              thrown ->
                  assertThat(thrown.getSuppressed()[0])
                      .hasMessage(
                          "Thrown by "
                              + Broken.class.getName()
                              + " for the request receipt, annotation_content.initialize."));
    }

    @Test
    void ofALambdaNameItsClass() {
      assertThatThrownBy(
              () -> RuleScenario.given(Fixtures.receipt()).when(content -> content.field("none")))
          .satisfies(
              thrown ->
                  assertThat(thrown.getSuppressed()[0])
                      .hasMessageContaining(
                          "a lambda or method reference of " + Failures.class.getName()));
    }

    @Test
    void ofTheRuleAreFailuresInTheLogAndHappenOnce() {
      ListAppender<ILoggingEvent> log = new ListAppender<>();
      Logger logger = (Logger) LoggerFactory.getLogger("io.github.rossumext");
      log.start();
      logger.addAppender(log);
      Broken broken = new Broken();
      try {
        assertThatThrownBy(() -> RuleScenario.given(Fixtures.receipt()).when(broken));
      } finally {
        logger.detachAppender(log);
      }

      assertThat(log.list).hasSize(1);
      ILoggingEvent line = log.list.get(0);
      assertThat(line.getFormattedMessage()).contains("500").doesNotContain("200");
      assertThat(ThrowableProxyUtil.asString(line.getThrowableProxy()))
          .contains(UnsupportedOperationException.class.getName(), Broken.class.getName());
      assertThat(broken.calls).isEqualTo(1);
    }

    static final class Broken implements ContentRule {
      int calls;

      @Override
      public void apply(ContentEditor content) {
        calls++;
        throw new UnsupportedOperationException("broken");
      }
    }

    @Test
    void thatAreCheckedAreTheCause() {
      SQLException broken = new SQLException("no database");
      assertThatThrownBy(
              () ->
                  RuleScenario.given(Fixtures.invoice())
                      .when(
                          content -> {
                            throw broken;
                          }))
          .isInstanceOf(IllegalStateException.class)
          .hasCause(broken);
    }

    @Test
    void thatAreAssertionsStayAssertions() {
      AssertionError wrong = new AssertionError("wrong");
      assertThatThrownBy(
              () ->
                  RuleScenario.given(Fixtures.invoice())
                      .when(
                          content -> {
                            throw wrong;
                          }))
          .isSameAs(wrong);
    }

    @Test
    void toTellTheUserAreMessages() {
      RuleScenario.given(Fixtures.invoice())
          .when(
              content -> {
                throw new UserMessageException("The order is closed.");
              })
          .then()
          .hasError("The order is closed.");
    }
  }

  @Nested
  class Losses {
    private final ContentRule outside = content -> content.field("vendor").set("outside");

    @Test
    void areRefused() {
      assertThatThrownBy(() -> RuleScenario.given(Fixtures.invoice()).when(outside))
          .isInstanceOf(LossyWriteException.class);
    }

    @Test
    void ofAHandlersOwnResponseAreRefused() {
      long id = Fixtures.invoice().id("vendor");
      ContentResponse response =
          ContentResponse.builder()
              .operation(Replace.of(id, DatapointChange.empty().withValue("outside")))
              .build();
      assertThatThrownBy(
              () -> RuleScenario.given(Fixtures.invoice()).when((payload, context) -> response))
          .isInstanceOf(LossyWriteException.class);
    }

    @Test
    void areLeftOutWhereAllowed() {
      RuleScenario.given(Fixtures.invoice())
          .withLossyWrites(DROP_AND_LOG)
          .when(outside)
          .then()
          .field("vendor")
          .hasDisplayedText("2207");
    }

    @Test
    void ofAMessageOnAHiddenFieldFailTheTest() {
      ContentRule hidden = content -> content.field("vendor_iban").error("Wrong bank.");
      assertThatThrownBy(() -> RuleScenario.given(Fixtures.invoice()).when(hidden))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("Expected a response that Rossum takes as it is")
          .hasMessageContaining("vendor_iban");

      assertThat(
              RuleScenario.given(Fixtures.invoice())
                  .withLossyWrites(DROP_AND_LOG)
                  .when(hidden)
                  .problems())
          .extracting(Problem::kind)
          .containsExactly(Problem.Kind.MESSAGE);
    }
  }

  @Test
  void printsNothingOfTheContent() {
    RuleScenario given = RuleScenario.given(Fixtures.invoice());
    RuleResult result =
        given.when(
            (payload, context) ->
                ContentResponse.builder()
                    .message(Message.of(MessageType.INFO, "confidential"))
                    .build());

    assertThat(given).hasToString("RuleScenario[invoice, annotation_content.initialize]");
    assertThat(result.toString()).startsWith("RuleResult[").doesNotContain("confidential");
  }

  @Test
  void aScenarioWithoutRulesTestsNothing() {
    RuleScenario scenario = RuleScenario.given(Fixtures.invoice());

    assertThatThrownBy(() -> scenario.when())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected at least one rule, but found none.");
  }
}
