package io.github.rossumext.testkit.junit;

import static io.github.rossumext.HookEvent.ANNOTATION_STATUS;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.EmailFile;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.api.Fault;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.simulator.DeliveryFault;
import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class RossumExtensionTest {
  private static Events run(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(tests))
        .execute()
        .testEvents();
  }

  private static Events run(Class<?> tests, String method, Class<?>... parameters) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectMethod(tests, method, parameters))
        .execute()
        .testEvents();
  }

  private static Throwable failure(Events events) {
    return events.failed().stream()
        .findFirst()
        .flatMap(event -> event.getPayload(TestExecutionResult.class))
        .flatMap(TestExecutionResult::getThrowable)
        .orElseThrow();
  }

  private static List<String> names(Events events) {
    return events.finished().stream()
        .map(event -> event.getTestDescriptor().getDisplayName())
        .toList();
  }

  /** The failure as an IDE and a build tool print it. */
  private static String printed(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @RossumTest
  static class OfARule {
    @HookUnderTest final ContentRule rule = content -> content.field("notes").set("Seen.");

    @BeforeEach
    void begin(RossumSimulator rossum) {
      rossum.initialize();
    }

    @Test
    void theSimulatorIsTheSameInBeforeEach(RossumSimulator rossum) {
      assertThat(rossum).hasRequests("annotation_content.initialize").hasNoProblems();
      assertThat(rossum.field("notes")).hasDisplayedText("Seen.");
      assertThat(rossum.field("invoice_id")).hasDisplayedText("NL-2025/0917");
    }

    @Test
    void andNewForEveryTest(RossumSimulator rossum, Fixture fixture) {
      assertThat(rossum).hasRequests("annotation_content.initialize");
      assertThat(fixture.name()).isEqualTo("invoice");
    }

    @Nested
    class Inside {
      @Test
      void theRuleOfTheOuterClassIsCalled(RossumSimulator rossum) {
        assertThat(rossum.field("notes")).hasDisplayedText("Seen.");
      }
    }
  }

  @Test
  void aSimulatorCallsTheRuleAndIsOneTestsOwn() {
    run(OfARule.class).assertStatistics(events -> events.succeeded(3).failed(0));
  }

  static class Registered {
    @RegisterExtension
    final RossumExtension registered =
        RossumExtension.of(
            content -> content.field("notes").set("Seen."),
            content -> content.field("notes").info("Look."));

    @Test
    void theRulesApply(RossumSimulator rossum) {
      rossum.initialize();
      assertThat(rossum.field("notes")).hasText("Seen.").hasInfo("Look.");
    }

    @Test
    @WithFixture("receipt")
    void theFixtureMayBeAnother(RossumSimulator rossum) {
      assertThat(rossum.field("merchant")).isNotEmpty();
    }

    @FixtureTest({"invoice", "extracted-invoice"})
    void fixturesHaveRunsOfTheirOwn(RossumSimulator rossum, Fixture fixture) {
      assertThat(rossum.initialize()).isAccepted();
      assertThat(rossum.exchanges()).hasSize(1);
      assertThat(fixture.name()).endsWith("invoice");
    }

    @Nested
    class Inside {
      @Test
      void theRulesOfTheOuterClassApply(RossumSimulator rossum) {
        rossum.initialize();
        assertThat(rossum.field("notes")).hasText("Seen.");
      }
    }
  }

  @Test
  void aFieldMayRegisterRules() {
    run(Registered.class).assertStatistics(events -> events.succeeded(5).failed(0));
  }

  static class RegisteredOnce {
    @RegisterExtension
    static final RossumExtension REGISTERED =
        RossumExtension.of(
            SimulatedHook.of(ContentRules.of(content -> content.field("notes").set("Seen."))));

    @FixtureTest("invoice")
    void theRulesApply(RossumSimulator rossum) {
      rossum.initialize();
      assertThat(rossum.field("notes")).hasText("Seen.");
    }

    @Test
    void aFailureShowsTheConversation(RossumSimulator rossum) {
      rossum.initialize();
      assertThat(rossum.field("notes")).isEmpty();
    }
  }

  @Test
  void aStaticFieldMayRegisterAHook() {
    Events events = run(RegisteredOnce.class);
    events.assertStatistics(all -> all.succeeded(1).failed(1));
    assertThat(printed(failure(events))).containsOnlyOnce("The conversation of the test:");
  }

  @RossumTest
  @WithFixture("receipt")
  static class OfAnEndpoint {
    static final List<HookEndpoint> made = new ArrayList<>();

    @HookUnderTest
    static HookEndpoint endpoint(Secret secret) {
      HookEndpoint endpoint =
          HookEndpoint.builder()
              .secret(secret)
              .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of())
              .on(
                  HookEvent.EMAIL_RECEIVED,
                  (email, context) -> EmailResponse.importOnly(email, EmailFile::isPdf))
              .build();
      made.add(endpoint);
      return endpoint;
    }

    @Test
    void theDocumentIsTheOneOfTheClass(RossumSimulator rossum, Fixture fixture) {
      assertThat(rossum.initialize()).isAccepted();
      assertThat(rossum.field("merchant")).isNotEmpty();
      assertThat(fixture.name()).isEqualTo("receipt");
      assertThat(made.get(made.size() - 1).isClosed()).isFalse();
    }

    @Test
    @WithFixture("purchase-order")
    void orOfTheTest(RossumSimulator rossum) {
      assertThat(rossum.field("order_id")).hasDisplayedText("450017");
    }

    @Test
    void orOfTheParameter(
        @WithFixture("extracted-invoice") RossumSimulator rossum,
        @WithFixture("email-received") Fixture email) {
      assertThat(rossum.field("vendor")).isEmpty();
      assertThat(email.name()).isEqualTo("email-received");
      assertThat(rossum.receive(email)).hasNoProblems();
    }
  }

  @Test
  void anEndpointOfAMethodKnowsTheSecretAndIsClosedAfterTheTest() {
    OfAnEndpoint.made.clear();
    run(OfAnEndpoint.class).assertStatistics(events -> events.succeeded(3).failed(0));
    assertThat(OfAnEndpoint.made).hasSize(3).allMatch(HookEndpoint::isClosed);
  }

  static final HookEndpoint OWN =
      HookEndpoint.builder()
          .secret(Secret.of("your own"))
          .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of())
          .build();

  @RossumTest
  static class OfAFieldsEndpoint {
    @HookUnderTest(secret = "your own")
    static final HookEndpoint endpoint = OWN;

    @Test
    void getsRequestsSignedWithItsSecret(RossumSimulator rossum) {
      assertThat(rossum.initialize()).isAccepted().hasNoProblems();
    }
  }

  @Test
  void anEndpointOfAFieldStaysOpen() {
    run(OfAFieldsEndpoint.class).assertStatistics(events -> events.succeeded(1).failed(0));
    assertThat(OWN.isClosed()).isFalse();
  }

  @RossumTest
  static class OfAHook {
    @HookUnderTest
    final SimulatedHook hook = SimulatedHook.of(OWN, Secret.of("your own")).withName("own hook");

    @Test
    void theConversationShowsItsName(RossumSimulator rossum) {
      rossum.initialize();
      assertThat(rossum.exchanges().get(0).hook()).isEqualTo("own hook");
    }
  }

  @RossumTest
  static class OfRules {
    @HookUnderTest
    ContentRules rules() {
      return ContentRules.of(content -> content.field("notes").set("Seen."));
    }

    @Test
    void theyRespond(RossumSimulator rossum) {
      rossum.initialize();
      assertThat(rossum.field("notes")).hasDisplayedText("Seen.");
    }
  }

  @RossumTest
  static class OfASimulator {
    @HookUnderTest
    RossumSimulator chain() {
      SimulatedHook hook = SimulatedHook.of(OWN, Secret.of("your own"));
      return RossumSimulator.of(hook.withName("first")).then(hook.withName("second"));
    }

    @Test
    void hasNoDocumentOpen(RossumSimulator rossum) {
      assertThatThrownBy(rossum::initialize).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @WithFixture("receipt")
    void unlessOneIsNamed(RossumSimulator rossum) {
      assertThat(rossum.initialize())
          .hasRequests("annotation_content.initialize", "annotation_content.initialize");
    }
  }

  @Test
  void aHookRulesAndASimulatorMayBeUnderTest() {
    run(OfAHook.class).assertStatistics(events -> events.succeeded(1).failed(0));
    run(OfRules.class).assertStatistics(events -> events.succeeded(1).failed(0));
    run(OfASimulator.class).assertStatistics(events -> events.succeeded(2).failed(0));
  }

  @RossumTest
  static class ForFixtures {
    @HookUnderTest final ContentRule rule = content -> {};

    @FixtureTest({"invoice", "receipt"})
    void named(Fixture fixture, RossumSimulator rossum) {
      assertThat(rossum.initialize()).isAccepted();
      assertThat(rossum.fields()).isNotEmpty();
      assertThat(fixture.name()).isIn("invoice", "receipt");
    }

    @FixtureTest
    void all(Fixture fixture, RossumSimulator rossum) {
      assertThat(Fixtures.all()).extracting(Fixture::toString).contains(fixture.toString());
      assertThat(rossum.exchanges()).isEmpty();
    }

    @FixtureTest(folder = "src/test/resources/io/github/rossumext/testkit/recorded")
    void recorded(RossumSimulator rossum) {
      assertThat(rossum.fields()).isNotEmpty();
    }

    @FixtureTest(method = "orders")
    void ofAMethod(Fixture fixture) {
      assertThat(fixture.name()).endsWith("order");
    }

    static Stream<Fixture> orders() {
      return Stream.of(
          Fixtures.purchaseOrder().withName("small order"),
          Fixtures.receipt().withName("no order"));
    }
  }

  @Nested
  class FixtureTests {
    @Test
    void runForEachAndAreNamedByIt() {
      Events events = run(ForFixtures.class, "named", Fixture.class, RossumSimulator.class);
      events.assertStatistics(statistics -> statistics.succeeded(2).failed(0));
      assertThat(names(events)).containsExactly("invoice", "receipt");
    }

    @Test
    void runForEveryEventUnlessToldOtherwise() {
      Events events = run(ForFixtures.class, "all", Fixture.class, RossumSimulator.class);
      events.assertStatistics(statistics -> statistics.succeeded(Fixtures.all().size()).failed(0));
      assertThat(names(events))
          .containsExactlyElementsOf(Fixtures.all().stream().map(Fixture::toString).toList());
    }

    @Test
    void runForTheRequestsOfAFolder() {
      Events events = run(ForFixtures.class, "recorded", RossumSimulator.class);
      events.assertStatistics(statistics -> statistics.succeeded(2).failed(0));
      assertThat(names(events))
          .containsExactly(
              "000001-annotation_content-initialize", "000002-annotation_content-updated");
    }

    @Test
    void runForTheFixturesOfAMethod() {
      Events events = run(ForFixtures.class, "ofAMethod", Fixture.class);
      events.assertStatistics(statistics -> statistics.succeeded(2).failed(0));
      assertThat(names(events)).containsExactly("small order", "no order");
    }
  }

  @RossumTest
  static class Failing {
    @HookUnderTest
    final ContentRule rule =
        content -> {
          content.field("notes").set("told " + content.context().secret("erp").reveal());
          content.field("vendor_name").error("Unknown.");
        };

    private void edit(RossumSimulator rossum) {
      rossum.open(
          Fixtures.invoice()
              .withSecret("erp", "hush-hush \"quoted\"")
              .withKey("rossum_authorization_token", "token-of-the-request"));
      rossum.edit("invoice_id", "42");
    }

    @Test
    void fails(RossumSimulator rossum) {
      edit(rossum);
      throw new IllegalStateException("as intended");
    }

    @Test
    void isAborted(RossumSimulator rossum) {
      edit(rossum);
      Assumptions.abort("as intended");
    }

    @Test
    void failsBeforeAnyRequest(RossumSimulator rossum) {
      throw new IllegalStateException("as intended, after " + rossum.exchanges().size());
    }

    @Test
    void takesNothingAlong(RossumSimulator rossum) {
      edit(rossum);
      throw new Sealed();
    }

    @Test
    void failsByAnAssertion(RossumSimulator rossum) {
      edit(rossum);
      assertThat(rossum.field("notes")).hasDisplayedText("nothing");
    }
  }

  static final class Sealed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Sealed() {
      super("as intended", null, false, false);
    }
  }

  @Nested
  class AFailure {
    private Events running(String method) {
      return run(Failing.class, method, RossumSimulator.class);
    }

    @Test
    void isFollowedByTheConversation() {
      Throwable failure = failure(running("fails"));

      assertThat(failure).isInstanceOf(IllegalStateException.class).hasMessage("as intended");
      assertThat(printed(failure))
          .contains("The conversation of the test:")
          .contains("annotation_content.started")
          .contains("annotation_content.updated (invoice_id = '42'), ")
          .contains("  response: 200 {\"messages\":[")
          .contains("  changed: notes: '' → 'told ")
          .contains("  message: error on vendor_name: Unknown.")
          .contains("The screen:")
          .contains("error     vendor_name: ")
          .contains("told removed");
    }

    @Test
    void showsNoSecret() {
      assertThat(printed(failure(running("fails"))))
          .contains("changed: notes: '' → 'told removed'")
          .doesNotContain("hush")
          .doesNotContain("token-of-the-request");
      assertThat(printed(failure(running("failsByAnAssertion"))))
          .contains("'told removed'")
          .doesNotContain("hush")
          .doesNotContain("token-of-the-request");
    }

    @Test
    void thatAcceptsNoSuppressedExceptionIsReportedToo() {
      Events events = running("takesNothingAlong");

      assertThat(failure(events).getSuppressed()).isEmpty();
      assertThat(
              events.reportingEntryPublished().stream()
                  .flatMap(event -> event.getPayload(ReportEntry.class).stream())
                  .map(entry -> entry.getKeyValuePairs().get("conversation"))
                  .toList())
          .hasSize(1)
          .allMatch(text -> text != null && text.contains("annotation_content.updated"));
    }

    @Test
    void withoutAnyRequestIsLeftAlone() {
      assertThat(failure(running("failsBeforeAnyRequest")).getSuppressed()).isEmpty();
    }

    @Test
    void thatIsAnUnmetAssumptionIsLeftAlone() {
      running("isAborted").assertStatistics(events -> events.aborted(1).failed(0));
    }
  }

  @RossumTest
  static class OfARuleThatThrows {
    @HookUnderTest
    final ContentRule rule =
        content -> {
          if (content.changed("invoice_id")) {
            throw new IllegalStateException("as intended");
          }
        };

    @Test
    void passesOver(RossumSimulator rossum) {
      rossum.edit("invoice_id", "42");
    }

    @Test
    void looksAtTheMessagesOnly(RossumSimulator rossum) {
      rossum.edit("invoice_id", "42");
      assertThat(rossum.messages()).isNotEmpty();
      assertThat(rossum.field("invoice_id")).hasDisplayedText("42");
    }

    @Test
    void looksAtAnotherRequest(RossumSimulator rossum) {
      rossum.edit("invoice_id", "42");
      rossum.validate();
      assertThat(rossum).lastExchange().isSuccess();
    }

    @Test
    void looksAtTheStatus(RossumSimulator rossum) {
      rossum.edit("invoice_id", "42");
      assertThat(rossum).lastExchange().hasStatus(500);
    }

    @Test
    void looksAtTheProblems(RossumSimulator rossum) {
      rossum.edit("invoice_id", "42");
      assertThat(rossum).hasProblemContaining("500");
    }

    @Test
    void doesNotMeetIt(RossumSimulator rossum) {
      rossum.edit("order_id", "42");
    }
  }

  static class NestedRegistration {
    @RegisterExtension
    final RossumExtension outer =
        RossumExtension.of(content -> content.field("notes").set("Outer."));

    @Test
    void theOuterRuleApplies(RossumSimulator rossum) {
      rossum.initialize();
      assertThat(rossum.field("notes")).hasText("Outer.");
    }

    @Nested
    class Inside {
      @RegisterExtension
      final RossumExtension inner =
          RossumExtension.of(content -> content.field("notes").set("Inner."));

      @Test
      void theInnerRuleApplies(RossumSimulator rossum, Fixture fixture) {
        rossum.initialize();
        assertThat(rossum.field("notes")).hasText("Inner.");
        assertThat(fixture.name()).isEqualTo("invoice");
      }

      @FixtureTest({"invoice", "extracted-invoice"})
      void fixturesRunOnce(RossumSimulator rossum) {
        rossum.initialize();
        assertThat(rossum.field("notes")).hasText("Inner.");
      }
    }
  }

  static class StaticNestedRegistration {
    @RegisterExtension
    static final RossumExtension OUTER =
        RossumExtension.of(content -> content.field("notes").set("Outer."));

    @Nested
    class Inside {
      @RegisterExtension
      static final RossumExtension INNER =
          RossumExtension.of(content -> content.field("notes").set("Inner."));

      @FixtureTest({"invoice", "extracted-invoice"})
      void fixturesRunOnce(RossumSimulator rossum) {
        rossum.initialize();
        assertThat(rossum.field("notes")).hasText("Inner.");
      }
    }
  }

  @Test
  void aNestedRegistrationReplacesTheOneAround() {
    run(NestedRegistration.class).assertStatistics(events -> events.succeeded(4).failed(0));
    run(StaticNestedRegistration.class).assertStatistics(events -> events.succeeded(2).failed(0));
  }

  @Nested
  class AFailedRequest {
    private Events running(String method) {
      return run(OfARuleThatThrows.class, method, RossumSimulator.class);
    }

    @Test
    void thatTheTestPassesOverFailsIt() {
      for (String method :
          List.of("passesOver", "looksAtTheMessagesOnly", "looksAtAnotherRequest")) {
        Events events = running(method);
        events.assertStatistics(statistics -> statistics.failed(1).succeeded(0));
        assertThat(failure(events))
            .isInstanceOf(AssertionError.class)
            .hasMessageStartingWith("A request failed, and the test did not look at it:\n")
            .hasMessageContaining("annotation_content.updated (invoice_id = '42')")
            .hasMessageContaining("assertThat(rossum).lastExchange().hasStatus(500)");
      }
    }

    @Test
    void thatTheTestLooksAtDoesNot() {
      for (String method : List.of("looksAtTheStatus", "looksAtTheProblems", "doesNotMeetIt")) {
        running(method).assertStatistics(statistics -> statistics.failed(0).succeeded(1));
      }
    }
  }

  @RossumTest
  static class OfRefusedSteps {
    @HookUnderTest
    final ContentRule rule =
        content -> {
          content.field("notes").set("Seen.");
          if (content.field("invoice_id").text().equals("42")) {
            content.field("invoice_id").error("Wrong.");
          }
        };

    @Test
    void passesOverAnEdit(RossumSimulator rossum) {
      rossum.edit("vendor_iban", "DE0"); // hidden
    }

    @Test
    void passesOverAnEditOfSeveral(RossumSimulator rossum) {
      rossum.edits().edit("vendor_iban", "DE0").edit("order_id", "1").send();
      assertThat(rossum.field("order_id")).hasText("1");
    }

    @Test
    void passesOverAClick(RossumSimulator rossum) {
      rossum.click("order_id");
      assertThat(rossum).hasStatus(AnnotationStatus.REVIEWING);
    }

    @Test
    void passesOverAnExport(RossumSimulator rossum) {
      rossum.export();
      assertThat(rossum.field("notes")).isEmpty();
    }

    @Test
    void passesOverAConfirmation(RossumSimulator rossum) {
      rossum.edit("invoice_id", "42");
      rossum.confirm();
      assertThat(rossum.field("notes")).hasText("Seen.");
    }

    @Test
    void looksAtTheOutcome(RossumSimulator rossum) {
      assertThat(rossum.edit("vendor_iban", "DE0")).isRefusedBecause("hidden");
      rossum.edit("invoice_id", "42");
      assertThat(rossum.confirm()).isRefused();
      assertThat(rossum.export()).hasStatus(AnnotationStatus.REVIEWING);
    }

    @Test
    void looksAtTheProblems(RossumSimulator rossum) {
      rossum.edit("vendor_iban", "DE0");
      assertThat(rossum).hasProblemContaining("hidden");
    }

    @Test
    void looksAtTheStatusOfAConfirmation(RossumSimulator rossum) {
      rossum.edit("invoice_id", "42");
      rossum.confirm();
      assertThat(rossum).hasStatus(AnnotationStatus.REVIEWING);
    }

    @Test
    void looksAtTheErrorOfAConfirmation(RossumSimulator rossum) {
      rossum.edit("invoice_id", "42");
      rossum.confirm();
      assertThat(rossum.field("invoice_id")).hasError("Wrong.");
    }

    @Test
    void looksAtTheErrorOfTheOutcome(RossumSimulator rossum) {
      rossum.edit("order_id", "1");
      rossum.field("invoice_id").edit("42");
      Outcome confirmed = rossum.confirm();
      assertThat(confirmed.exchanges()).isEmpty();
    }

    @Test
    void failsAfterARefusal(RossumSimulator rossum) {
      rossum.edit("vendor_iban", "DE0");
      throw new IllegalStateException("as intended");
    }
  }

  @Nested
  class ARefusedStep {
    private Events running(String method) {
      return run(OfRefusedSteps.class, method, RossumSimulator.class);
    }

    @Test
    void thatTheTestPassesOverFailsIt() {
      for (String method :
          List.of(
              "passesOverAnEdit",
              "passesOverAnEditOfSeveral",
              "passesOverAClick",
              "passesOverAnExport",
              "passesOverAConfirmation")) {
        assertThat(failure(running(method)))
            .as(method)
            .isInstanceOf(AssertionError.class)
            .hasMessageStartingWith("There is a problem, and the test did not look at it:\n")
            .hasMessageContaining("assertThat(outcome).isRefused()");
      }
      assertThat(failure(running("passesOverAConfirmation")))
          .hasMessageContaining("confirm: There is an error on 'invoice_id': Wrong.");
    }

    @Test
    void thatTheTestLooksAtDoesNot() {
      for (String method :
          List.of(
              "looksAtTheOutcome",
              "looksAtTheProblems",
              "looksAtTheStatusOfAConfirmation",
              "looksAtTheErrorOfAConfirmation",
              "looksAtTheErrorOfTheOutcome")) {
        Events events = running(method);
        assertThat(events.failed().stream().map(each -> failure(events)).toList())
            .as(method)
            .isEmpty();
      }
    }

    @Test
    void isPrintedBelowAnyFailure() {
      assertThat(printed(failure(running("failsAfterARefusal"))))
          .contains("Problems, also of steps that were refused:")
          .contains("edit: The field 'vendor_iban' is hidden, so a user cannot see it.");
      assertThat(printed(failure(running("passesOverAnEdit"))))
          .contains("The conversation of the test:");
    }
  }

  @RossumTest
  static class OfALossyRule {
    @HookUnderTest
    static HookEndpoint endpoint(Secret secret) {
      return HookEndpoint.builder()
          .secret(secret)
          .on(
              HookEvent.ANNOTATION_CONTENT,
              ContentRules.of(content -> content.field("notes").set("x".repeat(1501))))
          .build();
    }

    @Test
    void passesOver(RossumSimulator rossum) {
      rossum.initialize();
      assertThat(rossum).lastExchange().isSuccess();
    }

    @Test
    void looksAtTheProblemsOfTheExchange(RossumSimulator rossum) {
      assertThat(rossum.initialize().exchanges().get(0).problems()).hasSize(1);
    }
  }

  @Test
  void aLossThatTheTestPassesOverFailsIt() {
    assertThat(failure(run(OfALossyRule.class, "passesOver", RossumSimulator.class)))
        .hasMessageContaining("annotation_content.initialize: ")
        .hasMessageContaining("assertThat(rossum).hasProblemContaining(…)");
    run(OfALossyRule.class, "looksAtTheProblemsOfTheExchange", RossumSimulator.class)
        .assertStatistics(events -> events.succeeded(1));
  }

  @RossumTest
  static class OfFaults {
    @HookUnderTest final ContentRule rule = content -> {};

    @Test
    void passesOver(RossumSimulator rossum, RossumApiStub api) {
      api.next(Fault.status(503).on("POST /v1/anotations/search"));
      rossum.initialize();
    }

    @Test
    void looksAtThem(RossumSimulator rossum, RossumApiStub api) {
      api.next(Fault.reset());
      rossum.initialize();
      assertThat(api.faultsLeft()).hasSize(1);
    }
  }

  @Test
  void aFaultThatMetNoRequestFailsTheTest() {
    assertThat(
            failure(run(OfFaults.class, "passesOver", RossumSimulator.class, RossumApiStub.class)))
        .hasMessageStartingWith(
            """
            A fault of the API stub met no request:
            Fault[status 503 on POST /v1/anotations/search]
            Check the method and path""");
    run(OfFaults.class, "looksAtThem", RossumSimulator.class, RossumApiStub.class)
        .assertStatistics(events -> events.succeeded(1));
  }

  @RossumTest
  static class OfDeliveryFaults {
    @HookUnderTest final ContentRule rule = content -> {};

    @Test
    void passesOver(RossumSimulator rossum) {
      rossum.deliveryFaults(ANNOTATION_STATUS, List.of(DeliveryFault.RESPONSE_LOST));
      rossum.initialize(); // the rule gets no event of the status
    }

    @Test
    void looksAtThem(RossumSimulator rossum) {
      passesOver(rossum);
      assertThat(rossum.deliveryFaultsLeft()).hasSize(1);
    }
  }

  @Test
  void aDeliveryFaultThatMetNoAttemptFailsTheTest() {
    assertThat(failure(run(OfDeliveryFaults.class, "passesOver", RossumSimulator.class)))
        .hasMessageStartingWith(
            """
            A delivery fault met no attempt:
            RESPONSE_LOST
            Check the event""");
    run(OfDeliveryFaults.class, "looksAtThem", RossumSimulator.class)
        .assertStatistics(events -> events.succeeded(1));
  }

  @RossumTest
  static class WithoutHook {
    @Test
    void asksForOne(RossumSimulator rossum) {
      rossum.initialize();
    }
  }

  @RossumTest
  static class WithTwoHooks {
    @HookUnderTest final ContentRule one = content -> {};
    @HookUnderTest final ContentRule other = content -> {};

    @Test
    void cannotChoose(RossumSimulator rossum) {
      rossum.initialize();
    }
  }

  @RossumTest
  static class WithSomethingElse {
    @HookUnderTest final @Nullable String text = null;

    @Test
    void isTold(RossumSimulator rossum) {
      rossum.initialize();
    }
  }

  @RossumTest
  static class WithAConstructor {
    @HookUnderTest final ContentRule rule = content -> {};

    WithAConstructor(RossumSimulator rossum) {
      rossum.initialize();
    }

    @Test
    void comesTooEarly() {}
  }

  @RossumTest
  static class WithAMisspeltFixture {
    @Test
    @WithFixture("invoce")
    void isCorrected(Fixture fixture) {
      assertThat(fixture).isNotNull();
    }
  }

  @Nested
  class AMistake {
    @Test
    void inTheHookUnderTestSaysWhatToDo() {
      assertThat(failure(run(WithoutHook.class)))
          .hasMessageContaining(
              "but the test class has no @HookUnderTest. Annotate a field or method");
      assertThat(failure(run(WithTwoHooks.class)))
          .hasMessageContaining("has more than one @HookUnderTest");
      assertThat(failure(run(WithSomethingElse.class)))
          .hasMessageContaining("is null, but @HookUnderTest needs a ContentRule");
    }

    @Test
    void inAConstructorSaysWhatToDo() {
      assertThat(failure(run(WithAConstructor.class)))
          .hasMessageContaining("Take it as a parameter of a test or a @BeforeEach method");
    }

    @Test
    void inTheNameOfAFixtureNamesTheNearest() {
      assertThat(failure(run(WithAMisspeltFixture.class)))
          .hasMessageContaining("There is no fixture 'invoce'. Did you mean invoice");
    }
  }

  @RossumTest
  static class WithTheApi {
    @HookUnderTest
    final ContentRule rule =
        content -> {
          if (content.at(HookAction.INITIALIZE)) {
            get(content.context().baseUrl().orElseThrow() + "/api/v1/unheard_of");
          }
        };

    private static void get(String url) throws IOException, InterruptedException {
      HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(url)).build(),
              HttpResponse.BodyHandlers.discarding());
    }

    @Test
    void doesNotLookAtAProblem(RossumApiStub api, RossumSimulator rossum) {
      rossum.initialize();
    }

    @Test
    void looksAtAProblem(RossumSimulator rossum, RossumApiStub api) {
      rossum.initialize();
      assertThat(api)
          .hasRequests("GET /v1/unheard_of")
          .hasProblemContaining("does not have this path");
    }

    @Test
    void fails(RossumSimulator rossum, RossumApiStub api) {
      rossum.initialize();
      assertThat(api).hasNoProblems();
    }

    @Test
    void takesTheApiOnly(RossumApiStub api) {
      assertThat(api).hasNoRequests();
    }
  }

  @Test
  void theApiOfATestHasJoinedItsSimulator() {
    assertThat(
            run(WithTheApi.class, "looksAtAProblem", RossumSimulator.class, RossumApiStub.class)
                .failed()
                .count())
        .isZero();
    assertThat(run(WithTheApi.class, "takesTheApiOnly", RossumApiStub.class).failed().count())
        .isZero();
  }

  @Test
  void aProblemOfTheApiThatNobodyLookedAtFailsTheTest() {
    assertThat(
            failure(
                run(
                    WithTheApi.class,
                    "doesNotLookAtAProblem",
                    RossumApiStub.class,
                    RossumSimulator.class)))
        .hasMessageContaining("GET /api/v1/unheard_of")
        .hasMessageContaining("hasProblemContaining");
  }

  @Test
  void aFailureShowsTheRequestsToTheApi() {
    assertThat(
            printed(
                failure(
                    run(WithTheApi.class, "fails", RossumSimulator.class, RossumApiStub.class))))
        .contains("The requests to Rossum's API:")
        .contains("GET /v1/unheard_of → 404");
  }
}
