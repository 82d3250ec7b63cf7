package io.github.rossumext.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A law that was never tried does not hold for nothing. */
class MustReachTest {
  /** What the classes have in common. */
  abstract static class Conversations {
    @Provide
    Arbitrary<Conversation> conversations() {
      return RossumArbitraries.conversations(Fixtures.invoiceSchema());
    }
  }

  static final class Reaches extends Conversations {
    @Property(tries = 20, seed = "1")
    @MustReach({"confirm", "export", "click"})
    void law(@ForAll("conversations") Conversation conversation) {
      RuleLaws.neverThrows((ContentRule) content -> {}, conversation);
    }
  }

  static final class NeverConfirms extends Conversations {
    @Property(tries = 20, seed = "1")
    @MustReach("export")
    void law(@ForAll("conversations") Conversation conversation) {
      RuleLaws.all((ContentRule) content -> content.error("Never."), conversation);
    }
  }

  static final class RunsByItself extends Conversations {
    @Property(tries = 20, seed = "1")
    @MustReach("export")
    void law(@ForAll("conversations") Conversation conversation) {
      conversation.in(RossumSimulator.of(content -> {}));
    }
  }

  static final class IsMisspelt extends Conversations {
    @Property(tries = 20, seed = "1")
    @MustReach("exprt")
    void law(@ForAll("conversations") Conversation conversation) {
      conversation.in(RossumSimulator.of(content -> {}));
    }
  }

  static final class FailsForAnotherReason extends Conversations {
    @Property(tries = 20, seed = "1")
    @MustReach("export")
    void law(@ForAll("conversations") Conversation conversation) {
      assertThat(conversation.steps()).as("as intended").isNull();
    }
  }

  @Test
  void aPropertyThatReachesTheActionsHolds() {
    assertThat(Failures.of(Reaches.class)).isEqualTo("No failure");
    assertThat(Failures.of(RunsByItself.class)).isEqualTo("No failure");
  }

  @Test
  void aPropertyThatDoesNotFailsAndSaysHowFarItGot() {
    assertThat(Failures.of(NeverConfirms.class))
        .startsWith("No conversation reached export.")
        .contains("The furthest steps of 20 conversations:")
        .contains("confirm refused: ")
        .contains("What most often refused to confirm:")
        .contains("There is an error: Never.");
  }

  @Test
  void anUnknownActionIsRefused() {
    assertThat(Failures.of(IsMisspelt.class)).contains("but found [exprt]. It knows [click,");
  }

  @Test
  void anotherFailureStaysAsItIs() {
    assertThat(Failures.of(FailsForAnotherReason.class)).startsWith("[as intended] ");
  }

  @Test
  void aConversationRunsInAnyTest() {
    Conversation conversation =
        new Conversation(Fixtures.invoiceWithSchema(), List.of(Step.CONFIRM, Step.EXPORT));

    assertThatCode(() -> RuleLaws.all((ContentRule) content -> {}, conversation))
        .doesNotThrowAnyException();
  }
}
