package io.github.rossumext.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.HookContext;
import io.github.rossumext.internal.help.Mistake;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.ResourceUrl;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client of a request: its base URL, its token and its time. */
class RequestClientTest {
  private final FakeApi api = new FakeApi();
  private final Fixture changed =
      Fixtures.statusChanged().withBaseUrl(URI.create(api.url())).withToken("token-of-a-request");

  @AfterEach
  void close() {
    api.close();
  }

  private static RossumClient of(Fixture fixture) {
    return RossumClient.of(HookContext.of(fixture.payload()));
  }

  @Test
  void aUrlOfThePayloadIsCalledAtItsBaseUrl() {
    of(changed).annotations().get(new ResourceUrl("https://evil.invalid/v1/annotations/7"));

    assertThat(api.requests())
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request).hasToString("GET /api/v1/annotations/7");
              assertThat(request.header("Authorization")).isEqualTo("Bearer token-of-a-request");
            });
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
        .hasMessage("The request has no base_url.");
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
    RossumClient rossum = of(changed);

    assertThat(left(rossum)).isBetween(Duration.ofSeconds(20), Duration.ofMillis(28_500));
    assertThat(left(rossum.withTimeout(Duration.ofHours(1)))).isLessThan(Duration.ofSeconds(29));
    assertThat(left(rossum.withTimeout(Duration.ofSeconds(2))))
        .isLessThanOrEqualTo(Duration.ofSeconds(2));
  }

  private static Duration left(RossumClient rossum) {
    return Duration.ofNanos(rossum.transport().limits().deadline().left());
  }

  @Test
  void aProgramOfOnesOwnHasTheTimeThatItWants() {
    RossumClient rossum = TestClients.of(api);

    assertThat(left(rossum.withTimeout(Duration.ofHours(1)))).isGreaterThan(Duration.ofMinutes(59));
  }

  @Test
  void aLimitIsPositive() {
    RossumClient rossum = of(changed);

    assertThatThrownBy(() -> rossum.withTimeout(Duration.ZERO))
        .hasMessage("timeout must be positive, but was PT0S.");
    assertThatThrownBy(() -> rossum.withCallsPerSecond(0))
        .hasMessage("callsPerSecond must be at least 1, but was 0.");
    assertThatThrownBy(() -> rossum.withMaxPages(0))
        .hasMessage("maxPages must be at least 1, but was 0.");
  }
}
