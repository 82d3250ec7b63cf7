package io.github.rossumext.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.value.ValidationSource;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifecycleTest {
  private static String error(String field) {
    return Order.quoted(
        "{'messages':[{'type':'error','content':'No'"
            + (field.isEmpty() ? "" : ",'id':" + field)
            + "}]}");
  }

  @Test
  void aDocumentGoesFromImportToExport() {
    RossumSimulator rossum = Order.simulator("{}");

    assertThat(rossum.status()).isEqualTo(AnnotationStatus.IMPORTING);
    assertThat(rossum.initialize().status()).isEqualTo(AnnotationStatus.TO_REVIEW);
    assertThat(rossum.start().status()).isEqualTo(AnnotationStatus.REVIEWING);
    assertThat(rossum.postpone().status()).isEqualTo(AnnotationStatus.POSTPONED);
    assertThat(rossum.start().status()).isEqualTo(AnnotationStatus.REVIEWING);
    assertThat(rossum.cancel().status()).isEqualTo(AnnotationStatus.TO_REVIEW);
    assertThat(rossum.confirm().status()).isEqualTo(AnnotationStatus.EXPORTING);
    assertThat(rossum.export().status()).isEqualTo(AnnotationStatus.EXPORTED);
  }

  @Test
  void aQueueWithConfirmedStateKeepsItThereUntilTheExport() {
    RossumSimulator rossum =
        Order.simulator("{}").queue(QueueSettings.defaults().withConfirmedState());

    assertThat(rossum.confirm().status()).isEqualTo(AnnotationStatus.CONFIRMED);
    assertThat(rossum.export().status()).isEqualTo(AnnotationStatus.EXPORTED);
  }

  @Test
  void theHooksHearOfEveryStatus() {
    StubTransport extension = StubTransport.responding("{}");
    RossumSimulator rossum =
        RossumSimulator.of(
                SimulatedHook.of(extension, Order.SECRET).withEvents("annotation_status.changed"))
            .open(Order.request());
    assertThat(rossum.initialize().exchanges())
        .extracting(Exchange::eventAndAction)
        .containsExactly("annotation_status.changed");
    rossum.confirm();

    assertThat(rossum.exchanges())
        .extracting(Exchange::cause)
        .containsExactly("to_review", "reviewing", "exporting");
    assertThat(extension.requests().get(0))
        .contains("\"content\":\"https://x.example/api/v1/annotations/9/content\"")
        .contains("\"previous_status\":\"importing\"")
        .doesNotContain("updated_datapoints");
  }

  @Test
  void whatIsNotConfirmedIsNotExported() {
    Outcome outcome = Order.simulator("{}").export();

    assertThat(outcome.isAccepted()).isFalse();
    assertThat(outcome.refusals().get(0)).contains("not confirmed");
  }

  @Test
  void anErrorAtExportFailsIt() {
    StubTransport extension = StubTransport.responding(error(""));
    RossumSimulator rossum =
        RossumSimulator.of(
                SimulatedHook.of(extension, Order.SECRET).withEvents("annotation_content.export"))
            .open(Order.request());
    rossum.confirm();

    assertThat(rossum.export().status()).isEqualTo(AnnotationStatus.FAILED_EXPORT);
  }

  @Test
  void anUnmetConstraintStopsConfirming() {
    RossumSimulator rossum = Order.simulator("{}");
    rossum.edit("amount", "");

    assertThat(rossum.confirm().refusals())
        .containsExactly("There is an error on 'amount': This field is required.");
    assertThat(rossum.problems()).isEmpty();
  }

  @Test
  void messagesAreReplacedAtEachValidation() {
    StubTransport extension =
        StubTransport.responding(StubTransport.ok(error("")), StubTransport.ok("{}"));
    RossumSimulator rossum = Order.simulator(extension);

    rossum.start();
    assertThat(rossum.messages()).hasSize(1);
    rossum.edit("order_id", "B1");
    assertThat(rossum.messages()).isEmpty();
  }

  @Test
  void theNextRequestHoldsTheStoredMessages() {
    StubTransport extension = StubTransport.responding(error("101"));
    RossumSimulator rossum = Order.simulator(extension);
    rossum.initialize();
    rossum.start();

    assertThat(extension.requests().get(1)).contains("\"id\":\"101\"");
  }

  @Test
  void nothingCanBeDoneWithoutADocument() {
    RossumSimulator rossum =
        RossumSimulator.of(SimulatedHook.of(StubTransport.responding("{}"), Order.SECRET));
    assertThatThrownBy(rossum::initialize)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("open(…)");
    assertThatThrownBy(() -> rossum.open(Fixtures.emailReceived()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aUserDropsADocumentOnce() {
    RossumSimulator rossum = Order.simulator("{}");

    assertThat(rossum.reject().refusals())
        .containsExactly("The document is importing: no user has it open.");
    rossum.start();
    assertThat(rossum.reject()).hasToString("reject: rejected");
    assertThat(rossum.delete()).hasToString("delete: deleted");
    assertThat(rossum.delete().refusals())
        .containsExactly("The document is deleted: it cannot become deleted.");
  }

  @Test
  void onlyAFreshDocumentIsInitialized() {
    RossumSimulator rossum = Order.simulator("{}");
    rossum.start();

    assertThat(rossum.initialize().refusals())
        .containsExactly(
            "The document is reviewing: only a document that is created or importing can be"
                + " initialized.");
  }

  @Test
  void aCreatedDocumentIsImportedFirst() {
    ObjectNode request = Json.object(Order.request());
    ((ObjectNode) request.path("annotation")).put("status", "created");
    StubTransport extension = StubTransport.responding("{}");
    RossumSimulator rossum = Order.simulator(extension).open(Json.bytes(request));

    assertThat(rossum.initialize()).hasToString("initialize: to_review");
    assertThat(extension.requests().get(0)).contains("\"status\":\"importing\"");
  }

  @Test
  void aDocumentBeingExportedIsNotOpened() {
    RossumSimulator rossum = Order.simulator("{}");
    rossum.confirm();

    assertThat(rossum.start().refusals())
        .containsExactly("The document is exporting: no user can open it.");
    assertThat(rossum.confirm().refusals())
        .containsExactly("The document is exporting: no user can open it.");
  }

  @Test
  void aFailedRequestPreventsConfirming() {
    RossumSimulator rossum =
        Order.simulator(StubTransport.responding(StubTransport.status(500, "{}")));

    assertThat(rossum.confirm().refusals()).containsExactly("The request to an extension failed.");
  }

  @Test
  void aDeliveryOfInitializeBringsItsBlockersAgain() {
    RossumSimulator rossum =
        Order.simulator(
            StubTransport.responding(
                StubTransport.ok(
                    Order.quoted("{'automation_blockers':[{'content':'Odd','id':101}]}")),
                StubTransport.ok("{}")));
    rossum.initialize();
    assertThat(rossum.field("order_id").blockers()).hasSize(1);

    assertThat(rossum.deliverAgain()).hasToString("deliver again: to_review");

    assertThat(rossum.field("order_id").blockers()).isEmpty();
  }

  @Test
  void aDeliveryOfInitializeHasTheScoresOfTheExtraction() {
    StubTransport extension = StubTransport.responding("{}");
    RossumSimulator rossum = Order.simulator(extension);

    rossum.deliver(Fixture.of(Order.request()));

    assertThat(rossum.field("order_id").validationSources())
        .containsExactly(ValidationSource.SCORE);
    assertThat(Json.read(extension.requests().get(0)).findParents("schema_id"))
        .filteredOn(node -> List.of("order_id", "code").contains(node.path("schema_id").asText()))
        .extracting(node -> node.path("validation_sources").toString())
        .containsExactly("[\"score\"]", "[\"NA\"]");
  }

  @Test
  void whatIsDeliveredAgainIsApplied() {
    RossumSimulator rossum =
        Order.simulator(
            StubTransport.responding(
                StubTransport.ok("{}"),
                StubTransport.ok(
                    Order.operations("{'op':'replace','id':101,'value':{'hidden':true}}"))));
    rossum.initialize();
    assertThat(rossum.field("order_id").isHidden()).isFalse();

    rossum.deliverAgain();

    assertThat(rossum.field("order_id").isHidden()).isTrue();
  }

  @Test
  void onlyInitializeChangesTheBlockers() {
    RossumSimulator rossum =
        Order.simulator(
            StubTransport.responding(
                StubTransport.ok(
                    Order.quoted("{'automation_blockers':[{'content':'Odd','id':101}]}")),
                StubTransport.ok("{}")));
    rossum.initialize();
    rossum.edit("order_id", "B1");
    rossum.repeat();

    assertThat(rossum.field("order_id").blockers()).hasSize(1);
  }

  @Nested
  class Automation {
    private RossumSimulator at(AutomationLevel level, String response) {
      RossumSimulator rossum =
          Order.simulator(response).queue(QueueSettings.defaults().withAutomation(level));
      rossum.initialize();
      return rossum;
    }

    @Test
    void isOffInANewQueue() {
      RossumSimulator rossum = Order.simulator("{}");
      rossum.initialize();

      assertThat(rossum.isAutomated()).isFalse();
      assertThat(rossum.blockers())
          .extracting(Blocker::type)
          .containsExactly(Blocker.Type.AUTOMATION_DISABLED);
    }

    @Test
    void isBlockedByFieldsThatNothingValidated() {
      RossumSimulator rossum = at(AutomationLevel.CONFIDENT, "{}");

      assertThat(rossum.status()).isEqualTo(AnnotationStatus.TO_REVIEW);
      assertThat(rossum.field("pieces").blockers())
          .extracting(Blocker::type)
          .containsExactly(Blocker.Type.LOW_SCORE);
      assertThat(rossum.field("kind").blockers())
          .extracting(Blocker::type)
          .containsExactly(Blocker.Type.NO_VALIDATION_SOURCES);
      assertThat(rossum.field("order_id").validationSources())
          .containsExactly(ValidationSource.SCORE);
    }

    @ParameterizedTest
    @CsvSource({"0.9, true", "0.89, true", "0.91, false"})
    void isSureOfAFieldFromTheThresholdOn(double threshold, boolean isSure) {
      RossumSimulator rossum =
          Order.simulator("{}")
              .queue(
                  QueueSettings.defaults()
                      .withAutomation(AutomationLevel.CONFIDENT)
                      .withScoreThreshold(threshold));
      rossum.initialize();

      SimulatedField field = rossum.field("order_id"); // 0.9
      assertThat(field.validationSources().contains(ValidationSource.SCORE)).isEqualTo(isSure);
      assertThat(field.blockers())
          .extracting(Blocker::type)
          .isEqualTo(isSure ? List.of() : List.of(Blocker.Type.LOW_SCORE));
    }

    @Test
    void isNotBlockedByAScoreAtTheThresholdThatTheExtensionTookAway() {
      RossumSimulator rossum =
          Order.simulator(
                  Order.operations("{'op':'replace','id':101,'value':{'validation_sources':[]}}"))
              .queue(
                  QueueSettings.defaults()
                      .withAutomation(AutomationLevel.CONFIDENT)
                      .withScoreThreshold(0.9));
      rossum.initialize();

      assertThat(rossum.field("order_id").blockers())
          .extracting(Blocker::type)
          .containsExactly(Blocker.Type.NO_VALIDATION_SOURCES);
    }

    @Test
    void succeedsOnceEveryFieldIsValidated() {
      String sources = "'validation_sources':['connector']";
      RossumSimulator rossum =
          at(
              AutomationLevel.CONFIDENT,
              Order.operations(
                  "{'op':'replace','id':103,'value':{"
                      + sources
                      + "}},{'op':'replace','id':105,'value':{"
                      + sources
                      + "}},{'op':'replace','id':108,'value':{"
                      + sources
                      + "}}"));

      assertThat(rossum.blockers()).isEmpty();
      assertThat(rossum.isAutomated()).isTrue();
      assertThat(rossum.status()).isEqualTo(AnnotationStatus.EXPORTING);
    }

    @Test
    void isBlockedByAnExtension() {
      RossumSimulator rossum =
          at(
              AutomationLevel.ALWAYS,
              Order.quoted("{'automation_blockers':[{'content':'Odd','id':101}]}"));

      assertThat(rossum.isAutomated()).isFalse();
      assertThat(rossum.field("order_id").blockers())
          .extracting(Blocker::text)
          .containsExactly("Odd");
    }

    @Test
    void isBlockedByAnError() {
      assertThat(at(AutomationLevel.ALWAYS, error("")).blockers())
          .extracting(Blocker::type)
          .containsExactly(Blocker.Type.ERROR_MESSAGE);
    }

    @Test
    void isBlockedByTooFewRows() {
      assertThat(
              at(AutomationLevel.ALWAYS, Order.operations("{'op':'remove','id':111}")).blockers())
          .extracting(Blocker::schemaId)
          .containsExactly("lines");
    }

    @Test
    void thatIsAlwaysOnClearsAnErroneousFieldAndValidatesAgain() {
      StubTransport extension =
          StubTransport.responding(StubTransport.ok(error("101")), StubTransport.ok("{}"));
      RossumSimulator rossum =
          Order.simulator(extension)
              .queue(QueueSettings.defaults().withAutomation(AutomationLevel.ALWAYS));
      rossum.initialize();

      assertThat(rossum.field("order_id").isEmpty()).isTrue();
      assertThat(rossum.field("order_id").validationSources())
          .containsExactly(ValidationSource.NON_REQUIRED);
      assertThat(extension.requests().get(1)).contains("\"updated_datapoints\":[101]");
      assertThat(rossum.isAutomated()).isTrue();
    }

    @Test
    void thatIsAlwaysOnKeepsARequiredField() {
      RossumSimulator rossum = at(AutomationLevel.ALWAYS, error("102"));

      assertThat(rossum.field("amount").displayedText()).isEqualTo("1,200.50");
      assertThat(rossum.isAutomated()).isFalse();
    }

    @Test
    void isBlockedByAFailedRequest() {
      RossumSimulator rossum =
          Order.simulator(StubTransport.responding(StubTransport.status(400, "{}")))
              .queue(QueueSettings.defaults().withAutomation(AutomationLevel.ALWAYS));
      rossum.initialize();

      assertThat(rossum.isAutomated()).isFalse();
    }
  }
}
