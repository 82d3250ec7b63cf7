package io.github.rossumext.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.response.EmailResponse.OriginalSender;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.MessageType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests compare what the simulator reports with what they expect: each part counts. */
class EqualReportsTest {
  /** Both are equal, and each of the others differs from them in one part. */
  private static void compare(Object one, Object equal, Object... others) {
    assertThat(one).isEqualTo(equal).hasSameHashCodeAs(equal).isNotEqualTo("text");
    for (Object other : others) {
      assertThat(one).isNotEqualTo(other);
      assertThat(one.hashCode()).isNotEqualTo(other.hashCode());
    }
  }

  @Test
  void problems() {
    Problem problem = Problem.of(Problem.Kind.OPERATION, "one", "lost").withOperation(2);

    compare(
        problem,
        Problem.of(Problem.Kind.OPERATION, "one", "lost").withOperation(2),
        Problem.of(Problem.Kind.MESSAGE, "one", "lost").withOperation(2),
        Problem.of(Problem.Kind.OPERATION, "two", "lost").withOperation(2),
        Problem.of(Problem.Kind.OPERATION, "one", "lost"),
        Problem.of(Problem.Kind.OPERATION, "one", "late").withOperation(2));
    assertThat(problem).hasToString("one, operation 2: lost");
  }

  @Test
  void blockers() {
    Blocker blocker = Blocker.of(Blocker.Type.EXTENSION, "Odd").withField(7, "code");

    compare(
        blocker,
        Blocker.of(Blocker.Type.EXTENSION, "Odd").withField(7, "code"),
        Blocker.of(Blocker.Type.LOW_SCORE, "Odd").withField(7, "code"),
        Blocker.of(Blocker.Type.EXTENSION, "Odd").withField(8, "code"),
        Blocker.of(Blocker.Type.EXTENSION, "Odd").withField(7, "name"),
        Blocker.of(Blocker.Type.EXTENSION, "Even").withField(7, "code"));
    assertThat(blocker.path()).isEqualTo("code");
    assertThat(blocker.type().value()).isEqualTo("extension");
    assertThat(blocker).hasToString("extension on code: Odd");
  }

  @Test
  void messages() {
    ShownMessage.Origin extension = ShownMessage.Origin.EXTENSION;
    ShownMessage message = ShownMessage.of(MessageType.ERROR, "No", extension).withField(7, "code");

    compare(
        message,
        ShownMessage.of(MessageType.ERROR, "No", extension).withField(7, "code"),
        ShownMessage.of(MessageType.INFO, "No", extension).withField(7, "code"),
        ShownMessage.of(MessageType.ERROR, "Yes", extension).withField(7, "code"),
        ShownMessage.of(MessageType.ERROR, "No", extension).withField(8, "code"),
        ShownMessage.of(MessageType.ERROR, "No", extension).withField(7, "name"));
    assertThat(message)
        .isNotEqualTo(
            ShownMessage.of(MessageType.ERROR, "No", ShownMessage.Origin.ROSSUM)
                .withField(7, "code"));
  }

  @Test
  void decisionsAboutFiles() {
    FileDecision a = new FileDecision("1", "a.pdf", true, Map.of(), List.of());
    FileDecision b = new FileDecision("2", "b.pdf", false, Map.of(), List.of());
    OriginalSender sender = new OriginalSender("a@b.example", "");
    List<Exchange> exchanges =
        RossumSimulator.of(SimulatedHook.of(StubTransport.responding("{}"), Order.SECRET))
            .schedule(Fixtures.invocationScheduled());

    ImportDecision decision = new ImportDecision(List.of(a), List.of(b), sender, exchanges);
    compare(
        decision,
        new ImportDecision(List.of(a), List.of(b), sender, exchanges),
        new ImportDecision(List.of(b), List.of(b), sender, exchanges),
        new ImportDecision(List.of(a), List.of(), sender, exchanges),
        new ImportDecision(List.of(a), List.of(b), null, exchanges),
        new ImportDecision(List.of(a), List.of(b), sender, List.of()));
    assertThat(decision).hasToString("ImportDecision[a.pdf]");
  }
}
