package io.github.rossumext.testkit.rule;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatThrownBy;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;

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

class RuleTestTest {
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
      RuleTest.given(Fixtures.extractedInvoice().withField("vendor_name", "volv"))
          .when(RuleTestTest::chooseVendor)
          .then()
          .field("vendor")
          .hasValue("3")
          .hasOptions("3")
          .isValidatedBy(CONNECTOR)
          .and()
          .hasNoMessages();
    }

    @Test
    void showWhatTheRuleSays() {
      RuleResult result = RuleTest.given(Fixtures.invoice()).when(RuleTestTest::chooseVendor);

      result.then().field("vendor_name").hasError("Vendor not found.");
      assertThat(result.messages()).hasSize(1);
      assertThat(result.response()).hasNoOperations().hasError("Vendor not found.");
    }
  }

  @Nested
  class TheCall {
    @Test
    void isTheFixtureWithItsActionIdsSettingsAndSecrets() {
      RuleResult result =
          RuleTest.given(
                  Fixtures.invoice()
                      .withSettings("{\"prefix\": \"PO-\"}")
                      .withSecret("erp", "hush")
                      .edited("line_items[1].item_quantity"))
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

      result.then().field("notes").hasValue("PO-4").and().lastCall().changedOnly("notes");
    }

    @Test
    void mustBeAboutContent() {
      assertThatThrownBy(() -> RuleTest.given(Fixtures.emailReceived()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("email.received");
    }

    record Prefix(String prefix) {}
  }

  @Nested
  class Rules {
    @Test
    void seeTheEditsOfThoseBefore() {
      RuleTest.given(Fixtures.invoice())
          .when(
              content -> content.field("notes").set("one"),
              content -> content.field("notes").set(content.field("notes").text() + ", two"))
          .then()
          .field("notes")
          .hasValue("one, two");
    }

    @Test
    void mayHavePolicies() {
      ContentRule broken =
          content -> {
            throw new IllegalStateException("broken");
          };
      RuleTest.given(Fixtures.invoice())
          .when(ContentRules.of().and(broken, FailurePolicy.FAIL_OPEN))
          .then()
          .hasNoMessages();
    }

    @Test
    void goOnInTheSimulator() {
      RuleResult result =
          RuleTest.given(Fixtures.extractedInvoice()).when(RuleTestTest::chooseVendor);

      result.simulator().edit("vendor_name", "volv");

      result.then().field("vendor").hasValue("3");
    }
  }

  @Nested
  class Failures {
    @Test
    void ofTheRuleAreThrownAsTheyAre() {
      IllegalStateException broken = new IllegalStateException("broken");
      assertThatThrownBy(
              () ->
                  RuleTest.given(Fixtures.invoice())
                      .when(
                          content -> {
                            throw broken;
                          }))
          .isSameAs(broken);
    }

    @Test
    void thatAreCheckedAreTheCause() {
      SQLException broken = new SQLException("no database");
      assertThatThrownBy(
              () ->
                  RuleTest.given(Fixtures.invoice())
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
                  RuleTest.given(Fixtures.invoice())
                      .when(
                          content -> {
                            throw wrong;
                          }))
          .isSameAs(wrong);
    }

    @Test
    void toTellTheUserAreMessages() {
      RuleTest.given(Fixtures.invoice())
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
      assertThatThrownBy(() -> RuleTest.given(Fixtures.invoice()).when(outside))
          .isInstanceOf(LossyWriteException.class);
    }

    @Test
    void ofAHandlersOwnAnswerAreRefused() {
      long id = Fixtures.invoice().id("vendor");
      ContentResponse answer =
          ContentResponse.builder()
              .operation(Replace.of(id, DatapointChange.none().withValue("outside")))
              .build();
      assertThatThrownBy(
              () -> RuleTest.given(Fixtures.invoice()).when((payload, context) -> answer))
          .isInstanceOf(LossyWriteException.class);
    }

    @Test
    void areLeftOutWhereAllowed() {
      RuleTest.given(Fixtures.invoice())
          .allowingLosses()
          .when(outside)
          .then()
          .field("vendor")
          .hasValue("2207");
    }

    @Test
    void ofAMessageOnAHiddenFieldFailTheTest() {
      ContentRule hidden = content -> content.field("vendor_iban").error("Wrong bank.");
      assertThatThrownBy(() -> RuleTest.given(Fixtures.invoice()).when(hidden))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("Rossum would not take the answer as it is")
          .hasMessageContaining("vendor_iban");

      assertThat(RuleTest.given(Fixtures.invoice()).allowingLosses().when(hidden).problems())
          .extracting(Problem::kind)
          .containsExactly(Problem.Kind.MESSAGE);
    }
  }

  @Test
  void printsNothingOfTheContent() {
    RuleTest given = RuleTest.given(Fixtures.invoice());
    RuleResult result =
        given.when(
            (payload, context) ->
                ContentResponse.builder()
                    .message(Message.of(MessageType.INFO, "confidential"))
                    .build());

    assertThat(given).hasToString("RuleTest[invoice, annotation_content.initialize]");
    assertThat(result.toString()).startsWith("RuleResult[").doesNotContain("confidential");
  }
}
