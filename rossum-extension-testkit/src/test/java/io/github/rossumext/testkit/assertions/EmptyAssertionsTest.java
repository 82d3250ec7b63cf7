package io.github.rossumext.testkit.assertions;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatThrownBy;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.DatapointChange;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.Remove;
import io.github.rossumext.response.Replace;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.DocumentBuilder;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.AutomationLevel;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.ImportDecision;
import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.QueueSettings;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedRow;
import io.github.rossumext.value.Secret;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An assertion that could not fail is refused, or fails. */
class EmptyAssertionsTest {
  private static void refuses(String why, ThrowingCallable assertion) {
    assertThatThrownBy(assertion)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  private static void fails(String found, ThrowingCallable... assertions) {
    for (ThrowingCallable assertion : assertions) {
      assertThatThrownBy(assertion)
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("expected: ")
          .hasMessageContaining("found:    " + found);
    }
  }

  private static RossumSimulator initialized() {
    RossumSimulator rossum = Talk.rossum();
    rossum.initialize();
    return rossum;
  }

  @Test
  void aBlockerInAResponseThatRossumDoesNotTake() {
    byte[] body =
        "{\"automation_blockers\":[{\"content\":\"b\"}]}".getBytes(StandardCharsets.UTF_8);
    assertThat(EndpointResponse.json(200, body)).hasBlocker("b");
    fails("status 500", () -> assertThat(EndpointResponse.json(500, body)).hasBlocker("b"));
  }

  @Nested
  class Nonsense {
    @Test
    void aPartOfNothing() {
      RossumSimulator rossum = initialized();
      Outcome refused = rossum.confirm();
      String why = "Expected a part of the text, but found ''";
      refuses(why, () -> assertThat(rossum).hasErrorContaining(""));
      refuses(why, () -> assertThat(rossum).hasProblemContaining(""));
      refuses(why, () -> assertThat(refused).isRefusedBecause(""));
      refuses(why, () -> assertThat(EmailResponse.importNothing()).hasOriginalSender(""));
      refuses(
          why, () -> assertThat(rossum.receive(Fixtures.emailReceived())).hasOriginalSender(""));
    }

    @Test
    void noValidationSource() {
      ContentResponse response =
          ContentResponse.builder()
              .operation(Replace.of(7, DatapointChange.empty().withValue("3")))
              .build();
      refuses("at least one validation source", () -> assertThat(response).validates(7));
      refuses(
          "at least one validation source",
          () -> assertThat(initialized().field("vendor")).isValidatedBy());
    }

    @Test
    void aStatusThatDoesNotExist() {
      refuses("from 100 to 599", () -> assertThat(initialized()).lastExchange().hasStatus(0));
      refuses("from 100 to 599", () -> assertThat(EndpointResponse.error(503, "")).hasStatus(999));
    }

    @Test
    void jsonWithMoreBehindIt() {
      EndpointResponse response = EndpointResponse.json(200, "{}".getBytes(StandardCharsets.UTF_8));
      assertThat(response).hasJson(" {} ");
      refuses("not JSON", () -> assertThat(response).hasJson("{} {}"));
      refuses("not JSON", () -> assertThat(response).hasJson("{}x"));
      refuses("not JSON", () -> assertThat(response).hasJson(""));
      fails(
          "body ",
          () ->
              assertThat(EndpointResponse.json(200, "{} x".getBytes(StandardCharsets.UTF_8)))
                  .hasJson("{}"));
    }

    @Test
    void anIdThatTheResponseDoesNotMention() {
      refuses(
          "Call doesNotSet(fixture, path)",
          () -> assertThat(ContentResponse.empty()).doesNotSet(8));
    }

    @Test
    void aLevelThatDoesNotAutomate() {
      RossumSimulator rossum = initialized();
      refuses(
          "but found NEVER. Set the queue's level, or call wouldBeAutomated(AutomationLevel.ALWAYS)",
          () -> assertThat(rossum).wouldBeAutomated());
      refuses(
          "Call it with ALWAYS or CONFIDENT",
          () -> assertThat(rossum).wouldBeAutomated(AutomationLevel.NEVER));
      refuses(
          "Call it with ALWAYS or CONFIDENT",
          () -> assertThat(rossum).wouldNotBeAutomated(AutomationLevel.NEVER));
    }

    @Test
    void aColumnThatNoOneKnows() {
      RossumSimulator rossum =
          RossumSimulator.of(content -> {})
              .open(DocumentBuilder.of(Fixtures.invoiceSchema()).build());
      assertThat(rossum).hasColumnTexts("line_items", "item_code");
      refuses(
          "'line_items' has no column 'item_cod'. Did you mean item_code",
          () -> assertThat(rossum).hasColumnTexts("line_items", "item_cod"));
      refuses(
          "'line_items' has no column 'item_cod'",
          () -> assertThat(rossum).hasColumnDisplayedTexts("line_items", "item_cod"));
      RossumSimulator bare =
          RossumSimulator.of(content -> {})
              .open(
                  DocumentBuilder.create()
                      .section("all", section -> section.table("lines", table -> {}))
                      .build());
      refuses("Call hasRows(\"lines\", 0)", () -> assertThat(bare).hasColumnTexts("lines", "any"));
    }

    @Test
    void aNegativeNumberOfRows() {
      refuses("but found -1", () -> assertThat(initialized()).hasRows("line_items", -1));
    }
  }

  @Nested
  class Silence {
    @Test
    void beforeTheDocumentIsValidated() {
      RossumSimulator rossum = Talk.rossum();
      fails(
          "no validation of the document",
          () -> assertThat(rossum).hasNoMessages(),
          () -> assertThat(rossum).hasNoErrors(),
          () -> assertThat(rossum).hasMessages(),
          () -> assertThat(rossum).hasNoBlockersOfExtensions(),
          () -> assertThat(rossum.field("vendor")).hasNoMessages(),
          () -> assertThat(rossum.field("vendor")).hasNoErrors(),
          () -> assertThat(rossum.field("vendor")).hasNoBlockers(),
          () -> assertThat(rossum.row("line_items", 0)).hasNoMessages());
      fails("no request", () -> assertThat(rossum).hasNoProblems());
    }

    @Test
    void afterAnotherDocumentIsOpened() {
      RossumSimulator rossum = initialized().open(Talk.DOCUMENT);
      fails("no validation of the document", () -> assertThat(rossum).hasNoMessages());
    }

    @Test
    void ofARowThatIsGone() {
      RossumSimulator rossum = initialized();
      SimulatedRow row = rossum.row("line_items", 1);
      row.remove();
      fails("the row was removed", () -> assertThat(row).hasNoMessages());
    }

    @Test
    void ofARequestThatFailed() {
      RossumSimulator rossum =
          RossumSimulator.of(
                  content -> {
                    throw new IllegalStateException("as intended");
                  })
              .open(Talk.DOCUMENT);
      Outcome outcome = rossum.edit("notes", "x");
      Exchange failed = rossum.exchanges().get(0);
      fails(
          "status 500",
          () -> assertThat(failed).hasNoMessages(),
          () -> assertThat(failed).hasNoErrors(),
          () -> assertThat(failed).hasOperations(),
          () -> assertThat(failed).changedOnly(),
          () -> assertThat(failed).changedNothing());
      fails(
          "no request that succeeded",
          () -> assertThat(outcome).hasNoMessages(),
          () -> assertThat(outcome).hasNoErrors());
    }

    @Test
    void ofAnActionWithoutARequest() {
      Outcome outcome = initialized().cancel();
      fails(
          "no request",
          () -> assertThat(outcome).hasNoMessages(),
          () -> assertThat(outcome).hasNoErrors(),
          () -> assertThat(outcome).hasNoProblems());
    }

    @Test
    void ofAnImportThatNoHookSees() {
      Secret secret = Secret.of("made-up");
      HookEndpoint endpoint =
          HookEndpoint.builder()
              .secret(secret)
              .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of())
              .build();
      ImportDecision decision =
          RossumSimulator.of(endpoint, secret).receive(Fixtures.emailReceived());
      fails(
          "no request",
          () -> assertThat(decision).hasNoMessages(),
          () -> assertThat(decision).hasNoProblems(),
          () -> assertThat(decision).file("logo.png").hasNoMessages());
    }

    @Test
    void ofAResponseThatRossumDoesNotRead() {
      EndpointResponse failed = EndpointResponse.json(500, "{}".getBytes(StandardCharsets.UTF_8));
      fails(
          "status 500",
          () -> assertThat(failed).hasOperations(),
          () -> assertThat(failed).hasNoMessages(),
          () -> assertThat(failed).hasNoErrors());
      EndpointResponse broken = EndpointResponse.json(200, "{} x".getBytes(StandardCharsets.UTF_8));
      fails(
          "status 200, body is not JSON",
          () -> assertThat(broken).hasOperations(),
          () -> assertThat(broken).hasNoMessages());
    }
  }

