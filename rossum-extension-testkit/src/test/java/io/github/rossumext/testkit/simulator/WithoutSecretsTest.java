package io.github.rossumext.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.value.Secret;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an exchange tells to somebody who must not know the secrets, and when it happened. */
class WithoutSecretsTest {
  private static final Secret SECRET = Secret.of("a-secret-for-the-tests");
  private static final String PASSWORD = "fixture-password-Zx81";

  private final HookEndpoint endpoint =
      HookEndpoint.builder()
          .secret(SECRET)
          .on(
              HookEvent.ANNOTATION_CONTENT,
              ContentRules.of(content -> content.info("The password is " + PASSWORD + ".")))
          .build();
  private final RossumSimulator rossum =
      RossumSimulator.of(endpoint, SECRET).open(Fixtures.invoiceWithSchema());

  @Test
  void theBodiesHaveNoTokenAndNoSecrets() {
    rossum.start();
    Exchange exchange = rossum.exchanges().get(0);
    assertThat(exchange.request()).contains(PASSWORD, "rossum_authorization_token");
    assertThat(exchange.response()).contains(PASSWORD);

    assertThat(exchange.requestWithoutSecrets())
        .contains(
            "\"erp_password\" : \"removed\"",
            "\"rossum_authorization_token\" : \"removed\"",
            "\"action\" : \"started\"")
        .doesNotContain(PASSWORD, "fixture-token");
    assertThat(exchange.responseWithoutSecrets())
        .contains("The password is removed.")
        .doesNotContain(PASSWORD);
    assertThat(exchange.withoutSecrets(PASSWORD + " and fixture-token-e9a1c04d77b25f3886d0"))
        .isEqualTo("removed and removed");
  }

  @Test
  void theSimulatorKnowsTheSecretsOfTheDocument() {
    assertThat(rossum.withoutSecrets("with " + PASSWORD)).isEqualTo("with removed");
    rossum.start();
    assertThat(rossum.withoutSecrets("with " + PASSWORD)).isEqualTo("with removed");
  }

  @Test
  void anotherBodyIsSignedAsTheRequestWas() {
    rossum.start();
    Exchange exchange = rossum.exchanges().get(0);

    SignedRequest signed = exchange.signed(exchange.requestWithoutSecrets());

    assertThat(endpoint.handle(signed.toEndpointRequest()).status()).isEqualTo(200);
  }

  @Test
  void anExchangeHasAPeriod() {
    rossum.start();
    Exchange exchange = rossum.exchanges().get(0);

    assertThat(Duration.between(exchange.sentAt(), exchange.endedAt()))
        .isPositive()
        .isEqualTo(exchange.duration());
  }

  @Test
  void aResponseThatIsNotJsonIsShownAsItCame() {
    Exchange exchange = Order.simulator("no JSON, hush").start().exchanges().get(0);

    assertThat(exchange.responseWithoutSecrets()).startsWith("no JSON, ").doesNotContain("hush");
    assertThat(Order.simulator("{}").start().exchanges().get(0).responseWithoutSecrets())
        .isEqualTo("{ }");
  }
}
