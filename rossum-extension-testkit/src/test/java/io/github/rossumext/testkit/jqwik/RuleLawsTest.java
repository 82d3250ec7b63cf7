package io.github.rossumext.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.Position;
import io.github.rossumext.value.Secret;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Each law fails for what breaks it, and holds for what does not. */
class RuleLawsTest {
  private static Conversation conversation(Step... steps) {
    return new Conversation(Fixtures.invoiceWithSchema(), List.of(steps));
  }

  private static void isBroken(ContentRule rule, String why, Step... steps) {
    assertThatThrownBy(() -> RuleLaws.isIdempotent(rule, conversation(steps)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(why);
  }

  private static void holds(ContentRule rule, Step... steps) {
    assertThatCode(() -> RuleLaws.isIdempotent(rule, conversation(steps)))
        .doesNotThrowAnyException();
  }

  @Nested
  class IdempotenceSees {
    private final AtomicInteger count = new AtomicInteger();

    private String next() {
      return String.valueOf(count.incrementAndGet());
    }

    @Test
    void texts() {
      isBroken(
          content -> content.field("notes").set(next()),
          "The request of initialize changes more when it arrives again.");
    }

    @Test
    void positions() {
      isBroken(
          content ->
              content.field("notes").position(1, new Position(0, 0, 10, count.incrementAndGet())),
          "The request of initialize changes more when it arrives again.");
    }

    @Test
    void labelsOfOptions() {
      isBroken(
          content ->
              content
                  .field("vendor")
                  .options(Option.of("3", next()), Option.of("", "---"))
                  .set("3"),
          "The request of initialize changes more when it arrives again.");
    }

    @Test
    void messages() {
      isBroken(content -> content.info("Seen " + next()), "says something new");
    }

    @Test
    void messagesOfRows() {
      isBroken(
          content ->
              content
                  .table("line_items")
                  .row(count.getAndIncrement() % 2)
                  .field("item_code")
                  .info("Look."),
          "info on line_items[1].item_code");
    }

    @Test
    void severities() {
      isBroken(
          content -> {
            if (count.incrementAndGet() % 2 == 0) {
              content.warning("Look.");
            } else {
              content.info("Look.");
            }
          },
          "says something new when it arrives again: [warning: Look.]");
    }

    @Test
    void messagesThatComeAndGo() {
      isBroken(
          content -> {
            if (count.incrementAndGet() % 3 != 0) {
              content.info("Look.");
            }
          },
          "shows messages differently the next time");
    }

    @Test
    void messagesOfValidations() {
      isBroken(
          content -> {
            if (content.context().action().value().equals("user_update")) {
              content.info("Seen " + next());
            }
          },
          "A validation without a change shows messages differently the next time",
          Step.VALIDATE);
    }

    @Test
    void blockersOfAutomation() {
      isBroken(content -> content.automationBlocker("No. " + next()), "blocks automation");
      isBroken(
          content -> {
            if (content.field("notes").isEmpty()) {
              content.automationBlocker("There are no notes.");
              content.field("notes").set("Seen.");
            }
          },
          "blocks automation differently the next time");
    }

    @Test
    void everyStep() {
      isBroken(
          content -> {
            if (content.clicked("refresh") || count.get() > 0) {
              content.field("notes").set(next());
            }
          },
          "rossum.validate();",
          Step.START,
          Step.click(button("refresh")));
    }
  }

  private static Place button(String id) {
    return Place.field(Fixtures.invoiceSchema().datapoint(id).orElseThrow());
  }

  @Test
  void aMessageAboutWhatWasJustDoneMayGo() {
    holds(
        content -> {
          if (content.field("notes").isEmpty()) {
            content.field("notes").set("Seen.").info("We filled it.");
          }
        },
        Step.VALIDATE);
  }

  @Test
  void aRuleThatAlwaysSaysTheSameIsIdempotent() {
    holds(
        content -> {
          content.field("notes").set("Seen.").warning("Look.");
          content.automationBlocker("Not today.");
        },
        Step.VALIDATE,
        Step.CONFIRM,
        Step.EXPORT);
  }

  @Test
  void anExtensionThatGetsNoRequestIsNotTried() {
    Secret secret = Secret.of("made-up");
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(secret)
            .listen(HookEvent.ANNOTATION_STATUS, (change, context) -> {})
            .build();
    RossumSimulator rossum = RossumSimulator.of(endpoint, secret);

    assertThatThrownBy(() -> RuleLaws.neverThrows(rossum, conversation(Step.CONFIRM)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("The extension got no request about content");
  }

  @Test
  void anExtensionThatAlwaysFailsIsNotTried() {
    Conversation conversation = conversation(Step.VALIDATE, Step.CONFIRM);
    assertThatThrownBy(() -> RuleLaws.isIdempotent(RuleLawsTest::failing, conversation))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("All requests about content failed, so the law was not tried.")
        .hasMessageContaining("exception: java.lang.IllegalStateException: as intended");
  }

  @Test
  void theStoryShowsWhatAHandlerInTheSameProcessThrew() {
    Secret secret = Secret.of("made-up");
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(secret)
            .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of(RuleLawsTest::failing))
            .build();

    assertThatThrownBy(
            () ->
                RuleLaws.neverThrows(
                    RossumSimulator.of(endpoint, secret), conversation(Step.VALIDATE)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("exception: java.lang.IllegalStateException: as intended, for true")
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void aRepeatedImportTakesTheNewBlockers() {
    AtomicInteger count = new AtomicInteger();
    RossumSimulator rossum =
        RossumSimulator.of(
            SimulatedHook.of(
                ContentRules.of(
                    content -> content.automationBlocker("No. " + count.incrementAndGet()))));
    rossum.open(Fixtures.invoiceWithSchema());
    rossum.initialize();
    rossum.repeat();

    assertThat(rossum.blockers()).anyMatch(blocker -> blocker.text().equals("No. 2"));
    assertThat(rossum.blockers()).noneMatch(blocker -> blocker.text().equals("No. 1"));
  }

  @Test
  void aLawDoesNotLogItsRequests() {
    Logger log = (Logger) LoggerFactory.getLogger(HookEndpoint.class);
    ListAppender<ILoggingEvent> seen = new ListAppender<>();
    seen.start();
    log.addAppender(seen);
    try {
      RuleLaws.all((ContentRule) content -> {}, conversation(Step.VALIDATE, Step.CONFIRM));
      conversation(Step.VALIDATE).in(RossumSimulator.of(content -> {}));
      assertThatThrownBy(
              () -> RuleLaws.neverThrows(RuleLawsTest::failing, conversation(Step.VALIDATE)))
          .isInstanceOf(AssertionError.class);
      assertThat(seen.list).isEmpty();

      RossumSimulator.of(content -> {}).open(Fixtures.invoiceWithSchema()).initialize();
      assertThat(seen.list).hasSize(1);
    } finally {
      log.detachAppender(seen);
    }
  }

  private static void failing(ContentEditor content) {
    throw new IllegalStateException("as intended, for " + content.at(HookAction.INITIALIZE));
  }
}