  @Nested
  class AFieldOfTheRequest {
    private final long vendor = Talk.DOCUMENT.id("vendor");

    @Test
    void isLeftIfTheResponseDoesNotTouchIt() {
      assertThat(ContentResponse.empty()).doesNotSet(Talk.DOCUMENT, "vendor");
      refuses(
          "vendr", () -> assertThat(ContentResponse.empty()).doesNotSet(Talk.DOCUMENT, "vendr"));
    }

    @Test
    void isNotLeftIfItIsSetOrRemoved() {
      ContentResponse sets =
          ContentResponse.builder()
              .operation(Replace.of(vendor, DatapointChange.empty().withValue("3")))
              .build();
      fails("text '3' for vendor", () -> assertThat(sets).doesNotSet(Talk.DOCUMENT, "vendor"));
      ContentResponse removes =
          ContentResponse.builder().operation(Remove.of(Talk.DOCUMENT.id("line_items[1]"))).build();
      assertThat(removes).doesNotSet(Talk.DOCUMENT, "line_items[0].item_code");
      fails(
          "line_items[1] removed",
          () -> assertThat(removes).doesNotSet(Talk.DOCUMENT, "line_items[1].item_code"));
      ContentResponse removesOne = ContentResponse.builder().operation(Remove.of(vendor)).build();
      fails(vendor + " removed", () -> assertThat(removesOne).doesNotSet(vendor));
    }

