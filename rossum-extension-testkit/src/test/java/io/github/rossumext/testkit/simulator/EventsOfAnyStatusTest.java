package io.github.rossumext.testkit.simulator;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatThrownBy;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events about the open document that Rossum would not send in its status. */
class EventsOfAnyStatusTest {
  private final List<String> statuses = new ArrayList<>();
  private final RossumSimulator rossum =
      RossumSimulator.of(
              HookEndpoint.builder()
                  .secret(Order.SECRET)
                  .on(
                      HookEvent.ANNOTATION_CONTENT,
                      ContentRules.of(
                          content -> {
                            content.field("notes").set("at " + content.payload().action());
                            content.automationBlocker("Who is it?");
                          }))
                  .listen(
                      HookEvent.ANNOTATION_STATUS,
                      (change, context) ->
                          statuses.add(
                              change.annotation().previousStatus().orElseThrow()
                                  + " to "
                                  + change.annotation().status().orElseThrow()
                                  + " of "
                                  + change.annotation().id().orElseThrow()))
                  .build(),
              Order.SECRET)
          .open(Fixtures.invoice());

  @ParameterizedTest
  @ValueSource(strings = {"initialize", "started", "user_update", "confirm", "export"})
  void areSentAboutTheDocumentAsItIs(String action) {
    rossum.start();
    rossum.edit("order_id", "777777");
    int before = rossum.exchanges().size();

    Outcome outcome = rossum.deliver(new HookAction(action));

    assertThat(outcome).hasStatus(AnnotationStatus.REVIEWING);
    assertThat(rossum.exchanges()).hasSize(before + 1);
    assertThat(rossum.exchanges().get(before).request()).contains("777777");
    assertThat(rossum).field("notes").hasDisplayedText("at " + action);
  }

  @Test
  void initializeLeavesItsBlockers() {
    rossum.start();
    assertThat(rossum).hasNoBlockersOfExtensions();

    rossum.deliver(HookAction.INITIALIZE);

    assertThat(rossum).hasBlocker("Who is it?");
  }

  @Test
  void updatedNeedsAnEdit() {
    assertThatThrownBy(() -> rossum.deliver(HookAction.UPDATED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The action 'updated' needs the ids of the changed nodes. Call edit(…).");
  }

  @Test
  void aChangeOfTheStatusIsToldAndDoesNotHappen() {
    List<Exchange> told =
        rossum.changeStatus(AnnotationStatus.EXPORTING, AnnotationStatus.FAILED_EXPORT);

    assertThat(told).hasSize(1);
    assertThat(statuses).containsExactly("exporting to failed_export of 4310220117");
    assertThat(rossum.status()).isEqualTo(AnnotationStatus.IMPORTING);
  }

  @Test
  void anExportOutOfOrderIsDeliveredAgainOutOfOrder() {
    rossum.start();
    rossum.deliver(HookAction.EXPORT);

    assertThat(rossum.deliverAgain()).hasStatus(AnnotationStatus.REVIEWING);
  }

  @Test
  void anotherEventGoesToTheSameHook() {
    Fixture email =
        rossum
            .open(Fixtures.invoice().withSettings("{\"folder\":\"in\"}").withSecret("erp", "s3"))
            .toSameHook(Fixtures.emailReceived());

    assertThat(email.payload().eventAndAction()).isEqualTo("email.received");
    assertThat(email.json()).contains("{\"folder\":\"in\"}", "\"erp\":\"s3\"");
  }

  @Test
  void itIsKnownWhetherAHookGetsAnEvent() {
    assertThat(rossum.hasReceiver("annotation_content", HookAction.EXPORT)).isTrue();
    assertThat(rossum.hasReceiver("annotation_status", HookAction.CHANGED)).isTrue();
    assertThat(rossum.hasReceiver("email", HookAction.RECEIVED)).isFalse();
  }
}
