package io.github.rossumext.testkit;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.rule.RuleResult;
import io.github.rossumext.testkit.rule.RuleScenario;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Secret;

/** A program that tests with the testkit alone: {@link OptionalLibrariesTest} runs it. */
final class OwnTestLibrary {
  private OwnTestLibrary() {}

  public static void main(String[] unused) {
    for (String type :
        new String[] {"org.assertj.core.api.Assertions", "org.junit.jupiter.api.Test"}) {
      if (isThere(type)) {
        throw new IllegalStateException(type + " is on the path, so this would prove nothing.");
      }
    }
    ContentRule rule = content -> content.field("notes").set("Seen.");

    Secret secret = Secret.of("made up");
    RossumSimulator rossum =
        RossumSimulator.of(
                HookEndpoint.builder()
                    .secret(secret)
                    .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of(rule))
                    .build(),
                secret)
            .open(Fixtures.invoice());
    rossum.initialize();
    require(rossum.field("notes").displayedText().equals("Seen."));

    RuleResult result = RuleScenario.given(Fixtures.invoice()).when(rule);
    require(result.field("notes").displayedText().equals("Seen."));
    require(result.problems().isEmpty());

    System.out.println("It works.");
  }

  private static boolean isThere(String type) {
    try {
      Class.forName(type);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("It does not work.");
    }
  }
}