    @Test
    void hasTheLastOfSeveralTexts() {
      ContentResponse response =
          ContentResponse.builder()
              .operation(Replace.of(vendor, DatapointChange.empty().withValue("3")))
              .operation(Replace.of(vendor, DatapointChange.empty().withValue("4")))
              .build();
      assertThat(response).sets(vendor, "4");
      fails("text '4'", () -> assertThat(response).sets(vendor, "3"));
    }
  }

  @Test
  void anAutomatingQueueNeedsNoLevel() {
    RossumSimulator clean =
        Talk.rossum()
            .queue(QueueSettings.defaults().withAutomation(AutomationLevel.ALWAYS))
            .open(Talk.DOCUMENT.withField("vendor_name", "volv"));
    clean.initialize();
    assertThat(clean).wouldBeAutomated();
  }

  @Test
  void aChangeOfACellIsNamedByItsPath() {
    RossumSimulator rossum =
        RossumSimulator.of(content -> content.table("line_items").row(1).set("item_code", "X"))
            .open(Talk.DOCUMENT);
    rossum.initialize();
    assertThat(rossum)
        .lastExchange()
        .changed("line_items[1].item_code", "X")
        .changed("item_code", "X");
    fails(
        "changes of 'item_code'",
        () -> assertThat(rossum).lastExchange().changed("line_items[0].item_code", "X"));
  }
}
