package io.github.rossumext.maven.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.client.RossumClient;
import io.github.rossumext.maven.project.Goal;
import io.github.rossumext.maven.project.GoalException;
import io.github.rossumext.testkit.api.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerifyTest extends RegisterTest {
  private static Goal verify(String events) {
    return Registration.verify("org.example:vendor", events);
  }

  private void applied(String url) {
    writeProject();
    writeEnvironment("test", url);
    run(apply());
  }

  private void change(String key, Object value) {
    RossumClient.of(api.baseUrl().toString(), api.token()).hooks().patch(801, Map.of(key, value));
  }

  private String failing(Goal goal) {
    int start = output.length();
    assertThatThrownBy(() -> run(goal)).isInstanceOf(GoalException.class);
    return output.substring(start);
  }

  @Test
  void rossumCallsTheExtensionForEachHarmlessEvent() {
    try (LiveExtension extension =
        new LiveExtension(content -> content.field("order_id").set("450018"), SECRET)) {
      applied(extension.url());

      assertThat(run(verify("")))
          .contains(
              "Hook \"Vendor matching\" (801) at " + extension.url(),
              "annotation_content.initialize: responds with 1 operation, in",
              "annotation_content.updated: responds with",
              "Rossum's log of the last 7 days has 2 requests with these, 0 of them failed.")
          .endsWith("Rossum reaches the extension, and the extension accepts its requests.\n");
      // The first request has no signature.
      assertThat(extension.statuses()).containsExactly(401, 200, 200);
    }
  }

  @Test
  void anotherSecretIsNamed() {
    try (LiveExtension extension = new LiveExtension(content -> {}, "another secret")) {
      applied(extension.url());
      assertThat(failing(verify("")))
          .contains(
              "annotation_content.initialize: the extension refuses the signature (status 401)."
                  + " Its secret and config.secret of the hook differ. apply -Drossum.secrets"
                  + " sends it again.",
              "2 things are not right.");
    }
  }

  @Test
  void aWrongPathIsNamed() {
    try (LiveExtension extension = new LiveExtension(content -> {}, SECRET)) {
      applied(extension.url().replace("/rossum", "/other"));
      assertThat(failing(verify(""))).contains("nothing is at this path (status 404)");
    }
  }

  @Test
  void anExtensionThatDoesNotRunIsNamed() {
    String url;
    try (LiveExtension extension = new LiveExtension(content -> {}, SECRET)) {
      url = extension.url();
    }
    applied(url);
    assertThat(failing(verify(""))).contains("no response. Is the URL right");
  }

  @Test
  void aFailureOfTheHandlerHasItsRequestId() {
    try (LiveExtension extension =
        new LiveExtension(
            content -> {
              throw new IllegalStateException("broken");
            },
            SECRET)) {
      applied(extension.url());
      assertThat(failing(verify("")))
          .containsPattern(
              "the extension responds with 500. Its log says why. Its request id is [-0-9a-f]{36}\\.");
    }
  }

  @Test
  void anEventWithConsequencesIsTriedOnlyByName() {
    try (LiveExtension extension = new LiveExtension(content -> {}, SECRET)) {
      applied(extension.url());
      change("events", List.of("annotation_content.export", "annotation_content.initialize"));

      assertThat(run(verify("")))
          .contains("annotation_content.export: not tried", "-Drossum.events=annotation_content");
      assertThat(extension.statuses()).containsExactly(401, 200);
      assertThat(run(verify("annotation_content.export")))
          .contains("annotation_content.export: responds with no change");
      assertThat(failing(verify("upload.created")))
          .contains("upload.created: the hook does not have this event");
    }
  }

  @Test
  void nothingIsClaimedIfNothingWasTried() {
    try (LiveExtension extension = new LiveExtension(content -> {}, SECRET)) {
      applied(extension.url());
      change("events", List.of("annotation_content.export"));
      assertThat(run(verify("")))
          .endsWith(
              "WARNING: No event was tried, so nobody knows whether Rossum reaches the"
                  + " extension.\n");
    }
  }

  @Test
  void aHookThatNeverFiresIsNamed() {
    try (LiveExtension extension = new LiveExtension(content -> {}, SECRET)) {
      applied(extension.url());
      change("active", false);
      change("queues", List.of());
      assertThat(failing(verify("")))
          .contains(
              "It is not active, so Rossum never calls it.",
              "It has no queues, so Rossum never calls it about a document.",
              "not tried, because the queues have no document");
    }
  }

  @Test
  void aHookThatIsNotReadyIsTriedLater() {
    try (LiveExtension extension = new LiveExtension(content -> {}, SECRET)) {
      applied(extension.url());
      api.next(Fault.status(409).on("POST /v1/hooks/801/test"));
      assertThat(failing(verify("annotation_content.initialize")))
          .contains("Rossum is not ready to call the hook (status 409). Try again in 10 seconds.");
    }
  }

  @Test
  void aHookThatDoesNotExistIsNamed() {
    writeProject();
    assertThat(failing(verify(""))).contains("does not exist yet. Run apply first.");
  }
}
