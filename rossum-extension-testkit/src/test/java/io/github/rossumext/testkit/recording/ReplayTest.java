package io.github.rossumext.testkit.recording;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.payload.HookAction.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  private static final Secret RECORDED = Secret.of("of production");
  private static final Secret SECRET = Secret.of("made-up");
  private static final ContentRule RULE =
      content -> {
        content.field("order_id").warning("It is " + content.field("order_id").text() + ".");
        content.number("amount_due").set(content.number("amount_total").value());
        content.info("seen");
      };
  private static final ContentRule OTHER_RULE =
      content -> {
        content.field("order_id").error("It is not " + content.field("order_id").text() + ".");
        content.info("seen");
      };

  @TempDir Path folder;

  private static HookEndpoint endpoint(ContentRule rule) {
    return HookEndpoint.builder()
        .secret(SECRET)
        .on(ANNOTATION_CONTENT, ContentRules.of(rule))
        .build();
  }

  private void record(Fixture... fixtures) {
    HookEndpoint recording =
        HookEndpoint.builder()
            .secret(RECORDED)
            .on(ANNOTATION_CONTENT, ContentRules.of(RULE))
            .listener(RequestRecorder.of(folder))
            .build();
    for (Fixture fixture : fixtures) {
      EndpointResponse response =
          recording.handle(SignedRequest.of(fixture, RECORDED).toEndpointRequest());
      assertThat(response.status()).isEqualTo(200);
    }
  }

  @Test
  void aRequestHasATokenOnlyIfSomebodyGivesIt() {
    record(Fixtures.invoice());
    List<String> tokens = new ArrayList<>();
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(SECRET)
            .on(
                ANNOTATION_CONTENT,
                (payload, context) -> {
                  tokens.add(payload.token().map(Secret::reveal).orElse("none"));
                  return ContentResponse.empty();
                })
            .build();

    Replay replay = Replay.of(folder, SECRET).withApproval();
    replay.against(endpoint);
    replay.withChange(request -> request.withToken("of the stub")).against(endpoint);

    assertThat(tokens).containsExactly("none", "of the stub");
  }

  @Test
  void whatWasRecordedPassesWithoutAChange() {
    record(Fixtures.all().toArray(Fixture[]::new));
    assertThatCode(() -> Replay.of(folder, SECRET).against(endpoint(RULE)))
        .doesNotThrowAnyException();
    assertThat(folder).isDirectoryNotContaining("glob:**.received.json");
  }

  @Test
  void aResponseThatChangedFailsWithItsDifference() throws IOException {
    record(Fixtures.invoice(), Fixtures.emailReceived());
    assertThatThrownBy(() -> Replay.of(folder, SECRET).against(endpoint(OTHER_RULE)))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            1 of 2 requests did not get the approved response. If the new responses are right, \
            run once with -Drossum.testkit.approve=true.

            000001-annotation_content-initialize: - approved, + received
              …
                "status" : 200,
                "body" : {
                  "messages" : [ {
            -       "type" : "warning",
            -       "content" : "It is 450017.",
            +       "type" : "error",
            +       "content" : "It is not 450017.",
                    "id" : 5912004104
                  }, {
                    "type" : "info",
              …
            in %s/000001-annotation_content-initialize.received.json
            """
                .formatted(folder));
    assertThat(received()).exists().content().contains("It is not 450017.");
  }

  @Test
  void aResponseIsApprovedByAFileOfItsName() throws IOException {
    record(Fixtures.invoice());
    assertThatThrownBy(() -> Replay.of(folder, SECRET).against(endpoint(OTHER_RULE)))
        .isInstanceOf(AssertionError.class);
    Files.copy(
        received(),
        folder.resolve("000001-annotation_content-initialize.approved.json"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Replay.of(folder, SECRET).against(endpoint(OTHER_RULE));
    assertThat(received()).doesNotExist();
  }

  @Test
  void approvingAcceptsTheResponse() {
    record(Fixtures.invoice());
    Replay.of(folder, SECRET).withApproval().against(endpoint(OTHER_RULE));
    assertThatCode(() -> Replay.of(folder, SECRET).against(endpoint(OTHER_RULE)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Replay.of(folder, SECRET).against(endpoint(RULE)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void aRequestWithoutApprovedResponseFails() throws IOException {
    Files.write(folder.resolve("mine.json"), Fixtures.invoice().with(STARTED).body());
    assertThatThrownBy(() -> Replay.of(folder, SECRET).against(endpoint(RULE)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("mine: not approved yet, + received")
        .hasMessageContaining("It is 450017.");
  }

  @Test
  void aFolderWithoutRequestsFails() {
    assertThatThrownBy(() -> Replay.of(folder, SECRET).against(endpoint(RULE)))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "Expected recorded requests in "
                + folder
                + ", but found none. Record some, or check the path.");
  }

  @Test
  void aBrokenRequestIsNamedAndTheOthersAreCompared() throws IOException {
    record(Fixtures.invoice());
    Path broken = Files.writeString(folder.resolve("000000-broken.json"), "{\"event\": 1");
    assertThatThrownBy(() -> Replay.of(folder, SECRET).against(endpoint(OTHER_RULE)))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("2 of 2 requests ")
        .hasMessageContaining("This request cannot be read. " + broken + ": ")
        .hasMessageContaining("It is not 450017.");
  }

  @Test
  void theOrderOfKeysIsNoChange() throws IOException {
    record(Fixtures.invocationScheduled());
    Files.writeString(
        folder.resolve("000001-invocation-scheduled.approved.json"),
        "{\"body\": {}, \"status\": 200}");
    assertThatCode(() -> Replay.of(folder, SECRET).against(endpoint(RULE)))
        .doesNotThrowAnyException();
  }

  @Test
  void secretsThatAreGivenBackReachTheRuleAndNoFile() throws IOException {
    ContentRule telling =
        content -> content.info("Key: " + content.context().secret("erp_password").reveal());
    record(Fixtures.invoice());
    Replay.of(folder, SECRET)
        .withChange(request -> request.withSecret("erp_password", "real-password"))
        .withApproval()
        .against(endpoint(telling));
    assertThat(folder.resolve("000001-annotation_content-initialize.approved.json"))
        .content()
        .contains("Key: removed")
        .doesNotContain("real-password");
  }

  @Test
  void anyTransportTakesTheRequests() {
    record(Fixtures.invoice());
    HookEndpoint endpoint = endpoint(RULE);
    int[] count = {0};
    Replay.of(folder, SECRET)
        .against(
            request -> {
              count[0]++;
              return endpoint.handle(request);
            });
    assertThat(count[0]).isEqualTo(1);
  }

  private Path received() {
    return folder.resolve("000001-annotation_content-initialize.received.json");
  }
}
