package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.payload.HookAction;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.value.Secret;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the inspector and the banner say of requests, in Chromium. */
@Tag("browser")
class InspectorScreenTest {
  @Test
  void callBacksAreShownWithoutTheToken() {
    RossumSimulator rossum = EventsExtension.simulator();
    RossumApiStub api = RossumApiStub.create().join(rossum);
    try (api;
        Playground playground =
            Playground.builder(rossum).document(TestExtension.invoice()).open()) {
      Screen screen = Screen.of(playground);
      assertThat(screen.texts("[aria-label='Call-backs of the extension'] .call-line"))
          .singleElement()
          .asString()
          .contains("200", "GET /v1/annotations/", "ms");

      screen.find(".call-line").click();

      screen.await(() -> screen.has(".call-detail pre"));
      assertThat(screen.find(".call-detail").getText()).contains("\"status\"", "\"reviewing\"");
      String sent = playground.exchanges().get(playground.exchanges().size() - 1).request();
      String token = sent.replaceAll("(?s).*\"rossum_authorization_token\":\"([^\"]+)\".*", "$1");
      assertThat(token).hasSizeLessThan(200);
      assertThat(screen.browser.getPageSource()).doesNotContain(token);
      screen.assertQuiet();
    }
  }

  @Test
  void itSaysHowManyRequestsItDoesNotShow() {
    RossumSimulator rossum = EventsExtension.simulator().open(TestExtension.invoice());
    for (int i = 0; i < 120; i++) {
      rossum.deliver(HookAction.USER_UPDATE);
    }
    try (Playground playground =
        Playground.builder(rossum).document(TestExtension.invoice()).open()) {
      Screen screen = Screen.of(playground);

      int all = playground.exchanges().size();
      assertThat(screen.texts(".exchange-line")).hasSize(100);
      assertThat(screen.find(".more").getText())
          .isEqualTo("These are the last 100 of " + all + " requests.");
    }
  }

  @Test
  void aSecretThatTheEndpointDoesNotKnowIsExplained() {
    try (Playground playground =
        Playground.open(
            TestExtension.endpoint(), Secret.of("not-that-secret"), TestExtension.invoice())) {
      Screen screen = Screen.of(playground);

      screen.awaitAlert(
          "The request failed with status 401. The endpoint does not know the secret that the"
              + " playground signs with. Give both the same secret.");
    }
  }

  @Test
  void aRuleThatTakesTooLongForRealHasFailed() {
    SimulatedHook hook =
        SimulatedHook.of(TestExtension.endpoint(), TestExtension.SECRET)
            .withTimeout(Duration.ofMillis(300));
    try (Playground playground =
        Playground.builder(RossumSimulator.of(hook))
            .document(TestExtension.invoice().withField("notes", "slow"))
            .open()) {
      Screen screen = Screen.of(playground);

      screen.find(".exchange-line .http.bad"); // initialize
      screen.find("#tab-Problems").click();

      screen.await(
          () ->
              screen
                  .find("#panel")
                  .getText()
                  .matches(
                      "(?s).*no response in time: it took \\d+ ms, and Rossum waits 300 ms.*"));
    }
  }
}
