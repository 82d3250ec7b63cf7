package io.github.rossumext.testkit.simulator;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatThrownBy;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.Secret;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The exact request that a fixture holds, and how the simulator reports it. */
class DeliverTest {
  private static final Secret SECRET = Secret.of("simulated");

  private static RossumSimulator rossum(ContentRule rule) {
    return RossumSimulator.of(
        HookEndpoint.builder()
            .secret(SECRET)
            .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of(rule))
            .build(),
        SECRET);
  }

  @Test
  void everyActionArrivesAsItIsAndAlone() {
    List<String> heard = new ArrayList<>();
    RossumSimulator rossum =
        rossum(
            content ->
                heard.add(
                    content.payload().action()
                        + " "
                        + content.payload().updatedDatapoints().size()));
    for (Fixture fixture : Fixtures.all()) {
      if (fixture.payload() instanceof ContentPayload) {
        assertThat(rossum.deliver(fixture)).isAccepted().hasNoProblems();
      }
    }
    assertThat(heard)
        .containsExactly(
            "initialize 0",
            "started 0",
            "user_update 0",
            "updated 1",
            "user_update 1",
            "confirm 0",
            "export 0");
  }

  @Test
  void theResponseIsAppliedAndTheStatusStays() {
    RossumSimulator rossum =
        rossum(
            content -> {
              content.field("notes").set("Seen.");
              content.automationBlocker("Who is it?");
            });

    assertThat(rossum.deliver(Fixtures.invoice().with(HookAction.EXPORT)))
        .hasStatus(AnnotationStatus.EXPORTING)
        .hasRequests("annotation_content.export");
    assertThat(rossum).field("notes").hasDisplayedText("Seen.").and().hasNoBlockersOfExtensions();

    rossum.deliver(Fixtures.invoice());
    assertThat(rossum).hasBlocker("Who is it?").lastExchange().changedOnly("notes");
  }

  @Test
  void aRequestOfAnotherEventIsRefused() {
    assertThatThrownBy(() -> rossum(content -> {}).deliver(Fixtures.emailReceived()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theEndOfALongResponseIsNotShown() {
    RossumSimulator rossum = rossum(content -> content.info("x".repeat(3000)));
    rossum.deliver(Fixtures.invoice());

    assertThat(rossum.describe()).contains("… (").doesNotContain("x".repeat(2001));
  }

  @Test
  void everyExchangeIsShown() {
    RossumSimulator rossum = rossum(content -> {});
    rossum.deliver(Fixtures.invoice());
    rossum.deliver(Fixtures.receipt());

    assertThat(rossum.describe().lines().filter(line -> line.startsWith("annotation_content.")))
        .hasSize(2);
  }

  @Test
  void aSecretInAnyWritingIsNotTold() {
    RossumSimulator rossum =
        rossum(
            content -> {
              String secret = content.context().secret("erp").reveal();
              content.field("notes").set(secret);
              content.error(secret);
            });
    rossum.deliver(Fixtures.invoice().withSecret("erp", "<hush> & \"hush\""));

    assertThat(rossum.describe()).contains("changed: notes: '' → 'removed'").doesNotContain("hush");
  }
}
