package io.github.rossumext.client;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatThrownBy;

import io.github.rossumext.HookContext;
import io.github.rossumext.internal.help.Mistake;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.ResourceUrl;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The client of a request: its base URL, its token and its time. */
class RequestClientTest extends StubTest {
  private final Fixture changed =
      Fixtures.statusChanged().withBaseUrl(api.baseUrl()).withToken(api.token().reveal());

  private static RossumClient of(Fixture fixture) {
    return RossumClient.of(HookContext.of(fixture.payload()));
  }

  @Test
  void aUrlOfThePayloadIsCalledAtItsBaseUrlWithItsToken() {
    ResourceUrl elsewhere = new ResourceUrl("https://evil.invalid/v1/annotations/" + invoice.id());

    assertThat(of(changed).annotations().get(elsewhere).id()).hasValue(invoice.id());
    assertThat(api).hasRequests("GET " + path(""));
  }

  @Test
  void aRequestWithoutATokenSaysWhatToDoAndTheLogMayShowIt() {
    Fixture without = changed.withoutKey("rossum_authorization_token");

    assertThatThrownBy(() -> of(without))
        .isInstanceOf(IllegalStateException.class)
        .isInstanceOf(Mistake.class)
        .hasMessageContaining("Set token_owner of the hook");
  }

  @Test
  void aRequestWithoutABaseUrlSaysSo() {
    assertThatThrownBy(() -> of(changed.withoutKey("base_url")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("The request has no base_url. ");
  }

  @Test
  void aRuleOfABatchReadsWhichClientToUse() {
    HookContext ofTheBatch = rossum.annotations().content(invoice.id()).context();

    assertThatThrownBy(() -> RossumClient.of(ofTheBatch))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("use the client that fetched it.");
  }

  @Test
  void aBaseUrlWithoutEncryptionIsRefused() {
    Fixture open = changed.withBaseUrl(URI.create("http://acme.rossum.app"));

    assertThatThrownBy(() -> of(open))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Only a loopback address may use http");
  }

  @Test
  void aTimeoutShortensTheTimeAndNeverLengthensIt() {
    RossumClient client = of(changed);

    assertThat(left(client)).isBetween(Duration.ofSeconds(20), Duration.ofMillis(28_500));
    assertThat(left(client.withTimeout(Duration.ofHours(1)))).isLessThan(Duration.ofSeconds(29));
    assertThat(left(client.withTimeout(Duration.ofSeconds(2))))
        .isLessThanOrEqualTo(Duration.ofSeconds(2));
  }

  private static Duration left(RossumClient client) {
    return Duration.ofNanos(client.transport().limits().deadline().left());
  }

  @Test
  void aProgramOfOnesOwnHasTheTimeThatItWants() {
    assertThat(left(rossum.withTimeout(Duration.ofHours(1)))).isGreaterThan(Duration.ofMinutes(59));
  }

  @Test
  void aLimitIsPositive() {
    RossumClient client = of(changed);

    assertThatThrownBy(() -> client.withTimeout(Duration.ZERO))
        .hasMessage("timeout must be positive, but was PT0S.");
    assertThatThrownBy(() -> client.withCallsPerSecond(0))
        .hasMessage("callsPerSecond must be at least 1, but was 0.");
    assertThatThrownBy(() -> client.withMaxPages(0))
        .hasMessage("maxPages must be at least 1, but was 0.");
  }
}
