package io.github.rossumext;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.HookEvent.ANNOTATION_STATUS;
import static io.github.rossumext.HookEvent.INVOCATION_SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.internal.help.EndpointText;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What programs that share no type with an endpoint learn about it. */
class DescribedEndpointTest {
  private static final String SECRET = "a secret that no text must have";

  private static String text(HookEndpoint.Builder builder) {
    try (HookEndpoint endpoint = builder.secret(Secret.of(SECRET)).build()) {
      return EndpointText.of(endpoint);
    }
  }

  private static List<RawJson> events(HookEndpoint.Builder builder) {
    return RawJson.of(text(builder)).find("events").orElseThrow().elements();
  }

  @Test
  void eachActionOfAnEventIsNamed() {
    assertThat(
            events(
                HookEndpoint.builder()
                    .on(ANNOTATION_CONTENT, (payload, context) -> ContentResponse.empty())))
        .extracting(event -> event.find("action").flatMap(RawJson::scalar).orElse(""))
        .containsExactly("initialize", "started", "user_update", "updated", "confirm", "export");
  }

  @Test
  void itSaysHowAnEventIsDelivered() {
    assertThat(
            events(
                HookEndpoint.builder()
                    .listen(INVOCATION_SCHEDULED, (payload, context) -> {})
                    .onFailure(INVOCATION_SCHEDULED, FailurePolicy.NO_RETRY)
                    .later(
                        INVOCATION_SCHEDULED,
                        URI.create("https://hooks.acme.example/rossum"),
                        Duration.ofMinutes(30))))
        .singleElement()
        .extracting(RawJson::text)
        .isEqualTo(
            "{\"event\":\"invocation\",\"action\":\"scheduled\",\"is_each_action\":false,"
                + "\"is_awaited\":false,\"is_once\":true,\"timeout_ms\":29000,"
                + "\"failure_policy\":\"NO_RETRY\","
                + "\"public_url\":\"https://hooks.acme.example/rossum\",\"polling_time_s\":1800}");
  }

  @Test
  void itHasTheTimeoutOfAnEvent() {
    assertThat(
            text(
                HookEndpoint.builder()
                    .on(
                        ANNOTATION_CONTENT.only(HookAction.EXPORT),
                        (payload, context) -> ContentResponse.empty())
                    .timeout(ANNOTATION_CONTENT.only(HookAction.EXPORT), Duration.ofSeconds(55))))
        .contains("\"timeout_ms\":55000");
  }

  @Test
  void aStatusHasTheActionChanged_andTheTextHasNoSecret() {
    assertThat(text(HookEndpoint.builder().listen(ANNOTATION_STATUS, (payload, context) -> {})))
        .startsWith(
            "{\"version\":1,\"events\":[{\"event\":\"annotation_status\",\"action\":\"changed\"")
        .doesNotContain(SECRET);
  }

  @Test
  void anotherObjectIsRefused() {
    assertThatThrownBy(() -> EndpointText.of("an endpoint"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected a HookEndpoint, but got java.lang.String.");
  }
}
