package io.github.rossumext.testkit.simulator;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.payload.HookAction.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.value.Secret;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A simulator whose extension is deployed again, or that sees many documents. */
class RedeployTest {
  private static final Secret SECRET = Secret.of("a-secret-for-the-builds");

  private static HookEndpoint build(
      HookEvent<ContentPayload, ContentResponse> events, String text) {
    return HookEndpoint.builder()
        .secret(SECRET)
        .on(events, ContentRules.of(content -> content.field("notes").set(text)))
        .build();
  }

  private final RossumSimulator rossum =
      RossumSimulator.of(build(ANNOTATION_CONTENT.only(UPDATED), "by the first build"), SECRET)
          .open(Fixtures.invoiceWithSchema());

  @Test
  void theNewBuildRespondsAndTheDocumentStays() {
    rossum.edit("order_id", "4711");

    rossum.redeploy(build(ANNOTATION_CONTENT.only(UPDATED), "by the second build"));
    assertThat(rossum.field("order_id").text()).isEqualTo("4711");
    assertThat(rossum.field("notes").text()).isEqualTo("by the first build");

    rossum.edit("order_id", "4712");
    assertThat(rossum.field("notes").text()).isEqualTo("by the second build");
  }

  @Test
  void theHookGetsTheEventsOfTheNewBuild() {
    rossum.redeploy(build(ANNOTATION_CONTENT.only(EXPORT), "at the export"));

    rossum.edit("order_id", "4711");
    assertThat(rossum.exchanges()).isEmpty();
    rossum.confirm();
    assertThat(rossum.export().exchanges()).hasSize(1);
  }

  @Test
  void whatIsRepeatedReachesTheNewBuild() {
    rossum.edit("order_id", "4711");
    rossum.redeploy(build(ANNOTATION_CONTENT.only(UPDATED), "by the second build"));

    rossum.repeat();

    assertThat(rossum.field("notes").text()).isEqualTo("by the second build");
  }

  @Test
  void onlyTheEndpointOfOneExtensionIsReplaced() {
    HookEndpoint next = build(ANNOTATION_CONTENT.only(UPDATED), "");

    assertThatThrownBy(
            () -> RossumSimulator.of(URI.create("http://localhost:9/"), SECRET).redeploy(next))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("found nodes or a URL");
    assertThatThrownBy(() -> RossumSimulator.of(next, SECRET).then(next, SECRET).redeploy(next))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("found 2 extensions");
  }

  @Test
  void aStubThatJoinsLaterDoesNotSeeWhatIsForgotten() {
    rossum.edit("order_id", "4711");
    rossum.open(Fixtures.receipt());
    assertThat(annotations()).isEqualTo(2);

    rossum.forget();

    assertThat(annotations()).isEqualTo(1);
    assertThat(rossum.exchanges()).isEmpty();
    assertThat(rossum.problems()).isEmpty();
  }

  @Test
  void theNumbersOfRequestsGoOn() {
    rossum.edit("order_id", "4711");
    String before = rossum.exchanges().get(0).request();
    rossum.forget();

    rossum.edit("order_id", "4712");

    assertThat(requestId(rossum.exchanges().get(0).request())).isNotEqualTo(requestId(before));
  }

  private int annotations() {
    try (RossumApiStub api = RossumApiStub.create().join(rossum)) {
      return api.get("/v1/annotations").find("results").orElseThrow().asListOf(Object.class).size();
    }
  }

  private static String requestId(String request) {
    return request.replaceAll("(?s).*\"request_id\" *: *\"([^\"]*)\".*", "$1");
  }
}
